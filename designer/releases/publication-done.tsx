import { Button } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { Link } from 'wouter'
import { Face } from '../../runtime/app/ui/list-faces.tsx'
import { RefusalNote } from '../../runtime/app/ui/refusal-note.tsx'
import { useWords } from '../language/words.tsx'
import { releasedAt } from '../model/workspace.ts'
import { useWorkspace } from '../workspace/workspace-provider.tsx'
import { moveName, moveSentence } from './move-sentence.ts'
import classes from './publish.module.css'
import type { Publication } from './use-publication.ts'

/** What came of it, said once: the version that is in use, and what moved or did not, and why. */
export function PublicationDone({ publication, onAgain }: { publication: Publication; onAgain: () => void }) {
  const words = useWords()
  const { t } = words
  const { workspace } = useWorkspace()
  const { release, moved, refused, unmoved } = publication
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
      {unmoved && <RefusalNote refusal={unmoved} />}
      {refused.length > 0 && (
        <ul className={classes.documents}>
          {refused.map((item) => {
            const type = releasedAt(workspace, 'document-type', item.type)
            return (
              <li key={item.id}>
                <span className={classes.finding}>
                  <b>{moveName(item, type, words)}</b>
                  <span>{moveSentence(item, type, words)}</span>
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
