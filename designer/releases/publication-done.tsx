import { Button } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { Link } from 'wouter'
import { Face } from '../../runtime/app/ui/list-faces.tsx'
import { useWords } from '../language/words.tsx'
import { useWorkspace } from '../workspace/workspace-provider.tsx'
import type { Publication } from './use-publication.ts'

/** What came of it, said once: the version that is in use, and what moved or did not. */
export function PublicationDone({ publication, onAgain }: { publication: Publication; onAgain: () => void }) {
  const { t } = useWords()
  const { workspace } = useWorkspace()
  const { release, moved, refused } = publication
  const told = [
    moved > 0 && t('publish.done.moved', { count: moved }),
    refused.length > 0 && t('publish.done.refused', { count: refused.length }),
    moved + refused.length === 0 && t('publish.done.text'),
  ]
  return (
    <div role="status">
      <Face
        icon={IconCircleCheck}
        title={t('publish.done', { version: release })}
        text={told.filter(Boolean).join(' ')}
        steps={
          <>
            <Button component={Link} href="/designer">
              {t('missing.way')}
            </Button>
            <Button component={Link} href="/designer/releases" variant="default">
              {t('releases.title')}
            </Button>
            {workspace.drafts.size > 0 && (
              <Button variant="subtle" color="gray" onClick={onAgain}>
                {t('do.publish', { count: workspace.drafts.size })}
              </Button>
            )}
          </>
        }
      />
    </div>
  )
}
