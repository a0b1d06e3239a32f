/**
 * Moves a document through its process. Going to a node is one operation, whatever asked for it (a route, an action, a
 * timer, a return): the blocks around the place left are compared with those around the target; those that hold only the
 * place end with everything in them, those that hold only the target begin, and the token stands on the target.
 */
import type {
  ApprovalNode,
  EndNode,
  ForkNode,
  JoinNode,
  SchemaNode,
  StageNode,
  TaskNode,
  WaitNode,
} from '../../../schemas/generated/approval-schema.ts'
import { MOST_STEPS, type Run } from '../document/run.ts'
import type { Block, Branch, Id, Token } from '../document/state.ts'
import { askEverybody, openNext, withdrawSeats } from './asking.ts'
import { automate } from './automate.ts'
import { startClock } from './deadline.ts'
import { joinVerdict } from './join.ts'
import { outcomesOf } from './outcomes.ts'
import { blanksAt, holdsAt, valuesAt } from './place.ts'
import { forkOf, type IndexedRoute, pathOf, routesFrom } from './program.ts'
import { askedOf, seatKey } from './seats.ts'
import { assignmentsOf, blocksAround, blocksInside, inOrder, ownerOf, seatsOf, tokensInside, tokensOf } from './tree.ts'
import { voteOf } from './vote.ts'
import { sameWakes, wakesOf, wokenBy } from './waiting.ts'

/** The outcome of a wait, an automation or a task that ends in the ordinary way; routes without `on` from the first two mean it. */
export const DONE = 'done'

/** Puts the first token of a process on the start of its schema. */
export function begin(run: Run): undefined {
  const { schema } = run.program
  if (!schema) return run.refuse({ code: 'process-not-running' })
  const clock = schema.deadline && !schema.deadline.from ? startClock(run, schema.deadline, {}) : null
  run.did({ type: 'process-started', schema: schema.id, clock })
  go(run, null, schema.start)
}

/** Goes to a node from a branch that holds nothing now (null: the top). `uncounted`: arrives at a join without counting. */
export function go(run: Run, from: Id | null, target: string, uncounted = false): undefined {
  if (run.stopped) return
  const node = run.program.nodes.get(target)
  if (!node) return run.refuse({ code: 'route-missing', node: target, outcome: '' })
  const around = blocksAround(run.process, from)
  if (node.kind === 'join') {
    const joined = around.findIndex(({ block }) => block.fork === node.fork)
    if (joined >= 0) {
      const inner = around[joined + 1]
      if (inner) endBlock(run, inner.block)
      const { block, branch } = around[joined]!
      return closeBranch(run, block, branch, uncounted ? 'uncounted' : 'arrived')
    }
  }
  const wanted = pathOf(run.program, target)
  const differs = around.findIndex(({ block }, depth) => block.fork !== wanted[depth])
  const shared = differs < 0 ? around.length : differs
  if (shared < around.length) endBlock(run, around[shared]!.block)
  let branch = shared > 0 ? around[shared - 1]!.branch.id : null
  for (const fork of wanted.slice(shared)) branch = beginAt(run, branch, forkOf(run.program, fork), target)
  enter(run, branch, node)
}

/** Takes away everything that is in play, so that the top holds nothing. */
export function clear(run: Run): undefined {
  for (const block of Object.values(run.process.blocks)) if (block.in === null) endBlock(run, block)
  for (const token of tokensOf(run.process)) leave(run, token, 'withdrawn')
}

/** Ends a block with everything in it; its branch, or the top, holds nothing after that. */
export function endBlock(run: Run, block: Block, how: 'withdrawn' | 'met' | 'unreached' = 'withdrawn', letFinish = false): undefined {
  for (const token of tokensInside(run.process, block.id)) {
    if (letFinish && hasOpenSeats(run, token)) {
      withdrawSeats(run, token.id, 'waiting')
      run.emit({ type: 'token-set-aside', token: token.id })
    } else leave(run, token, 'withdrawn')
  }
  for (const inner of blocksInside(run.process, block.id))
    run.emit({ type: 'block-left', block: inner.id, fork: inner.fork, how: 'withdrawn' })
  run.emit({ type: 'block-left', block: block.id, fork: block.fork, how })
}

/** Takes a token away from where it rests, with whatever is still asked there. */
export function leave(
  run: Run,
  token: Token,
  how: 'done' | 'withdrawn',
  outcome: string | null = null,
  route: IndexedRoute | null = null,
): undefined {
  const node = run.program.nodes.get(token.node)
  const asking = node?.kind === 'approval' || node?.kind === 'task' ? node : null
  const approved = asking ? approvedSeats(run, asking, token) : null
  const aside = how === 'done' && asking?.late === 'let-finish' && hasOpenSeats(run, token)
  if (asking) withdrawSeats(run, token.id, aside ? 'waiting' : undefined)
  run.emit({
    type: 'node-left',
    token: token.id,
    node: token.node,
    how,
    outcome,
    route: route?.index ?? null,
    ...(approved && { approved }),
    ...(aside && { aside: true as const }),
  })
}

