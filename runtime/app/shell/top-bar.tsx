import { ActionIcon } from '@mantine/core'
import { IconArrowLeft, IconBell, IconChevronRight, IconHelp, IconSearch } from '@tabler/icons-react'
import { Fragment } from 'react'
import { Link } from 'wouter'
import type { MenuEntry } from '../../api/answers.ts'
import { useTexts } from '../language/texts.tsx'
import { KeyHint } from '../ui/tag.tsx'
import { BrandMark } from './brand-mark.tsx'
import { NewMenu } from './new-menu.tsx'
import { usePageInfo } from './page.tsx'
import classes from './top-bar.module.css'

interface TopBarProps {
  readonly menu: readonly MenuEntry[]
  readonly unread: number
  readonly onSearch: () => void
  readonly onKeys: () => void
}

/** Where am I, search in the middle, notices, keys, New. */
export function TopBar({ menu, unread, onSearch, onKeys }: TopBarProps) {
  const { t } = useTexts()
  const { title, crumbs } = usePageInfo()
  return (
    <header className={classes.bar}>
      <nav className={classes.crumbs} aria-label={t('shell.breadcrumbs')}>
        {crumbs.map((crumb) => (
          <Fragment key={crumb.label}>
            {crumb.href ? <Link href={crumb.href}>{crumb.label}</Link> : <span>{crumb.label}</span>}
            <IconChevronRight size={14} aria-hidden />
          </Fragment>
        ))}
        <b className="cut" aria-current="page">
          {title}
        </b>
      </nav>
      <button type="button" className={classes.search} onClick={onSearch} aria-haspopup="dialog">
        <IconSearch size={16} aria-hidden />
        <span className="cut">{t('shell.search')}</span>
        <KeyHint>Ctrl K</KeyHint>
      </button>
      <div className={classes.end}>
        <Bell unread={unread} />
        <ActionIcon aria-label={t('keys.help')} aria-haspopup="dialog" onClick={onKeys}>
          <IconHelp size={16} />
        </ActionIcon>
        <NewMenu menu={menu} />
      </div>
    </header>
  )
}

/** The same on a phone: the title, search and the bell; an arrow back where there is something above. */
export function PhoneBar({ unread, onSearch }: Omit<TopBarProps, 'menu' | 'onKeys'>) {
  const { t } = useTexts()
  const { title, crumbs, back } = usePageInfo()
  return (
    <header className={classes.phone}>
      {back ? (
        <ActionIcon component={Link} href={back} size={44} aria-label={t('shell.back')}>
          <IconArrowLeft size={20} />
        </ActionIcon>
      ) : (
        <BrandMark />
      )}
      {back ? <div className={`${classes.above} cut`}>{crumbs.at(-1)?.label}</div> : <h1 className={`${classes.title} cut`}>{title}</h1>}
      <ActionIcon size={44} aria-label={t('shell.search.short')} onClick={onSearch}>
        <IconSearch size={20} />
      </ActionIcon>
      <Bell unread={unread} size={44} />
    </header>
  )
}

function Bell({ unread, size = 32 }: { unread: number; size?: number }) {
  const { t } = useTexts()
  return (
    <ActionIcon
      component={Link}
      href="/notices"
      size={size}
      className={classes.bell ?? ''}
      data-unread={unread > 0 || undefined}
      aria-label={unread > 0 ? t('shell.notices.unread', { count: unread }) : t('shell.notices')}
    >
      <IconBell size={size > 32 ? 20 : 16} />
    </ActionIcon>
  )
}
