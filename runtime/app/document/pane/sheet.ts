import type { ApprovalNode, ApprovalSchema, Deadline, TaskNode } from '../../../../schemas/generated/approval-schema.ts'
import { type Outcome, opinionOutcomes, outcomesOf } from '../../../engine/approval/outcomes.ts'
import type { Assignment, Id, Instant, Process, Seat } from '../../../engine/document/state.ts'
import type { LocalText } from '../../../engine/site.ts'
import type { SeatState } from '../../ui/status.tsx'

/** The approval sheet: what was and is asked of people, one entry for each time that the document came to a step. */
export interface Sheet {
  /** Where it stands now. */
  readonly now: readonly SheetStep[]
  /** The last round of each step that it has left. */
  readonly done: readonly SheetStep[]
  /** Rounds before the last one. */
  readonly earlier: readonly SheetStep[]
}

export interface SheetStep {
  /** The visit: the id of its token. */
  readonly id: Id
  readonly node: string
  readonly label: LocalText
  readonly rule: Rule
  readonly lines: readonly SheetLine[]
}

export type Rule =
  | { readonly kind: 'all' | 'any' | 'majority' | 'lead' }
  | { readonly kind: 'atLeast'; readonly needed: number; readonly of: number }
  | null

/** One row of the sheet: an assignment of a seat, or a seat that nobody holds one for. */
export interface SheetLine {
  readonly id: Id
  readonly assignment: Id | null
  /** Who holds it; null while it waits in a pool. */
  readonly person: Id | null
  readonly pool: boolean
  readonly opinion: boolean
  /** Through whose hands it came here, where that says something: a substitute, a delegate. */
  readonly via: {
    readonly how: 'substitute' | 'delegated' | 'forwarded' | 'reassigned' | 'passed' | 'added'
    readonly person: Id | null
  } | null
  readonly state: SeatState
  /** The word of the outcome that was given. */
  readonly outcome: LocalText | null
  /** Somebody else than who holds it decided. */
  readonly decidedBy: Id | null
  readonly carried: boolean
  readonly begun: boolean
  readonly at: Instant | null
  readonly due: Instant | null
  readonly late: boolean
  readonly stopped: boolean
  readonly comment: string | null
  readonly reason: { readonly directory: string; readonly item: string } | null
  /** What the clock does next with a late one, or one that is waited for. */
  readonly next: { readonly what: 'tell' | 'pass' | 'choose'; readonly at: Instant; readonly action: LocalText | null } | null
}

type Asking = ApprovalNode | TaskNode

/** The sheet of a process, in the order in which it was asked. `now`: to tell what is late. */
export function sheetOf(schema: ApprovalSchema, process: Process, now: Instant): Sheet {
  const asking = new Map(
    schema.nodes.filter((node): node is Asking => node.kind === 'approval' || node.kind === 'task').map((node) => [node.id, node]),
  )
  const visits = Map.groupBy(Object.values(process.seats), (seat) => seat.token)
  // In the order in which the schema draws the steps: those of one block began at the same moment.
  const drawn = schema.nodes.map(({ id }) => id)
  const placeOf = (seats: readonly Seat[]) => drawn.indexOf(seats[0]?.node ?? '')
  const steps = [...visits]
    .sort(([a, left], [b, right]) => placeOf(left) - placeOf(right) || (a < b ? -1 : 1))
    .flatMap(([token, seats]): SheetStep[] => {
      const node = asking.get(seats[0]?.node ?? '')
      return node ? [stepOf(token, node, seats, process, now)] : []
    })
  const here = new Set(
    Object.values(process.tokens)
      .filter((token) => !token.aside)
      .map(({ id }) => id),
  )
  const left = steps.filter(({ id }) => !here.has(id))
  // Ids are made one after the other, so the last of a step is its last round.
  const last = new Map(left.map((step) => [step.node, step.id]))
  const nowAt = new Set(steps.filter(({ id }) => here.has(id)).map(({ node }) => node))
  const isLast = (step: SheetStep) => last.get(step.node) === step.id && !nowAt.has(step.node)
  return {
    now: steps.filter(({ id }) => here.has(id)),
    done: left.filter(isLast),
    earlier: left.filter((step) => !isLast(step)),
  }
}

function stepOf(token: Id, node: Asking, seats: readonly Seat[], process: Process, now: Instant): SheetStep {
  const ordered = [...seats].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
  const votes = ordered.filter(({ kind }) => kind === 'vote')
  const lines = votes.flatMap((seat) => {
    const own = linesOf(seat, node, process, now)
    const asked = new Set(own.map(({ assignment }) => assignment))
    // An opinion stands below the one that asked for it.
    const opinions = ordered.filter(({ kind, under }) => kind === 'opinion' && under !== undefined && asked.has(under))
    return [...own, ...opinions.flatMap((opinion) => linesOf(opinion, node, process, now))]
  })
  return {
    id: token,
    node: node.id,
    label: node.label ?? node.id,
    rule: ruleOf(node, votes),
    lines,
  }
}