/** Leaves a node on an outcome, by the first of its routes that holds. */
export function leaveBy(run: Run, token: Token, outcome: string | null): undefined {
  const route = routeFor(run, token.node, outcome, token.in)
  if (!route) return
  leave(run, token, 'done', outcome, route)
  go(run, token.in, targetOf(run, route), route.arrives === 'uncounted')
}

/** The first route of a node on an outcome whose condition holds, else its `otherwise`. Refuses where there is none. */
export function routeFor(run: Run, node: string, outcome: string | null, branch: Id | null): IndexedRoute | null {
  const candidates = routesFrom(run.program, node).filter((route) => matches(run.program.nodes.get(node), route, outcome))
  const holds = (route: IndexedRoute) => holdsAt(run, route.when, { in: branch }, `route from "${route.from}" to "${route.to}"`)
  const route = candidates.find((each) => !each.otherwise && holds(each)) ?? candidates.find((each) => each.otherwise)
  if (!route) run.refuse({ code: 'route-missing', node, outcome: outcome ?? '' })
  return route ?? null
}

/** Where a route leads: a bounded one, once it was taken often enough, to its `then`. */
export function targetOf(run: Run, route: IndexedRoute): string {
  // Asked after the route was noted as taken, so the count includes this time.
  const taken = run.process.routesTaken[String(route.index)] ?? 0
  return route.atMost !== undefined && route.then !== undefined && taken > route.atMost ? route.then : route.to
}

/** Looks at the seats of an approval or a task after something was said or taken back there, and goes on if it is decided. */
export function progress(run: Run, tokenId: Id, close = false): undefined {
  const token = run.process.tokens[tokenId]
  const node = token && run.program.nodes.get(token.node)
  if (!token || run.stopped || (node?.kind !== 'approval' && node?.kind !== 'task')) return
  for (const seat of seatsOf(run.process, tokenId)) {
    const all = assignmentsOf(run.process, seat.id)
    const waits = all.some((each) => each.state === 'open' || each.state === 'waiting')
    if (seat.state !== 'open' || waits) continue
    const votes = all.flatMap((each) => (each.state === 'done' && each.outcome !== null ? [each.outcome] : []))
    const vote = seat.kind === 'opinion' ? (votes[0] ?? null) : spokenBy(node, votes)
    run.emit({ type: 'seat-changed', seat: seat.id, state: vote === null ? 'withdrawn' : 'decided', vote })
  }
  if (token.aside) {
    if (hasOpenSeats(run, token)) openNext(run, node, token)
    else leave(run, token, 'done', voteOf(node, seatsOf(run.process, tokenId), true))
    return
  }
  const outcome = voteOf(node, seatsOf(run.process, tokenId), close)
  if (outcome !== null) leaveBy(run, token, outcome)
  else openNext(run, node, token)
}

/** Tries the waits again, as often as one of them brings another on its way. */
export function settleWaits(run: Run): undefined {
  let moved = !run.process.suspended
  while (moved && !run.stopped) {
    moved = false
    for (const { id } of tokensOf(run.process)) {
      const token = run.process.tokens[id]
      const node = token && run.program.nodes.get(token.node)
      if (!token || token.aside || node?.kind !== 'wait') continue
      const wakes = wakesOf(run, node, token)
      if (!sameWakes(wakes, token.wakes ?? [])) run.emit({ type: 'wakes-set', token: id, wakes })
      const outcome = wokenBy(run, node, { ...token, wakes })
      if (outcome === null) continue
      leaveBy(run, token, outcome)
      moved = true
    }
  }
}

function enter(run: Run, branch: Id | null, node: SchemaNode): undefined {
  if (run.stopped) return
  run.steps += 1
  if (run.steps > MOST_STEPS) return run.refuse({ code: 'too-many-steps', node: node.id })
  if (node.kind === 'fork') return enterFork(run, branch, node)
  const deadline = node.kind === 'stage' || node.kind === 'wait' ? node.deadline : undefined
  const bare: Token = {
    id: run.facts.newId(),
    node: node.id,
    in: branch,
    since: run.facts.now,
    visit: (run.process.visits[node.id] ?? 0) + 1,
    clock: startClock(run, deadline, { in: branch }),
  }
  const token = node.kind === 'wait' ? { ...bare, wakes: wakesOf(run, node, bare) } : bare
  if ('needs' in node && node.needs) {
    const fields = blanksAt(run, node.needs, { in: branch })
    if (fields.length > 0) return run.refuse({ code: 'card-incomplete', fields })
  }
  run.emit({ type: 'node-entered', token, ...(node.status !== undefined && { status: node.status }) })
  startSchemaClock(run, node.id)
  if ('onEnter' in node && node.onEnter) automate(run, node.onEnter, node.id, token.in)
  arrived(run, node, token)
}

