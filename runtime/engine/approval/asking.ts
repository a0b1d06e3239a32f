import type { ApprovalNode, Deadline, TaskNode } from '../../../schemas/generated/approval-schema.ts'
import { membersOf } from '../audience/keys.ts'
import { holdersOf } from '../audience/substitution.ts'
import type { Leaf } from '../document/event.ts'
import type { Run } from '../document/run.ts'
import type { Assignment, Hand, Id, Seat, Token } from '../document/state.ts'
import { startClock } from './deadline.ts'
import { draftSeats, mayHold, seatKey } from './seats.ts'
import { assignmentsOf, inOrder, seatsOf } from './tree.ts'

type Asking = ApprovalNode | TaskNode

/** Asks whom the lines of an approval or a task name, as the document comes there. */
export function askEverybody(run: Run, node: Asking, token: Token): undefined {
  const approved = node.again === 'who-had-not-approved' ? (run.process.approvedBefore[node.id] ?? {}) : {}
  const drafts = draftSeats(run, node, token)
  if (run.stopped) return
  const seats = drafts.map((draft, order): Seat => {
    const vote = approved[seatKey({ line: draft.line, ...(draft.row && { row: draft.row }) }, draft.person)]
    return {
      id: run.facts.newId(),
      token: token.id,
      node: node.id,
      line: draft.line,
      ...(draft.row && { row: draft.row }),
      order,
      kind: 'vote',
      ...(draft.lead && { lead: true as const }),
      ...(vote !== undefined && { carried: true as const }),
      ...(vote !== undefined && draft.person && { person: draft.person }),
      state: vote === undefined ? 'waiting' : 'decided',
      vote: vote ?? null,
    }
  })
  const first = new Set(inTurn(node.order, seats).map((seat) => seat.id))
  for (const [index, seat] of seats.entries()) {
    const draft = drafts[index]!
    if (seat.carried) {
      run.emit({ type: 'seat-made', seat, assignments: [] })
      continue
    }
    const asked: Assignment = {
      ...blank(run.facts.newId(), seat.id),
      person: draft.person,
      pool: draft.pool,
      except: draft.except,
      hands: askedHand(run, draft.person),
    }
    const opens = first.has(seat.id)
    const assignment = opens ? opened(run, node, seat, token, asked) : asked
    run.emit({ type: 'seat-made', seat: opens ? { ...seat, state: 'open' } : seat, assignments: [assignment] })
    if (opens) tellAsked(run, assignment, node.id)
  }
}

/** The seats whose turn it is to be asked, of those that wait. */
export function inTurn(order: Asking['order'], seats: readonly Seat[]): readonly Seat[] {
  const votes = seats.filter((seat) => seat.kind === 'vote')
  const waiting = votes.filter((seat) => seat.state === 'waiting')
  const busy = (seat: Seat) => seat.state === 'open' || seat.state === 'waiting'
  switch (order) {
    case 'in-order':
      return votes.some((seat) => seat.state === 'open') ? [] : waiting.slice(0, 1)
    case 'lead-last':
      return votes.some((seat) => !seat.lead && busy(seat)) ? waiting.filter((seat) => !seat.lead) : waiting
    default:
      return waiting
  }
}

/** Opens an assignment that waited for its turn: whoever is absent by now is stood in for. */
export function openAssignment(run: Run, node: Asking, seat: Seat, token: Token, assignment: Assignment): undefined {
  const next = opened(run, node, seat, token, assignment)
  run.emit({ type: 'assignment-opened', assignment: assignment.id, at: run.facts.now, clock: next.clock })
  for (const hand of next.hands.slice(assignment.hands.length)) {
    run.emit({ type: 'assignment-handed-over', assignment: assignment.id, hand, clock: null })
  }
  tellAsked(run, next, node.id)
}

