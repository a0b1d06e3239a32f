import { useTexts } from '../language/texts.tsx'
import classes from './shell.module.css'

/** The first stop of the keyboard: past the navigation to what the page is about. */
export function SkipLink() {
  const { t } = useTexts()
  return (
    <a className={classes.skip} href="#content">
      {t('shell.skip')}
    </a>
  )
}