function arrived(run: Run, node: Exclude<SchemaNode, ForkNode>, token: Token): undefined {
  switch (node.kind) {
    case 'stage':
      return cameBack(run, node, token)
    case 'approval':
    case 'task':
      askEverybody(run, node, token)
      return progress(run, token.id)
    case 'decision':
      return leaveBy(run, token, null)
    case 'wait':
      return tryWait(run, node, token)
    case 'automation':
      automate(run, node.does, node.id, token.in)
      return leaveBy(run, token, DONE)
    case 'join':
      // Come to from outside its block, as a fork that starts nothing does: there is nobody to wait for.
      return leaveBy(run, token, null)
    case 'end':
      return end(run, node, token)
  }
}

function tryWait(run: Run, node: WaitNode, token: Token): undefined {
  const outcome = wokenBy(run, node, token)
  if (outcome !== null) leaveBy(run, token, outcome)
}

/** Somebody's document that comes to rest at a stage once more waits for its author: who sent it there is known, the author is told. */
function cameBack(run: Run, node: StageNode, token: Token): undefined {
  if (token.visit > 1) run.tell([run.document.author], { about: 'returned', facts: { node: node.id, from: run.by } })
}

function end(run: Run, node: EndNode, token: Token): undefined {
  leave(run, token, 'done')
  const owner = token.in ? ownerOf(run.process, token.in) : null
  if (owner) return closeBranch(run, owner.block, owner.branch, 'ended')
  for (const aside of inOrder(run.process.tokens)) leave(run, aside, 'withdrawn')
  run.emit({ type: 'document-ended', node: node.id, result: node.result ?? null })
  run.tell([run.document.author], { about: 'ended', facts: { node: node.id, result: node.result ?? null } })
}

function enterFork(run: Run, branch: Id | null, node: ForkNode): undefined {
  const routes = routesFrom(run.program, node.id).filter((route) => !isAction(node, route))
  const starts = node.each
    ? eachItem(run, node, branch, routes)
    : routes.filter((route) => !route.otherwise && holdsOn(run, route, branch)).map((route) => ({ route }))
  const otherwise = routes.find((route) => route.otherwise)
  if (starts.length === 0 && !otherwise) return run.refuse({ code: 'route-missing', node: node.id, outcome: 'otherwise' })
  if (starts.length === 0 && otherwise && !pathOf(run.program, otherwise.to).includes(node.id)) {
    // It leads past the block, most often to its join: the fork is passed without having run.
    const block = beginBlock(run, branch, node, [])
    run.emit({ type: 'block-left', block: block.id, fork: node.id, how: 'met' })
    return go(run, branch, otherwise.to)
  }
  const begun = starts.length > 0 ? starts : [{ route: otherwise! }]
  const branches = begun.map(({ route, item }: { route: IndexedRoute; item?: string }): Branch => {
    return { id: run.facts.newId(), first: route.to, ...(item !== undefined && { item }), state: 'running' }
  })
  const block = beginBlock(run, branch, node, branches)
  for (const [index, { route }] of begun.entries()) {
    // An earlier branch may have met the join, or led out of the block.
    if (run.stopped || !run.process.blocks[block.id]) return
    go(run, branches[index]!.id, route.to, route.arrives === 'uncounted')
  }
}

interface Start {
  readonly route: IndexedRoute
  readonly item?: string
}

/** One branch for each item of a list: a row by its `_id`, or the value itself. Its route is the first that holds for the item. */
function eachItem(run: Run, node: ForkNode, branch: Id | null, routes: readonly IndexedRoute[]): readonly Start[] {
  const route = routes.find((each) => !each.otherwise && holdsOn(run, each, branch))
  if (!route) return []
  return valuesAt(run, node.each!, { in: branch }).map((value) => ({ route, item: itemOf(value) }))
}

function itemOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  return '_id' in value ? String(value._id) : 'id' in value ? String(value.id) : ''
}

function holdsOn(run: Run, route: IndexedRoute, branch: Id | null): boolean {
  return holdsAt(run, route.when, { in: branch }, `route from "${route.from}" to "${route.to}"`)
}

