import type { EditRule } from '../../../schemas/generated/approval-schema.ts'
import type { Right } from '../../../schemas/generated/document-type.ts'
import { audienceAt, holdsAt, type View } from '../approval/place.ts'
import { blocksAround, tokensOf } from '../approval/tree.ts'
import { isAmong } from '../audience/resolve.ts'
import type { Id } from './state.ts'

export function mayOn(view: View, person: Id, right: Right): boolean {
  const { site } = view.reader.facts
  if (site.people.get(person)?.roles.includes('administrator') && right === 'administer') return true
  const rules = site.types.get(view.document.type)?.access ?? []
  return rules.some(
    (rule) =>
      rule.can.includes(right) &&
      isAmong(rule.who, person, audienceAt(view, { me: person })) &&
      holdsAt(view, rule.when, { me: person }, 'access'),
  )
}

export function mayEditPath(view: View, person: Id, path: string): boolean {
  const { document, program } = view
  const { process } = document
  const [table, , column] = path.split('/')
  if (!process || process.ended) return mayOn(view, person, 'edit')
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