/** Opens the seats whose turn has come, and in each seat whoever is next. What is set aside opens no further seat. */
export function openNext(run: Run, node: Asking, token: Token): undefined {
  for (const seat of token.aside ? [] : inTurn(node.order, seatsOf(run.process, token.id))) {
    const [assignment] = assignmentsOf(run.process, seat.id).filter((each) => each.state === 'waiting')
    if (assignment) openAssignment(run, node, seat, token, assignment)
  }
  for (const seat of seatsOf(run.process, token.id)) {
    if (seat.state !== 'open') continue
    const all = assignmentsOf(run.process, seat.id)
    const next = all.some((each) => each.state === 'open') ? undefined : all.find((each) => each.state === 'waiting')
    if (next) openAssignment(run, node, seat, token, next)
  }
}

/** Takes back what is still asked of anybody in the seats of a visit; `waiting`: only of those whose turn has not come. */
export function withdrawSeats(run: Run, token: Id, only?: 'waiting'): undefined {
  for (const seat of seatsOf(run.process, token)) {
    if (seat.state === 'waiting' || (seat.state === 'open' && only === undefined)) withdrawSeat(run, seat)
  }
}

/** Takes one seat back. `skipped`: it leaves the count; `by`: with whose words, where a person and not the process does it. */
export function withdrawSeat(run: Run, seat: Seat, how: 'withdrawn' | 'skipped' = 'withdrawn', by?: readonly Leaf[]): undefined {
  for (const assignment of assignmentsOf(run.process, seat.id)) {
    if (assignment.state !== 'open' && assignment.state !== 'waiting') continue
    if (by) run.did({ type: 'assignment-closed', assignment: assignment.id, how }, by)
    else run.emit({ type: 'assignment-closed', assignment: assignment.id, how })
    if (assignment.state === 'open' && assignment.person) {
      run.tell([assignment.person], { about: 'taken-away', facts: { node: seat.node }, assignment: assignment.id })
    }
    for (const opinion of inOrder(run.process.seats)) {
      if (opinion.under === assignment.id && (opinion.state === 'open' || opinion.state === 'waiting')) withdrawSeat(run, opinion)
    }
  }
  run.emit({ type: 'seat-changed', seat: seat.id, state: how, vote: seat.vote })
}

/** Tells whoever is asked: the holder, or everybody of the pool. */
export function tellAsked(run: Run, assignment: Assignment, node: string, about: 'asked' | 'passed-on' = 'asked'): undefined {
  const people = assignment.person ? [assignment.person] : membersOf(assignment.pool ?? [], run.facts.site)
  const able = people.filter((id) => mayHold(run, assignment, id))
  const facts = { node, due: assignment.clock?.due ?? null, from: run.by }
  run.tell(able, { about, facts, assignment: assignment.id, by: ['program', 'email'] })
}

/** An assignment that nobody holds yet. */
export function blank(id: Id, seat: Id): Assignment {
  return {
    id,
    seat,
    order: 0,
    person: null,
    pool: null,
    except: [],
    hands: [],
    state: 'waiting',
    opened: null,
    begun: null,
    closed: null,
    clock: null,
    suspended: null,
    outcome: null,
    decidedBy: null,
    comment: null,
    reason: null,
  }
}

/** The deadline of a seat's assignments; an opinion has none of its own. */
export function deadlineOf(node: Asking, seat: Pick<Seat, 'kind'>): Deadline | undefined {
  return seat.kind === 'vote' ? node.deadline : undefined
}

function askedHand(run: Run, person: Id | null): readonly Hand[] {
  return person ? [{ person, how: 'asked', at: run.facts.now, by: null }] : []
}

function opened(run: Run, node: Asking, seat: Seat, token: Token, assignment: Assignment): Assignment {
  const { now, site } = run.facts
  const { person } = assignment
  const [, ...standIns] = person ? holdersOf(person, now, site, (id) => mayHold(run, assignment, id)) : []
  const hands = standIns.map((id): Hand => ({ person: id, how: 'substitute', at: now, by: null }))
  const holder = standIns.at(-1) ?? person
  const place = { in: token.in, row: seat.row ?? null, assignee: holder }
  const clock = assignment.clock ?? startClock(run, token.aside ? undefined : deadlineOf(node, seat), place, holder)
  return { ...assignment, person: holder, hands: [...assignment.hands, ...hands], state: 'open', opened: assignment.opened ?? now, clock }
}
