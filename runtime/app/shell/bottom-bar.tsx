import { Menu } from '@mantine/core'
import { IconFiles, IconMenu2, IconPlus } from '@tabler/icons-react'
import { Link, useLocation } from 'wouter'
import type { Me, MenuEntry } from '../../api/answers.ts'
import { useTexts } from '../language/texts.tsx'
import { useFormats } from '../language/use-formats.ts'
import classes from './bottom-bar.module.css'
import { NewMenu } from './new-menu.tsx'
import { isHere, type Place, type PlaceGroup } from './places.ts'
import { type ProfileActions, ProfileItems } from './profile-menu.tsx'

/** The phone's five: what waits, notices, New, the lists, and the menu of the rest. */
export function BottomBar({
  groups,
  menu,
  me,
  ...actions
}: { groups: readonly PlaceGroup[]; menu: readonly MenuEntry[]; me: Me } & ProfileActions) {
  const { t } = useTexts()
  const { number } = useFormats()
  const [path, go] = useLocation()
  const own = groups.find((group) => group.id === 'own')?.places ?? []
  const documents = groups.find((group) => group.id === 'documents')?.places ?? []
  const rest = groups.filter((group) => group.id !== 'own' && group.id !== 'documents')
  const items = (places: readonly Place[]) =>
    places.map(({ href, label, icon: Icon }) => (
      <Menu.Item key={href} leftSection={<Icon size={18} />} onClick={() => go(href)}>
        {label}
      </Menu.Item>
    ))
  return (
    <nav className={classes.bar} aria-label={t('shell.main')}>
      {own.map((place) => {
        const Icon = place.icon
        return (
          <Link key={place.href} href={place.href} className={classes.place ?? ''} aria-current={isHere(place, path) ? 'page' : undefined}>
            <span className={classes.icon}>
              <Icon size={20} stroke={1.75} aria-hidden />
              {!!place.count && (
                <span className={classes.badge} data-hot={place.hot ? true : undefined}>
                  {number(place.count)}
                </span>
              )}
            </span>
            {place.label}
          </Link>
        )
      })}
      <NewMenu
        menu={menu}
        target={
          <button type="button" className={classes.new} aria-label={t('shell.new')}>
            <IconPlus size={20} />
          </button>
        }
      />
      <Menu width={280} position="top">
        <Menu.Target>
          <button type="button" className={classes.place} data-here={documents.some((place) => isHere(place, path)) || undefined}>
            <IconFiles size={20} stroke={1.75} aria-hidden />
            {t('nav.documents')}
          </button>
        </Menu.Target>
        <Menu.Dropdown>{items(documents)}</Menu.Dropdown>
      </Menu>
      <Menu width={280} position="top-end">
        <Menu.Target>
          <button type="button" className={classes.place}>
            <IconMenu2 size={20} stroke={1.75} aria-hidden />
            {t('shell.menu')}
          </button>
        </Menu.Target>
        <Menu.Dropdown className={classes.menu ?? ''}>
          {rest.map((group) => (
            <div key={group.id}>
              <Menu.Label>{group.label}</Menu.Label>
              {items(group.places)}
            </div>
          ))}
          <Menu.Label>{me.name}</Menu.Label>
          <ProfileItems {...actions} />
        </Menu.Dropdown>
      </Menu>
    </nav>
  )
}
