import type { ApprovalSchema } from '../../../../schemas/generated/approval-schema.ts'
import { type Edit, edited, refused } from '../../define-command.ts'
import { joinOf, nodeById, pathTo } from '../../schema-graph.ts'

/** Puts a node into a block, or to the top; a fork takes its join and all that lies in it along. */
export function putInBlock(schema: ApprovalSchema, id: string, block: string | undefined): Edit<ApprovalSchema> {
  const chosen = nodeById(schema, id)
  const node = chosen?.kind === 'join' ? nodeById(schema, chosen.fork) : chosen
  if (!node) return refused('no-such-thing')
  if (block === node.id || (block !== undefined && pathTo(schema, block).includes(node.id)))
    return refused('cannot-move-into-itself', { name: node.label })
  const moving = new Set([node.id, ...(node.kind === 'fork' ? [joinOf(schema, node.id)?.id] : [])])
  const nodes = schema.nodes.map((each) => {
    if (!moving.has(each.id)) return each
    const { in: _, ...rest } = each
    return (block === undefined ? rest : { ...rest, in: block }) as typeof each
  })
  return edited({ ...schema, nodes }, { name: node.label, made: id })
}
