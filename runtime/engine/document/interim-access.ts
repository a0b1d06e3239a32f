import type { EditRule } from '../../../schemas/generated/approval-schema.ts'
import { mayOn } from '../access/access.ts'
import { audienceAt, type View } from '../approval/place.ts'
import { blocksAround, tokensOf } from '../approval/tree.ts'
import { isAmong } from '../audience/resolve.ts'
import type { Id } from './state.ts'

export function mayEditPath(view: View, person: Id, path: string): boolean {
  const { document, program } = view
  const { process } = document
  const [table, , column] = path.split('/')
  if (!process || process.ended) return mayOn(view.reader.facts.site, document.type, person, document, 'edit', { reader: view.reader })
  const rules: { rule: EditRule; in: Id | null; assignee: Id | null }[] = []
  for (const token of tokensOf(process)) {
    const node = program.nodes.get(token.node)
    const holders = Object.values(process.assignments).filter(
      (a) => a.state === 'open' && a.person === person && process.seats[a.seat]?.token === token.id,
    )
    const assignee = holders.length > 0 ? person : null
    if (node && 'edit' in node) for (const rule of node.edit ?? []) rules.push({ rule, in: token.in, assignee })
    for (const { block } of blocksAround(process, token.in)) {
      const fork = program.nodes.get(block.fork)
      if (fork && 'edit' in fork) for (const rule of fork.edit ?? []) rules.push({ rule, in: block.in, assignee })
    }
  }
  return rules.some(({ rule, in: branch, assignee }) => {
    if (!isAmong(rule.who, person, audienceAt(view, { in: branch, me: person, assignee }))) return false
    return (
      !rule.fields ||
      rule.fields.some((f) => f === path || f === table || (column !== undefined && (f === `row.${column}` || f === `${table}.${column}`)))
    )
  })
}
