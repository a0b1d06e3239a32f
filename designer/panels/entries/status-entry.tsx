import { NativeSelect } from '@mantine/core'
import type { SchemaNode } from '../../../schemas/generated/approval-schema.ts'
import { useSchema } from '../../canvas/schema-editing.tsx'
import { useWords } from '../../language/words.tsx'
import { PanelGroup } from '../../types/parts/page-part.tsx'
import { useStep } from '../use-step.ts'

/** The status that a document gets when it comes here; kept as it was if none. */
export function StatusEntry({ node }: { node: SchemaNode }) {
  const { t, of } = useWords()
  const { types } = useSchema()
  const { set } = useStep(node.id)
  const statuses = new Map(types.flatMap((type) => (type.statuses ?? []).filter(({ retired }) => !retired).map((one) => [one.id, one])))
  if (node.status !== undefined && !statuses.has(node.status)) statuses.set(node.status, { id: node.status, label: node.status })
  if (statuses.size === 0) return null
  return (
    <PanelGroup title={t('panel.status')}>
      <NativeSelect
        aria-label={t('panel.status')}
        value={node.status ?? ''}
        onChange={(event) => set('status', event.currentTarget.value || undefined)}
        data={[
          { value: '', label: t('panel.status.keep') },
          ...[...statuses.values()].map(({ id, label }) => ({ value: id, label: of(label) })),
        ]}
      />
    </PanelGroup>
  )
}
