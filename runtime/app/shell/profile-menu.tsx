import { type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core'
import { IconBeach, IconDots, IconKeyboard, IconLogout } from '@tabler/icons-react'
import { useState } from 'react'
import type { Me } from '../../api/answers.ts'
import { useOfficeCommands } from '../data/office.ts'
import { useSignOut } from '../data/session.ts'
import { type Language, languages } from '../language/language.ts'
import { useLanguageChoice } from '../language/language-choice.tsx'
import { useTexts } from '../language/texts.tsx'
import { PersonAvatar } from '../ui/person.tsx'
import { singleKeysOn, switchSingleKeys } from '../ui/use-keys.ts'
import classes from './profile-menu.module.css'

/** What the menu opens; it closes behind it, so what is opened stands elsewhere. */
export interface ProfileActions {
  readonly onAbsence: () => void
  readonly onKeys: () => void
}

/** Who I am, at the foot of the navigation: my absence, language, light or dark, shortcuts, sign out. */
export function ProfileMenu({ me, folded, ...actions }: { me: Me; folded: boolean } & ProfileActions) {
  const { t, of } = useTexts()
  return (
    <Menu position="top-start" width={228}>
      <Menu.Target>
        <button type="button" className={classes.me}>
          <PersonAvatar name={me.name} />
          <span className="sr-only">{t('shell.profile')}:</span>
          <span className={folded ? 'sr-only' : classes.words}>
            <span className="cut">{me.name}</span>
            {me.what && <span className={classes.what}>{of(me.what)}</span>}
          </span>
          {!folded && <IconDots size={16} aria-hidden />}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <ProfileItems {...actions} />
      </Menu.Dropdown>
    </Menu>
  )
}

const schemes = ['light', 'dark', 'auto'] as const

/** The same entries in the phone's menu. */
export function ProfileItems({ onAbsence, onKeys }: ProfileActions) {
  const { t } = useTexts()
  const { language, choose } = useLanguageChoice()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const { saveLanguage } = useOfficeCommands()
  const signOut = useSignOut()
  const [keysOn, setKeysOn] = useState(singleKeysOn)
  return (
    <>
      <Menu.Item leftSection={<IconBeach size={16} />} onClick={onAbsence}>
        {t('absence.title')}
      </Menu.Item>
      <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={onKeys}>
        {t('keys.help')}
      </Menu.Item>
      <Menu.Label>{t('shell.language')}</Menu.Label>
      <Menu.RadioGroup
        value={language}
        onChange={(chosen) => {
          choose(chosen as Language)
          // Kept for the person too: mails are written in it, and another device begins with it.
          void saveLanguage(chosen)
        }}
      >
        {languages.map(({ id, label }) => (
          <Menu.RadioItem key={id} value={id} lang={id}>
            {label}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Label>{t('shell.appearance')}</Menu.Label>
      <Menu.RadioGroup value={colorScheme} onChange={(chosen) => setColorScheme(chosen as MantineColorScheme)}>
        {schemes.map((id) => (
          <Menu.RadioItem key={id} value={id}>
            {t(`shell.${id}`)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Divider />
      <Menu.CheckboxItem
        value="keys"
        checked={keysOn}
        onChange={(on) => {
          switchSingleKeys(on)
          setKeysOn(on)
        }}
      >
        {t('shell.keys')}
      </Menu.CheckboxItem>
      <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => signOut.mutate()}>
        {t('shell.signOut')}
      </Menu.Item>
    </>
  )
}
