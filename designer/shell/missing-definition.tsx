import { Button } from '@mantine/core'
import { IconFileUnknown } from '@tabler/icons-react'
import { Link } from 'wouter'
import { Face } from '../../runtime/app/ui/list-faces.tsx'
import { useWords } from '../language/words.tsx'

/** An address that leads to nothing: a definition that was taken out, or a mistyped one. */
export function MissingDefinition() {
  const { t } = useWords()
  return (
    <Face
      icon={IconFileUnknown}
      title={t('missing.definition')}
      steps={
        <Button component={Link} href="/designer">
          {t('missing.way')}
        </Button>
      }
    />
  )
}