/** Begins a block at one node, with the one branch that leads there. */
function beginAt(run: Run, branch: Id | null, fork: ForkNode, target: string): Id {
  if (fork.each) run.refuse({ code: 'not-supported', what: `entering the block of "${fork.id}", which is made for each item, at a node` })
  const first = routesFrom(run.program, fork.id).find((route) => leadsTo(run, fork.id, route.to, target))?.to ?? target
  const only: Branch = { id: run.facts.newId(), first, state: 'running' }
  beginBlock(run, branch, fork, [only])
  return only.id
}

function beginBlock(run: Run, branch: Id | null, node: ForkNode, branches: readonly Branch[]): Block {
  // What was left open for the file only goes when the fork is entered again.
  for (const token of inOrder(run.process.tokens)) {
    if (token.aside && pathOf(run.program, token.node).includes(node.id)) leave(run, token, 'withdrawn')
  }
  const clock = startClock(run, node.deadline, { in: branch })
  const block: Block = { id: run.facts.newId(), fork: node.id, in: branch, since: run.facts.now, branches, clock }
  run.emit({ type: 'block-entered', block, ...(node.status !== undefined && { status: node.status }) })
  startSchemaClock(run, node.id)
  return block
}

/** Whether a node can be come to from another without leaving the block of a fork. */
export function leadsTo(run: Pick<Run, 'program'>, fork: string, from: string, target: string): boolean {
  const seen = new Set<string>()
  const open = [from]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === target || pathOf(run.program, target).includes(id)) return true
    if (seen.has(id) || !pathOf(run.program, id).includes(fork)) continue
    seen.add(id)
    open.push(...routesFrom(run.program, id).flatMap((route) => [route.to, ...(route.then ? [route.then] : [])]))
  }
  return false
}

function closeBranch(run: Run, block: Block, branch: Branch, state: 'arrived' | 'uncounted' | 'ended'): undefined {
  run.emit({ type: 'branch-closed', block: block.id, branch: branch.id, state })
  const now = run.process.blocks[block.id]
  const join = run.program.joins.get(block.fork)
  if (!now || !join) return
  const verdict = joinVerdict(join.rule, now.branches)
  if (verdict !== 'waiting') passJoin(run, now, join, verdict)
}

function passJoin(run: Run, block: Block, join: JoinNode, verdict: 'met' | 'unreached'): undefined {
  endBlock(run, block, verdict, join.rest === 'let-finish')
  if (run.stopped) return
  const token: Token = {
    id: run.facts.newId(),
    node: join.id,
    in: block.in,
    since: run.facts.now,
    visit: (run.process.visits[join.id] ?? 0) + 1,
    clock: null,
  }
  run.emit({ type: 'node-entered', token, ...(join.status !== undefined && { status: join.status }) })
  leaveBy(run, token, verdict === 'unreached' ? 'unreached' : null)
}

function matches(node: SchemaNode | undefined, route: IndexedRoute, outcome: string | null): boolean {
  if (outcome === null) return route.on === undefined
  if (route.on !== undefined) return route.on === outcome
  return outcome === DONE && (node?.kind === 'wait' || node?.kind === 'automation')
}

function isAction(node: ForkNode, route: IndexedRoute): boolean {
  return route.on !== undefined && (node.actions ?? []).some((action) => action.id === route.on)
}

function startSchemaClock(run: Run, node: string): undefined {
  const { deadline } = run.program.schema ?? {}
  if (deadline?.from !== node || run.process.clock) return
  run.emit({ type: 'deadline-changed', on: { kind: 'schema' }, clock: startClock(run, deadline, {}) })
}

function hasOpenSeats(run: Run, token: Token): boolean {
  return seatsOf(run.process, token.id).some((seat) => seat.state === 'open')
}

/** What a seat says that several share: an outcome that decides by itself, else one against, else the last listed. */
function spokenBy(node: ApprovalNode | TaskNode, votes: readonly string[]): string | null {
  const given = outcomesOf(node).filter((outcome) => votes.includes(outcome.id))
  const side = (counts: string) => given.findLast((outcome) => outcome.counts === counts)?.id
  return side('at-once') ?? side('against') ?? side('for') ?? side('neither') ?? votes.at(-1) ?? null
}

function approvedSeats(run: Run, node: ApprovalNode | TaskNode, token: Token): { readonly [seat: string]: string } {
  const outcomes = outcomesOf(node)
  const approved: { [seat: string]: string } = {}
  for (const seat of seatsOf(run.process, token.id)) {
    const counts = outcomes.find((outcome) => outcome.id === seat.vote)?.counts
    if (seat.kind !== 'vote' || seat.state !== 'decided' || counts !== 'for' || seat.vote === null || seat.line === 'added') continue
    approved[seatKey(seat, seat.carried ? (seat.person ?? null) : askedOf(run.process, seat))] = seat.vote
  }
  return approved
}
