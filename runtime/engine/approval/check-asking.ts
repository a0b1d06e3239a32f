import type { ApprovalLine, ApprovalNode, TaskNode } from '../../../schemas/generated/approval-schema.ts'
import type { Audience } from '../../../schemas/generated/audience.ts'
import { resolveAudience } from '../audience/resolve.ts'
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
  const instead = (node.ifNobody?.ask ?? []).map((line) => namedBy(travel, node, line))
  for (const [index, line] of node.ask.entries()) {
    const asked = [namedBy(travel, node, line), ...instead]
    const missing = authors.filter((author) => !asked.some((names) => names(author)))
    if (missing.length === 0) continue
    const who = missing.slice(0, 5).map((id) => organisation.people.get(id)?.name ?? id)
    const facts = { node: node.id, line: line.id }
    if (missing.length === authors.length) travel.checking.problem('nobody-to-ask', `${at}/ask/${index}`, facts)
    else travel.checking.problem('nobody-to-ask-for-some', `${at}/ask/${index}`, { ...facts, authors: who })
  }
}

/** Whoever may create documents of the type; everybody, where it says of nobody. */
function authorsOf({ type, world }: Travel, { people }: Organisation): readonly string[] {
  const everybody = () => [...people.values()].filter(({ left }) => !left).map(({ id }) => id)
  const creating = (type?.access ?? []).filter(({ can }) => can.includes('create')).flatMap(({ who }) => who)
  const found = creating.flatMap((entry) => (isPlain(entry) && !isOfAuthor(entry) ? [...world.members(entry)] : everybody()))
  return found.length > 0 ? [...new Set(found)] : everybody()
}

/** Whether a line may name somebody for an author; what hangs on the card or on what happens may. */
function namedBy({ world }: Travel, node: ApprovalNode | TaskNode, line: ApprovalLine): (author: string) => boolean {
  const organisation = world.organisation!
  if (line.each !== undefined || !line.who.every((entry) => isPlain(entry) && !isUnknown(organisation, entry))) return () => true
  const except = [...(node.except ?? []), ...(line.except ?? [])].filter(isPlain)
  const members = (entry: Audience[number], author: string): Iterable<string> =>
    isOfAuthor(entry) ? resolveAudience([entry], { site: organisation as Site, author, values: () => [] }) : world.members(entry)
  return (author) => {
    const not = except.map((entry) => asSet(members(entry, author)))
    for (const entry of line.who) for (const id of members(entry, author)) if (!not.some((set) => set.has(id))) return true
    return false
  }
}

function asSet(ids: Iterable<string>): ReadonlySet<string> {
  return ids instanceof Set ? ids : new Set(ids)
}

/** Names what does not exist, which is said already. */
function isUnknown({ people, roles, groups, departments }: Organisation, { person, role, group, department }: Audience[number]): boolean {
  const lacks = (id: string | undefined, names: { has(id: string): boolean }) => id !== undefined && !names.has(id)
  return lacks(person, people) || lacks(role, roles) || lacks(group, groups) || lacks(department, departments)
}

/** Known from the organisation and the author alone. */
function isPlain(entry: Audience[number]): boolean {
  if (entry.where !== undefined) return false
  if (isOfAuthor(entry) || entry.the === 'everyone') return true
  return entry.person !== undefined || entry.role !== undefined || entry.group !== undefined || entry.department !== undefined
}

function isOfAuthor({ managerOf, headOf, the }: Audience[number]): boolean {
  return managerOf === 'author' || headOf === 'author' || the === 'author'
}
