import type { ApprovalLine, ApprovalNode, TaskNode } from '../../../schemas/generated/approval-schema.ts'
import { hasKey, membersOf } from '../audience/keys.ts'
import { poolKeys, resolveAudience } from '../audience/resolve.ts'
import type { Row } from '../card/card.ts'
import type { Run } from '../document/run.ts'
import type { Assignment, Id, Process, Seat, Token } from '../document/state.ts'
import { audienceAt, holdsAt, type Place, valuesAt } from './place.ts'

/** A seat to be made: a line of the sheet for one person, or for a pool. */
export interface SeatDraft {
  readonly line: string
  readonly row: Id | null
  readonly lead: boolean
  readonly person: Id | null
  readonly pool: readonly string[] | null
  readonly except: readonly Id[]
}

/**
 * Resolves the lines of an approval or a task into seats: one for each person, however often named, or one for a pool.
 * A line that finds nobody is asked of `ifNobody` instead; where that finds nobody either, the command is refused.
 */
export function draftSeats(run: Run, node: ApprovalNode | TaskNode, token: Token): readonly SeatDraft[] {
  const drafts: SeatDraft[] = []
  for (const line of node.ask) {
    const where = `node "${node.id}", line "${line.id}"`
    if (!line.each && !holdsAt(run, line.when, { in: token.in }, where)) continue
    for (const row of rowsOf(run, line, token)) {
      const place: Place = { in: token.in, row }
      if (row && !holdsAt(run, line.when, place, where)) continue
      const found = draftLine(run, node, line, place)
      const instead = found.length > 0 ? [] : (node.ifNobody?.ask ?? []).flatMap((other) => draftLine(run, node, other, place))
      if (found.length + instead.length === 0) run.refuse({ code: 'nobody-to-ask', node: node.id, line: line.id })
      drafts.push(...found, ...instead)
    }
  }
  // No line was asked at all: nobody having looked must not pass for everybody having agreed.
  if (drafts.length === 0)
    for (const line of node.ifNobody?.ask ?? []) drafts.push(...draftLine(run, node, line, { in: token.in, row: null }))
  if (drafts.length === 0) run.refuse({ code: 'nobody-to-ask', node: node.id, line: node.ask[0]?.id ?? '' })
  return once(drafts)
}

/** Names a seat from one visit of its node to the next: its line, row and the person whom the line named. */
export function seatKey(seat: Pick<Seat, 'line' | 'row'>, person: Id | null): string {
  return [seat.line, seat.row ?? '', person ?? ''].join('/')
}

/** Whom a seat was made for: the first through whose hands it went; null for a pool's. */
export function askedOf(process: Process, seat: Seat): Id | null {
  const own = Object.values(process.assignments).find((each) => each.seat === seat.id && each.order === 0)
  return own?.pool ? null : (own?.hands[0]?.person ?? null)
}

/** Whether a person may hold an assignment: works here and is not excepted. */
export function mayHold(run: Run, assignment: Pick<Assignment, 'except'>, person: Id): boolean {
  return run.facts.site.people.get(person)?.left === false && !assignment.except.includes(person)
}

function rowsOf(run: Run, line: ApprovalLine, token: Token): readonly (Id | null)[] {
  if (!line.each) return [null]
  return valuesAt(run, line.each, { in: token.in }).flatMap((value) => (isRow(value) ? [value._id] : []))
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && '_id' in value
}

function draftLine(run: Run, node: ApprovalNode | TaskNode, line: ApprovalLine, place: Place): readonly SeatDraft[] {
  const context = audienceAt(run, place)
  const { site } = run.facts
  const except = resolveAudience([...(node.except ?? []), ...(line.except ?? [])], context)
  const lead = line.lead !== undefined && holdsAt(run, line.lead, place, `node "${node.id}", line "${line.id}", lead`)
  const draft = { line: line.id, row: place.row ?? null, lead, except }
  const take = line.take ?? 'each'

  if (take === 'each') {
    const people = resolveAudience(line.who, context).filter((id) => !except.includes(id))
    return people.map((person) => ({ ...draft, person, pool: null }))
  }
  const pool = poolKeys(line.who, context)
  const candidates = membersOf(pool, site).filter((id) => !except.includes(id))
  if (candidates.length === 0) return []
  const familiar = preferred(run.process, line, candidates)
  if (familiar) return [{ ...draft, person: familiar, pool: null }]
  if (take === 'one') return [{ ...draft, person: null, pool }]
  const person = take === 'in-turn' ? nextInTurn(run, node, line, candidates) : leastBusy(run, candidates)
  return [{ ...draft, person, pool: null }]
}

/** Whoever acted last at one of the nodes that the line prefers. */
function preferred(process: Process, line: ApprovalLine, candidates: readonly Id[]): Id | undefined {
  return (line.prefer ?? []).flatMap((node) => (process.actors[node] ?? []).toReversed()).find((id) => candidates.includes(id))
}

function nextInTurn(run: Run, node: ApprovalNode | TaskNode, line: ApprovalLine, candidates: readonly Id[]): Id {
  const key = `${run.program.schema?.id}/${node.id}/${line.id}`
  const last = run.facts.lastInTurn[key]
  if (last === undefined) run.reader.note({ kind: 'last-in-turn', line: key })
  const sorted = [...candidates].sort()
  return sorted.find((id) => last != null && id > last) ?? sorted[0]!
}

function leastBusy(run: Run, candidates: readonly Id[]): Id {
  const unknown = candidates.filter((id) => run.facts.workload[id] === undefined)
  if (unknown.length > 0) run.reader.note({ kind: 'workload', people: candidates })
  const load = (id: Id) => run.facts.workload[id] ?? 0
  return [...candidates].sort((a, b) => load(a) - load(b) || (a < b ? -1 : 1))[0]!
}

/** A person named twice has one seat; for each row one. If one of the lines makes them the lead, the seat is the lead's. */
function once(drafts: readonly SeatDraft[]): readonly SeatDraft[] {
  const seats = new Map<string, SeatDraft>()
  for (const draft of drafts) {
    const key = draft.person ? `${draft.row ?? ''}/${draft.person}` : `${draft.row ?? ''}/${draft.line}/pool`
    const known = seats.get(key)
    seats.set(key, known ? { ...known, lead: known.lead || draft.lead } : draft)
  }
  return [...seats.values()]
}

/** Whether a person may claim an assignment that waits in a pool. */
export function mayClaim(assignment: Assignment, person: Id, site: Run['facts']['site']): boolean {
  return assignment.pool !== null && !assignment.except.includes(person) && hasKey(assignment.pool, person, site)
}
