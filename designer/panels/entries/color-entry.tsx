import { NativeSelect } from '@mantine/core'
import type { SchemaNode } from '../../../schemas/generated/approval-schema.ts'
import type { Color } from '../../../schemas/generated/common.ts'
import { useWords } from '../../language/words.tsx'
import { PanelGroup } from '../../types/parts/page-part.tsx'
import { useStep } from '../use-step.ts'

/** The colour in which a step is drawn, so that what matters is found on a large schema. */
export function ColorEntry({ node }: { node: SchemaNode }) {
  const { t } = useWords()
  const { set } = useStep(node.id)
  return (
    <PanelGroup title={t('panel.color')}>
      <NativeSelect
        aria-label={t('panel.color')}
        value={node.color ?? ''}
        onChange={(event) => set('color', (event.currentTarget.value || undefined) as Color | undefined)}
        data={(['', 'green', 'yellow', 'red', 'blue'] as const).map((value) => ({ value, label: t(`color.${value || 'none'}`) }))}
      />
    </PanelGroup>
  )
}