function ruleOf({ rule = 'all' }: Asking, votes: readonly Seat[]): Rule {
  const counting = votes.filter(({ state }) => state !== 'skipped')
  if (counting.length < 2) return null
  return typeof rule === 'string' ? { kind: rule } : { kind: 'atLeast', needed: rule.atLeast, of: counting.length }
}

function linesOf(seat: Seat, node: Asking, process: Process, now: Instant): SheetLine[] {
  const own = Object.values(process.assignments)
    .filter((assignment) => assignment.seat === seat.id)
    .sort((a, b) => a.order - b.order)
  if (own.length > 0) return own.map((assignment) => lineOf(seat, assignment, node, process, now))
  const outcome = seat.vote === null ? undefined : outcomesFor(seat, node).find(({ id }) => id === seat.vote)
  return [
    {
      ...blank,
      id: seat.id,
      person: seat.person ?? null,
      pool: seat.person === undefined,
      opinion: seat.kind === 'opinion',
      carried: seat.carried ?? false,
      state:
        seat.state === 'decided' ? stateOfOutcome(outcome, node) : seat.state === 'open' || seat.state === 'waiting' ? 'next' : 'withdrawn',
      outcome: outcome?.label ?? null,
    },
  ]
}

const blank: SheetLine = {
  id: '',
  assignment: null,
  person: null,
  pool: false,
  opinion: false,
  via: null,
  state: 'next',
  outcome: null,
  decidedBy: null,
  carried: false,
  begun: false,
  at: null,
  due: null,
  late: false,
  stopped: false,
  comment: null,
  reason: null,
  next: null,
}

function lineOf(seat: Seat, assignment: Assignment, node: Asking, process: Process, now: Instant): SheetLine {
  const { clock, outcome: given } = assignment
  const outcome = given === null ? undefined : outcomesFor(seat, node).find(({ id }) => id === given)
  const open = assignment.state === 'open'
  const stopped = open && (process.suspended !== null || assignment.suspended !== null || (clock !== null && clock.paused !== null))
  const late = open && clock !== null && (clock.paused ?? now) > clock.due
  const reasons = node.deadline?.reason
  return {
    ...blank,
    id: assignment.id,
    assignment: assignment.id,
    person: assignment.person,
    pool: assignment.person === null,
    opinion: seat.kind === 'opinion',
    via: viaOf(assignment),
    state: stateOf(assignment, outcome, node, late, process.suspended !== null),
    outcome: outcome?.label ?? null,
    decidedBy: assignment.decidedBy !== null && assignment.decidedBy !== assignment.person ? assignment.decidedBy : null,
    begun: open && assignment.begun !== null,
    at: assignment.closed,
    due: open ? (clock?.due ?? null) : null,
    late,
    stopped,
    comment: assignment.comment,
    reason: assignment.reason !== null && reasons !== undefined ? { directory: reasons, item: assignment.reason } : null,
    next: open && !stopped && clock ? nextOf(clock, node) : null,
  }
}

const outcomesFor = (seat: Seat, node: Asking): readonly Outcome[] => (seat.kind === 'opinion' ? opinionOutcomes : outcomesOf(node))

function stateOf(assignment: Assignment, outcome: Outcome | undefined, node: Asking, late: boolean, suspended: boolean): SeatState {
  switch (assignment.state) {
    case 'done':
      return stateOfOutcome(outcome, node)
    case 'open':
      return suspended || assignment.suspended !== null ? 'suspended' : late ? 'overdue' : 'waiting'
    case 'waiting':
      return 'next'
    default:
      return 'withdrawn'
  }
}

function stateOfOutcome(outcome: Outcome | undefined, node: Asking): SeatState {
  switch (outcome?.counts) {
    case 'against':
      return 'rejected'
    case 'neither':
      return outcome.id === 'opinion' ? 'done' : 'returned'
    case 'at-once':
      return 'returned'
    default:
      return node.kind === 'task' ? 'done' : 'approved'
  }
}

/** The last hand that is not simply the one asked; the person before it, for the words "stands in for". */
function viaOf({ hands, person }: Assignment): SheetLine['via'] {
  const last = hands.at(-1)
  if (!last || last.person !== person || last.how === 'asked' || last.how === 'claimed') return null
  return { how: last.how, person: last.how === 'added' ? last.by : (hands.at(-2)?.person ?? null) }
}

function nextOf(clock: NonNullable<Assignment['clock']>, node: Asking): SheetLine['next'] {
  const [first] = [...clock.steps].sort((a, b) => (a.at < b.at ? -1 : 1))
  const step = first && (node.deadline as Deadline | undefined)?.steps?.[first.step]
  if (!first || !step) return null
  if ('choose' in step && step.choose !== undefined)
    return { what: 'choose', at: first.at, action: outcomesOf(node).find(({ id }) => id === step.choose)?.label ?? step.choose }
  if ('pass' in step && step.pass !== undefined) return { what: 'pass', at: first.at, action: null }
  return 'tell' in step && step.tell !== undefined ? { what: 'tell', at: first.at, action: null } : null
}
