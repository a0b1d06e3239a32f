import type { ClockHolder, DocumentEvent, EventBody, EventOf } from './event.ts'
import type { Assignment, Clock, Id, Process, Seat } from './state.ts'

/** The process of a document after one more event; events that do not concern it leave it as it is. */
export function evolveProcess(process: Process, body: EventBody, event: DocumentEvent): Process {
  switch (body.type) {
    case 'action-taken':
      return {
        ...acted(process, body.node, event.by),
        // Only a person's leaving of a stage can be taken back.
        leftStage: body.token && event.by ? { node: body.node, by: event.by } : process.leftStage,
        routesTaken: body.route === undefined ? process.routesTaken : plusOne(process.routesTaken, String(body.route)),
      }
    case 'node-entered':
      return { ...process, tokens: { ...process.tokens, [body.token.id]: body.token }, visits: plusOne(process.visits, body.token.node) }
    case 'node-left':
      return nodeLeft(process, body)
    case 'token-set-aside':
      return setAside(process, body.token)
    case 'wakes-set':
      return withToken(process, body.token, { wakes: body.wakes })
    case 'block-entered':
      return { ...process, blocks: { ...process.blocks, [body.block.id]: body.block }, visits: plusOne(process.visits, body.block.fork) }
    case 'branch-closed':
      return branchClosed(process, body)
    case 'block-left':
      return {
        ...process,
        blocks: without(process.blocks, body.block),
        passed: body.how === 'withdrawn' ? process.passed : plusOne(process.passed, body.fork),
      }
    case 'seat-made':
      return {
        ...process,
        seats: { ...process.seats, [body.seat.id]: body.seat },
        assignments: { ...process.assignments, ...Object.fromEntries(body.assignments.map((each) => [each.id, each])) },
      }
    case 'seat-changed':
      return withSeat(process, body.seat, { state: body.state, vote: body.vote })
    case 'deadline-step-taken':
      return withClock(process, body.on, (clock) => clock && { ...clock, steps: nextSteps(clock, body) })
    case 'deadline-changed':
      return withClock(process, body.on, () => body.clock)
    case 'suspended':
      return body.assignment
        ? withAssignment(process, body.assignment, { suspended: event.at })
        : { ...process, suspended: { since: event.at, by: event.by } }
    case 'resumed':
      return body.assignment ? withAssignment(process, body.assignment, { suspended: null }) : { ...process, suspended: null }
    case 'withdrawn':
      return { ...process, leftStage: null }
    case 'returned':
      return { ...process, ended: null }
    case 'document-moved':
      return renamed(process, body.nodes)
    case 'document-ended':
      return { ...process, clock: null, ended: { node: body.node, at: event.at, result: body.result } }
    default:
      return evolveAssignment(process, body, event)
  }
}

function evolveAssignment(process: Process, body: EventBody, event: DocumentEvent): Process {
  switch (body.type) {
    case 'assignment-added':
      return { ...process, assignments: { ...process.assignments, [body.assignment.id]: body.assignment } }
    case 'assignment-opened': {
      const opened = process.assignments[body.assignment]?.opened ?? body.at
      const open = withAssignment(process, body.assignment, { state: 'open', opened, clock: body.clock })
      const seat = open.assignments[body.assignment]?.seat
      return seat && open.seats[seat]?.state === 'waiting' ? withSeat(open, seat, { state: 'open' }) : open
    }
    case 'assignment-put-off':
      return withAssignment(process, body.assignment, { state: 'waiting' })
    case 'assignment-claimed':
    case 'assignment-handed-over': {
      const { hands } = process.assignments[body.assignment] ?? { hands: [] }
      const clock = body.type === 'assignment-handed-over' && body.clock ? { clock: body.clock } : {}
      return withAssignment(process, body.assignment, { person: body.hand.person, hands: [...hands, body.hand], ...clock })
    }
    case 'assignment-begun':
      return withAssignment(process, body.assignment, { begun: event.at })
    case 'assignment-given-back':
      return withAssignment(process, body.assignment, { person: body.to, begun: null })
    case 'assignment-offered':
      return withAssignment(process, body.assignment, { person: null, pool: body.pool, begun: null })
    case 'assignment-decided':
      return decided(process, body, event)
    case 'assignment-closed':
      return closed(process, body.assignment, { state: body.how, closed: event.at })
    default:
      return process
  }
}

function decided(process: Process, body: EventOf<'assignment-decided'>, event: DocumentEvent): Process {
  const text = (path: string) => (event.leaves.find((leaf) => leaf.path === path)?.value as string | null | undefined) ?? null
  const done = closed(process, body.assignment, {
    state: 'done',
    outcome: body.outcome,
    closed: event.at,
    decidedBy: event.by,
    comment: text('comment'),
    reason: text('reason'),
  })
  const seat = process.seats[process.assignments[body.assignment]?.seat ?? '']
  return seat ? acted(done, seat.node, event.by) : done
}

/** What is closed keeps its due date for the sheet, and has no step still to come. */
function closed(process: Process, assignment: Id, changes: Partial<Assignment>): Process {
  const clock = process.assignments[assignment]?.clock ?? null
  return withAssignment(process, assignment, { ...changes, suspended: null, clock: clock && { ...clock, steps: [], paused: null } })
}

