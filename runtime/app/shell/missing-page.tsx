import { Button } from '@mantine/core'
import { IconFileUnknown } from '@tabler/icons-react'
import { Link } from 'wouter'
import { useTexts } from '../language/texts.tsx'
import { Face } from '../ui/list-faces.tsx'
import { usePage } from './page.tsx'

/** An address that leads nowhere. */
export function MissingPage() {
  const { t } = useTexts()
  usePage(t('shell.missing.title'))
  return (
    <Face
      icon={IconFileUnknown}
      title={t('shell.missing.title')}
      text={t('shell.missing.text')}
      steps={
        <Button component={Link} href="/inbox">
          {t('shell.missing.way')}
        </Button>
      }
    />
  )
}
