import type { SchemaNode } from '../../../schemas/generated/approval-schema.ts'
import { useWords } from '../../language/words.tsx'
import { PanelGroup } from '../../types/parts/page-part.tsx'
import { TextInLanguages } from '../../types/parts/text-in-languages.tsx'
import { useStep } from '../use-step.ts'

/** What a step is called, in each language. */
export function NameEntry({ node }: { node: SchemaNode }) {
  const { t } = useWords()
  const { set } = useStep(node.id)
  return (
    <PanelGroup title={t('panel.name')}>
      <TextInLanguages bare label={t('panel.name')} value={node.label} onChange={(label) => set('label', label)} />
    </PanelGroup>
  )
}
