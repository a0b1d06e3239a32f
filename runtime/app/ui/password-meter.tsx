import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useTexts } from '../language/texts.tsx'
import classes from './password-meter.module.css'
import { fewestCharacters, passwordStrength } from './password-strength.ts'

/** Below the password: what it still wants, or that it is enough; icon and word, colour third. */
export function PasswordMeter({ password, known }: { password: string; known: readonly string[] }) {
  const { t } = useTexts()
  const strength = passwordStrength(password, known)
  if (strength === 'short')
    return <p className={classes.meter}>{t('setup.password.short', { count: Math.max(0, fewestCharacters - [...password].length) })}</p>
  const Icon = strength === 'guessable' ? IconAlertTriangle : IconCheck
  return (
    <p className={classes.meter} data-strength={strength} role="status">
      <Icon size={14} aria-hidden />
      {t(`setup.password.${strength}`)}
    </p>
  )
}
