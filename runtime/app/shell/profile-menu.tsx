import { Menu, useMantineColorScheme } from '@mantine/core'
import { IconCheck, IconDeviceDesktop, IconDots, IconKeyboard, IconLogout, IconMoon, IconSun } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import type { Me } from '../../api/answers.ts'
import { useSignOut } from '../data/session.ts'
import { languages } from '../language/language.ts'
import { useLanguageChoice } from '../language/language-choice.tsx'
import { useTexts } from '../language/texts.tsx'
import { PersonAvatar } from '../ui/person.tsx'
import { singleKeysOn, switchSingleKeys } from '../ui/use-keys.ts'
import classes from './profile-menu.module.css'

/** Who I am, at the foot of the navigation: language, light or dark, shortcuts, sign out. */
export function ProfileMenu({ me, folded }: { me: Me; folded: boolean }) {
  const { t, of } = useTexts()
  return (
    <Menu position="top-start" width={228}>
      <Menu.Target>
        <button type="button" className={classes.me} aria-label={`${t('shell.profile')}: ${me.name}`}>
          <PersonAvatar name={me.name} />
          {!folded && (
            <>
              <span className={classes.words}>
                <span className="cut">{me.name}</span>
                {me.what && <span className={classes.what}>{of(me.what)}</span>}
              </span>
              <IconDots size={16} aria-hidden />
            </>
          )}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <ProfileItems />
      </Menu.Dropdown>
    </Menu>
  )
}

const schemes = [
  { id: 'light', icon: IconSun },
  { id: 'dark', icon: IconMoon },
  { id: 'auto', icon: IconDeviceDesktop },
] as const

/** The same entries in the phone's menu. */
export function ProfileItems() {
  const { t } = useTexts()
  const { language, choose } = useLanguageChoice()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const signOut = useSignOut()
  const [keysOn, setKeysOn] = useState(singleKeysOn)
  return (
    <>
      <Menu.Label>{t('shell.language')}</Menu.Label>
      {languages.map(({ id, label }) => (
        <Menu.Item
          key={id}
          lang={id}
          closeMenuOnClick={false}
          rightSection={tick(id === language)}
          {...radio(id === language)}
          onClick={() => choose(id)}
        >
          {label}
        </Menu.Item>
      ))}
      <Menu.Label>{t('shell.appearance')}</Menu.Label>
      {schemes.map(({ id, icon: Icon }) => (
        <Menu.Item
          key={id}
          closeMenuOnClick={false}
          leftSection={<Icon size={16} />}
          rightSection={tick(id === colorScheme)}
          {...radio(id === colorScheme)}
          onClick={() => setColorScheme(id)}
        >
          {t(`shell.${id}`)}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Item
        closeMenuOnClick={false}
        leftSection={<IconKeyboard size={16} />}
        rightSection={tick(keysOn)}
        role="menuitemcheckbox"
        aria-checked={keysOn}
        onClick={() => {
          switchSingleKeys(!keysOn)
          setKeysOn(!keysOn)
        }}
      >
        {t('shell.keys')}
      </Menu.Item>
      <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => signOut.mutate()}>
        {t('shell.signOut')}
      </Menu.Item>
    </>
  )
}

const tick = (on: boolean): ReactElement | null => (on ? <IconCheck size={16} aria-hidden /> : null)
const radio = (checked: boolean) => ({ role: 'menuitemradio', 'aria-checked': checked }) as const
