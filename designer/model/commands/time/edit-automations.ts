import type { ApprovalSchema } from '../../../../schemas/generated/approval-schema.ts'
import type { Automation } from '../../../../schemas/generated/automation.ts'
import { type Edit, edited, refused } from '../../define-command.ts'
import { patched } from '../../lists.ts'
import { nodeById, withNode } from '../../schema-graph.ts'

/** What an automation does, or what a stage, an approval or a task does when a document comes there. */
export function editAutomations(
  schema: ApprovalSchema,
  id: string,
  edit: (does: readonly Automation[]) => readonly Automation[] | undefined,
): Edit<ApprovalSchema> {
  const node = nodeById(schema, id)
  const key = node?.kind === 'automation' ? 'does' : 'onEnter'
  if (!node || !['automation', 'stage', 'approval', 'task'].includes(node.kind)) return refused('no-such-thing')
  const before = ((node as { does?: Automation[]; onEnter?: Automation[] })[key] ?? []) as readonly Automation[]
  const after = edit(before)
  if (!after) return refused('no-such-thing', { name: node.label })
  if (after.length === 0 && key === 'does') return refused('last-one', { name: node.label })
  return edited(
    withNode(schema, id, (each) => patched(each, { [key]: [...after] })),
    { name: node.label },
  )
}