function nodeLeft(process: Process, body: EventOf<'node-left'>): Process {
  const token = process.tokens[body.token]
  const left = body.aside ? setAside(process, body.token) : { ...process, tokens: without(process.tokens, body.token) }
  // What was only open for the file changes nothing that a condition may ask.
  if (token?.aside) return left
  const route = body.route === null ? {} : { routesTaken: plusOne(process.routesTaken, String(body.route)) }
  const approved = body.approved ? { approvedBefore: { ...process.approvedBefore, [body.node]: body.approved } } : {}
  if (body.how !== 'done') return { ...left, ...route, ...approved }
  const outcomes = body.outcome === null ? process.outcomes : { ...process.outcomes, [body.node]: body.outcome }
  const blocks = passedInside(process.blocks, token?.in ?? null, body.node)
  return { ...left, ...route, ...approved, blocks, outcomes, passed: plusOne(process.passed, body.node) }
}

/** Notes in every block around a branch that a node was passed. */
function passedInside(blocks: Process['blocks'], branch: Id | null, node: string): Process['blocks'] {
  const block = branch && Object.values(blocks).find((each) => each.branches.some(({ id }) => id === branch))
  if (!block) return blocks
  const passed = block.passed?.includes(node) ? block.passed : [...(block.passed ?? []), node]
  return passedInside({ ...blocks, [block.id]: { ...block, passed } }, block.in, node)
}

/** Nothing set aside has a deadline: neither the token nor whoever may still answer. */
function setAside(process: Process, token: Id): Process {
  const seats = new Set(Object.values(process.seats).flatMap((seat) => (seat.token === token ? [seat.id] : [])))
  const assignments = Object.values(process.assignments).map((each) =>
    seats.has(each.seat) && (each.state === 'open' || each.state === 'waiting') ? { ...each, clock: null } : each,
  )
  const rest = { ...process, assignments: Object.fromEntries(assignments.map((each) => [each.id, each])) }
  return withToken(rest, token, { aside: true, in: null, clock: null })
}

function branchClosed(process: Process, { block: id, branch, state }: EventOf<'branch-closed'>): Process {
  const block = process.blocks[id]
  if (!block) return process
  const branches = block.branches.map((each) => (each.id === branch ? { ...each, state } : each))
  return { ...process, blocks: { ...process.blocks, [id]: { ...block, branches } } }
}

function nextSteps(clock: Clock, { step, next }: EventOf<'deadline-step-taken'>): Clock['steps'] {
  return clock.steps.flatMap((each) => (each.step !== step ? [each] : next ? [{ step, at: next, round: each.round + 1 }] : []))
}

function withClock(process: Process, on: ClockHolder, change: (clock: Clock | null) => Clock | null): Process {
  switch (on.kind) {
    case 'schema':
      return { ...process, clock: change(process.clock) }
    case 'token':
      return withToken(process, on.id, { clock: change(process.tokens[on.id]?.clock ?? null) })
    case 'assignment':
      return withAssignment(process, on.id, { clock: change(process.assignments[on.id]?.clock ?? null) })
    case 'block': {
      const block = process.blocks[on.id]
      return block ? { ...process, blocks: { ...process.blocks, [on.id]: { ...block, clock: change(block.clock) } } } : process
    }
  }
}

function withToken(process: Process, id: Id, changes: Partial<Process['tokens'][Id]>): Process {
  const token = process.tokens[id]
  return token ? { ...process, tokens: { ...process.tokens, [id]: { ...token, ...changes } } } : process
}

function withSeat(process: Process, id: Id, changes: Partial<Seat>): Process {
  const seat = process.seats[id]
  return seat ? { ...process, seats: { ...process.seats, [id]: { ...seat, ...changes } } } : process
}

function withAssignment(process: Process, id: Id, changes: Partial<Assignment>): Process {
  const assignment = process.assignments[id]
  return assignment ? { ...process, assignments: { ...process.assignments, [id]: { ...assignment, ...changes } } } : process
}

function acted(process: Process, node: string, by: Id | null): Process {
  if (!by) return process
  const before = process.actors[node] ?? []
  return { ...process, actors: { ...process.actors, [node]: [...before.filter((person) => person !== by), by] } }
}

function renamed(process: Process, nodes: { readonly [node: string]: string }): Process {
  if (Object.keys(nodes).length === 0) return process
  const name = (node: string) => nodes[node] ?? node
  const keys = <V>(values: { readonly [node: string]: V }) => Object.fromEntries(Object.entries(values).map(([node, v]) => [name(node), v]))
  const each = <V>(values: { readonly [id: Id]: V }, change: (value: V) => V) =>
    Object.fromEntries(Object.entries(values).map(([id, value]) => [id, change(value)]))
  return {
    ...process,
    tokens: each(process.tokens, (token) => ({ ...token, node: name(token.node) })),
    seats: each(process.seats, (seat) => ({ ...seat, node: name(seat.node) })),
    blocks: each(process.blocks, (block) => ({
      ...block,
      fork: name(block.fork),
      branches: block.branches.map((branch) => ({ ...branch, first: name(branch.first) })),
    })),
    visits: keys(process.visits),
    passed: keys(process.passed),
    outcomes: keys(process.outcomes),
    actors: keys(process.actors),
    approvedBefore: keys(process.approvedBefore),
    leftStage: process.leftStage && { ...process.leftStage, node: name(process.leftStage.node) },
    ended: process.ended && { ...process.ended, node: name(process.ended.node) },
  }
}

function plusOne(counts: { readonly [key: string]: number }, key: string): { readonly [key: string]: number } {
  return { ...counts, [key]: (counts[key] ?? 0) + 1 }
}

function without<V>(values: { readonly [id: Id]: V }, id: Id): { readonly [id: Id]: V } {
  const { [id]: _, ...rest } = values
  return rest
}
