import type { ApprovalLine, ApprovalNode, ApprovalSchema, TaskNode } from '../../../../schemas/generated/approval-schema.ts'
import { type Edit, edited, refused } from '../../define-command.ts'
import { nodeById, withNode } from '../../schema-graph.ts'

/** Which lines of a node: those that are asked, or those asked where they find nobody. */
export interface LinesOf {
  readonly node: string
  readonly ifNobody?: boolean
}

/** Changes the lines of an approval or a task. A sheet has at least one line; without one, nobody stands in where nobody is found. */
export function editLines(
  schema: ApprovalSchema,
  { node: id, ifNobody }: LinesOf,
  edit: (lines: readonly ApprovalLine[]) => { readonly lines: readonly ApprovalLine[]; readonly made?: string } | undefined,
): Edit<ApprovalSchema> {
  const node = nodeById(schema, id)
  if (node?.kind !== 'approval' && node?.kind !== 'task') return refused('no-such-thing')
  const result = edit(ifNobody ? (node.ifNobody?.ask ?? []) : node.ask)
  if (!result) return refused('no-such-thing', { name: node.label })
  const lines = [...result.lines]
  if (lines.length === 0 && !ifNobody) return refused('last-one', { name: node.label })
  const change = (each: ApprovalNode | TaskNode): ApprovalNode | TaskNode => {
    if (!ifNobody) return { ...each, ask: lines }
    const { ifNobody: _, ...rest } = each
    return lines.length === 0 ? rest : { ...rest, ifNobody: { ask: lines } }
  }
  return edited(
    withNode(schema, id, (each) => change(each as ApprovalNode)),
    { name: node.label, made: result.made },
  )
}
