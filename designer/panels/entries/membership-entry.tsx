import { NativeSelect } from '@mantine/core'
import type { SchemaNode } from '../../../schemas/generated/approval-schema.ts'
import { useSchema } from '../../canvas/schema-editing.tsx'
import { useWords } from '../../language/words.tsx'
import { pathTo } from '../../model/schema-graph.ts'
import { nodeName } from '../../model/words/speech.ts'
import { PanelGroup } from '../../types/parts/page-part.tsx'

/** In which block a step lies: when the block ends, what is open in it ends too. */
export function MembershipEntry({ node }: { node: SchemaNode }) {
  const { t } = useWords()
  const { schema, speech, execute, group } = useSchema()
  const forks = schema.nodes.filter((other) => other.kind === 'fork' && other.id !== node.id && !pathTo(schema, other.id).includes(node.id))
  if (forks.length === 0 || node.kind === 'join') return null
  const move = (fork: string) => {
    if (fork !== '') execute({ type: 'move-into-block', node: node.id, fork })
    else
      group(
        'move-out-of-block',
        pathTo(schema, node.id).map(() => ({ type: 'move-out-of-block', node: node.id })),
      )
  }
  return (
    <PanelGroup title={t('panel.block')}>
      <NativeSelect
        aria-label={t('panel.block')}
        value={node.in ?? ''}
        onChange={(event) => move(event.currentTarget.value)}
        data={[{ value: '', label: t('panel.block.none') }, ...forks.map(({ id }) => ({ value: id, label: nodeName(speech, id) }))]}
      />
    </PanelGroup>
  )
}
