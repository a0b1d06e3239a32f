import type { EndNode } from '../../schemas/generated/approval-schema.ts'
import { useWords } from '../language/words.tsx'
import { CommitInput } from '../types/parts/commit-input.tsx'
import { PanelGroup } from '../types/parts/page-part.tsx'
import classes from './inspector.module.css'
import { useStep } from './use-step.ts'

/** An end: the document is done. A word of the office says how, for reports. */
export function EndPanel({ node }: { node: EndNode }) {
  const { t } = useWords()
  const { set } = useStep(node.id)
  return (
    <PanelGroup title={t('end.result')}>
      <CommitInput
        aria-label={t('end.result')}
        value={node.result ?? ''}
        onCommit={(result) => set('result', result.trim() || undefined)}
      />
      <p className={classes.quiet}>{t('end.result.text')}</p>
    </PanelGroup>
  )
}
