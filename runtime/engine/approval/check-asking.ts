import type { ApprovalLine, ApprovalNode, TaskNode } from '../../../schemas/generated/approval-schema.ts'
import type { Audience } from '../../../schemas/generated/audience.ts'
import { type AudienceContext, resolveAudience } from '../audience/resolve.ts'
import { checkBraces } from '../card/check-braces.ts'
import { checkPath } from '../card/check-path.ts'
import type { Organisation } from '../check-world.ts'
import type { Site } from '../site.ts'
import { audience, condition, placeOf, type Standpoint, type Travel, tableAt } from './check-standpoint.ts'

/** Whom an approval or a task asks: that they exist, and that for every possible author there is somebody. */
export function checkAsking(travel: Travel, node: ApprovalNode | TaskNode, at: string, point: Standpoint): void {
  const instead = node.ifNobody?.ask ?? []
  for (const [index, line] of node.ask.entries()) checkLine(travel, line, `${at}/ask/${index}`, point)
  for (const [index, line] of instead.entries()) checkLine(travel, line, `${at}/ifNobody/ask/${index}`, point)
  audience(travel, node.except, `${at}/except`, { ...point, assignee: false })
  audience(travel, node.close, `${at}/close`, point)
  const leads = node.ask.some(({ lead }) => lead !== undefined)
  if (node.rule === 'lead' && !leads) travel.checking.problem('lead-missing', `${at}/rule`, { node: node.id })
  if (node.order === 'lead-last' && node.rule !== 'lead')
    travel.checking.problem('lead-last-without-lead', `${at}/order`, { node: node.id })
  checkSomebody(travel, node, at)
}

function checkLine(travel: Travel, line: ApprovalLine, at: string, outside: Standpoint): void {
  const { world, type, checking, nodes } = travel
  const { row: _, ...around } = outside
  const table = tableAt(travel, line.each, around)
  const point: Standpoint = { ...around, ...(table && { row: table }) }
  if (line.each !== undefined && type) {
    const end = checkPath(world, checking, `${at}/each`, line.each, { ...placeOf(travel, around), type })
    if (end?.fields.some((field) => field.type !== 'table')) checking.problem('each-of-no-table', `${at}/each`, { field: line.each })
  }
  audience(travel, line.who, `${at}/who`, { ...point, assignee: false, me: false }, true)
  audience(travel, line.except, `${at}/except`, { ...point, assignee: false, me: false })
  audience(travel, line.recordedBy, `${at}/recordedBy`, point)
  if (line.recordedBy) checking.hint('not-supported-yet', `${at}/recordedBy`, { what: 'recorded-by' })
  if (line.when !== undefined) condition(travel, line.when, `${at}/when`, { ...point, me: false })
  if (line.lead !== undefined) condition(travel, line.lead, `${at}/lead`, { ...point, me: false })
  for (const [index, id] of (line.prefer ?? []).entries()) checking.exists('unknown-node', `${at}/prefer/${index}`, id, nodes)
  if (!type) return
  for (const [index, path] of (line.sees ?? []).entries())
    checkPath(world, checking, `${at}/sees/${index}`, path, { ...placeOf(travel, point), type })
  checkBraces(world, checking, `${at}/text`, line.text, { ...placeOf(travel, point), type }, 'message')
}

/** Each line finds somebody, whoever of those who may create the document is its author; else `ifNobody` does. */
function checkSomebody(travel: Travel, node: ApprovalNode | TaskNode, at: string): void {
  const { organisation } = travel.world
  if (!organisation || !travel.type) return
  const authors = authorsOf(travel, organisation)
  const instead = node.ifNobody?.ask ?? []
  const names = (lines: readonly ApprovalLine[], author: string) =>
    lines.some(
      (line) => line.each !== undefined || mayName(organisation, line.who, [...(node.except ?? []), ...(line.except ?? [])], author),
    )
  for (const [index, line] of node.ask.entries()) {
    const missing = authors.filter((author) => !names([line], author) && !names(instead, author))
    if (missing.length === 0) continue
    const who = missing.map((id) => organisation.people.get(id)?.name ?? id)
    const all = missing.length === authors.length
    travel.checking.problem(all ? 'nobody-to-ask' : 'nobody-to-ask-for-some', `${at}/ask/${index}`, {
      node: node.id,
      line: line.id,
      ...(!all && { authors: who.slice(0, 5) }),
    })
  }
}

/** Whoever may create documents of the type; everybody, where it says of nobody. */
function authorsOf({ type }: Travel, organisation: Organisation): readonly string[] {
  const everybody = [...organisation.people.values()].filter(({ left }) => !left).map(({ id }) => id)
  const rules = (type?.access ?? []).filter(({ can }) => can.includes('create'))
  const found = rules.flatMap(({ who }) => (who.every(isPlain) ? resolveAudience(who, contextOf(organisation, null)) : everybody))
  return found.length > 0 ? [...new Set(found)] : everybody
}

/** Whether an audience may name somebody; what hangs on the card or on what happens may. */
function mayName(organisation: Organisation, who: Audience, except: Audience, author: string): boolean {
  if (!who.every(isPlain) || who.some((entry) => isUnknown(organisation, entry))) return true
  const context = contextOf(organisation, author)
  const not = new Set(resolveAudience(except.filter(isPlain), context))
  return resolveAudience(who, context).some((id) => !not.has(id))
}

/** Names what does not exist, which is said already. */
function isUnknown({ people, roles, groups, departments }: Organisation, { person, role, group, department }: Audience[number]): boolean {
  const lacks = (id: string | undefined, names: { has(id: string): boolean }) => id !== undefined && !names.has(id)
  return lacks(person, people) || lacks(role, roles) || lacks(group, groups) || lacks(department, departments)
}

/** Known from the organisation and the author alone. */
function isPlain(entry: Audience[number]): boolean {
  if (entry.where !== undefined) return false
  if (entry.managerOf !== undefined) return entry.managerOf === 'author'
  if (entry.headOf !== undefined) return entry.headOf === 'author'
  if (entry.the !== undefined) return entry.the === 'author' || entry.the === 'everyone'
  return entry.person !== undefined || entry.role !== undefined || entry.group !== undefined || entry.department !== undefined
}

function contextOf(organisation: Organisation, author: string | null): AudienceContext {
  // Only people, groups and departments are asked of the site.
  return { site: organisation as Site, author, values: () => [] }
}
