import type { SchemaNode } from '../../../schemas/generated/approval-schema.ts'
import { newNodeOf } from '../../canvas/palette-items.ts'
import { useWords } from '../../language/words.tsx'
import { useAnyEditing } from '../../types/parts/editing.tsx'
import { PanelGroup } from '../../types/parts/page-part.tsx'
import { TextInLanguages } from '../../types/parts/text-in-languages.tsx'
import { useStep } from '../use-step.ts'

/** What a step is called, in each language. */
export function NameEntry({ node }: { node: SchemaNode }) {
  const { t } = useWords()
  const { set } = useStep(node.id)
  const { workspace } = useAnyEditing()
  // Every kind of step is an item of the palette, under its own name; a join comes with its fork.
  const fresh = node.kind === 'join' ? undefined : newNodeOf(node.kind, workspace).label
  return (
    <PanelGroup title={t('panel.name')}>
      <TextInLanguages bare label={t('panel.name')} value={node.label} fresh={fresh} onChange={(label) => set('label', label)} />
    </PanelGroup>
  )
}
