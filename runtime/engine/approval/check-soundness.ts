import type { ApprovalSchema, ForkNode, SchemaNode } from '../../../schemas/generated/approval-schema.ts'
import type { Checking } from '../checking.ts'
import { BlockGraph, isActionOf, type Place, reach, top } from './block-graph.ts'
import { checkCircles } from './check-circles.ts'
import { checkPassed } from './check-passed.ts'
import type { JoinExits } from './join-exits.ts'

const resting = new Set<SchemaNode['kind']>(['stage', 'approval', 'task', 'wait'])

/**
 * Whether documents can always come to an end: every node is reached; every branch can close without leaving its block;
 * from every place at the top an end can be reached; no block is passed before its branches have their turn; each way out of a join that can happen has a route; nothing goes in a
 * circle by itself. Linear in nodes and routes. Takes a schema whose names all exist and whose blocks are well formed.
 */
export function checkSoundness(schema: ApprovalSchema, checking: Checking): void {
  const graph = new BlockGraph(schema)
  const places = new Map(schema.nodes.map((node, index) => [node.id, `/nodes/${index}`]))
  const at = (id: string) => places.get(id)!

  checkEntries(graph, schema, checking, at)
  const anywhere = anywhereFrom(graph, schema)
  const start = graph.placeOf(top, schema.start)
  const onward = (place: Place) => [...place.next, ...anywhere(place)]
  const atTop = reach(start ? [start] : [], onward)
  const reached = withInside(atTop)

  const unreached = schema.nodes.filter((node) => !isReached(graph, node, reached))
  // In a block that is passed at once nothing has its turn, though arrows lead there.
  const silent = new Set(unreached.flatMap(({ id }) => graph.pathOf(id)))
  const begun = (fork: string) => graph.blocksOf(fork).some((place) => place.entry === undefined && reached.has(place))
  const passed = new Set([...silent].filter((fork) => graph.isPassedAtOnce(fork) && begun(fork)))
  for (const fork of passed) checking.problem('block-passed-at-once', at(fork), { fork, join: graph.joinOf(fork)!.id })
  const before = (id: string) => graph.routesFrom(id).flatMap(({ to, then }) => (then === undefined ? [to] : [to, then]))
  for (const id of headsOf(
    unreached.map((node) => node.id),
    before,
  ))
    if (!graph.pathOf(id).some((fork) => passed.has(fork))) checking.problem('unreachable-node', at(id), { node: id })

  const ending = canEnd(atTop, onward)
  const stuck = [...atTop].filter((place) => !ending.has(place))
  for (const place of endsOf(stuck, onward)) checking.problem('no-way-to-end', at(place.node.id), { node: place.node.id })

  for (const fork of schema.nodes) {
    if (fork.kind !== 'fork') continue
    checkInside(graph, fork, reached, checking, at)
    checkJoin(graph, fork, reached, checking, at)
  }
  // Nothing goes round where nothing comes: what is not reached is told already.
  const lost = new Set(unreached.map(({ id }) => id))
  const nodes = schema.nodes.filter(({ id }) => !lost.has(id))
  const routes = schema.routes.filter(({ from, to }) => !lost.has(from) && !lost.has(to))
  checkCircles(lost.size === 0 ? schema : { ...schema, nodes, routes }, checking, at)
  checkPassed(graph, schema, checking, at)
}

/** A block begins by its fork, or by going to one node inside it; one made for each item of a list only by its fork. */
function checkEntries(graph: BlockGraph, schema: ApprovalSchema, checking: Checking, at: (id: string) => string): void {
  for (const node of schema.nodes) {
    if (node.kind !== 'fork') continue
    const entries = graph.entriesOf(node.id)
    if (node.each !== undefined && entries.length > 0)
      checking.problem('each-entered-inside', at(node.id), { fork: node.id, nodes: [...entries] })
    else if (entries.length > 1) checking.problem('block-entered-twice', at(node.id), { fork: node.id, nodes: [...entries] })
  }
}

/** Where the actions that work anywhere lead from a place at the top: those of them that can be taken there. */
function anywhereFrom(graph: BlockGraph, schema: ApprovalSchema): (place: Place) => readonly Place[] {
  const actions = (schema.anywhere ?? []).map((action) => ({
    notIn: new Set(action.notIn),
    to: graph.routesFrom('anywhere').flatMap(({ on, to, then }) => (on === action.id ? [to, ...(then === undefined ? [] : [then])] : [])),
  }))
  if (actions.length === 0) return () => []
  const rests = (place: Place, notIn: ReadonlySet<string>): boolean => {
    if (notIn.has(place.node.id)) return false
    return place.block ? [...place.block.inside].some((inner) => rests(inner, notIn)) : resting.has(place.node.kind)
  }
  return (place) => actions.flatMap(({ notIn, to }) => (rests(place, notIn) ? to.flatMap((id) => graph.placeOf(top, id) ?? []) : []))
}

function withInside(places: ReadonlySet<Place>): Set<Place> {
  return reach([...places], (place) => place.block?.inside ?? [])
}

function isReached(graph: BlockGraph, node: SchemaNode, reached: ReadonlySet<Place>): boolean {
  if (node.kind === 'join') {
    const exits = exitsIn(graph, node.fork, reached)
    return exits.met || exits.unreached
  }
  const places = node.kind === 'fork' ? graph.blocksOf(node.id) : [graph.placeOf(node.in ?? top, node.id)!]
  return places.some((place) => reached.has(place))
}

function exitsIn(graph: BlockGraph, fork: string, reached: ReadonlySet<Place>): JoinExits {
  const blocks = graph.blocksOf(fork).flatMap((place) => (place.block && reached.has(place) ? [place.block] : []))
  return { met: blocks.some(({ exits }) => exits.met), unreached: blocks.some(({ exits }) => exits.unreached) }
}

function canEnd(places: ReadonlySet<Place>, onward: (place: Place) => readonly Place[]): ReadonlySet<Place> {
  const before = new Map<Place, Place[]>()
  for (const place of places) for (const next of onward(place)) before.set(next, [...(before.get(next) ?? []), place])
  return reach(
    [...places].filter(({ node }) => node.kind === 'end'),
    (place) => before.get(place) ?? [],
  )
}

/** From every node in a block its join, or the end of its branch, is reached without leaving the block. */
function checkInside(graph: BlockGraph, fork: ForkNode, reached: ReadonlySet<Place>, checking: Checking, at: (id: string) => string): void {
  const inside = graph.placesOn(fork.id).filter((place) => reached.has(place))
  const stuck = inside.filter(({ ends }) => !ends.counted && !ends.uncounted && !ends.ended)
  const out = reach(
    stuck.filter(({ leaves }) => leaves),
    (place) => stuck.filter((other) => other.next.includes(place)),
  )
  for (const place of endsOf(stuck, ({ next }) => next)) {
    const { id } = place.node
    const facts = { node: id, fork: fork.id }
    if (out.has(place)) checking.problem('only-leads-out', at(id), facts, { code: 'move-out-of-block', facts })
    else checking.problem('no-way-to-join', at(id), facts)
  }
}

/** Each way out of a join that can happen has a route, and its need can be met. */
function checkJoin(graph: BlockGraph, fork: ForkNode, reached: ReadonlySet<Place>, checking: Checking, at: (id: string) => string): void {
  const join = graph.joinOf(fork.id)
  if (!join) return
  const exits = exitsIn(graph, fork.id, reached)
  const routes = graph.routesFrom(join.id)
  const hasMet = routes.some(({ on }) => on === undefined)
  const hasUnreached = routes.some(({ on }) => on === 'unreached')
  const facts = { join: join.id, fork: fork.id }
  if (exits.met && !hasMet) checking.problem('join-without-route', at(join.id), facts)
  if (exits.unreached && !hasUnreached)
    checking.problem('join-without-unreached', at(join.id), facts, { code: 'add-unreached-route', facts })
  if (exits.unreached && !exits.met) checking.problem('join-never-met', at(join.id), facts)
  if (exits.met && !exits.unreached && hasUnreached) checking.hint('join-always-met', at(join.id), facts)
}

/** Of nodes that nothing leads to: those where it begins, and circles that begin nowhere. */
function headsOf(ids: readonly string[], next: (id: string) => readonly string[]): readonly string[] {
  const all = new Set(ids)
  const led = new Set(ids.flatMap((id) => next(id).filter((to) => to !== id)))
  const heads = ids.filter((id) => !led.has(id))
  const behind = reach(heads, (id) => next(id).filter((to) => all.has(to)))
  return ids.filter((id) => heads.includes(id) || !behind.has(id))
}

/** Of places that lead nowhere: those where it stops, and circles that never stop. */
function endsOf(places: readonly Place[], onward: (place: Place) => readonly Place[]): readonly Place[] {
  const last = places.filter((place) => onward(place).every((next) => next === place))
  const leading = new Map<Place, Place[]>()
  for (const place of places) for (const next of onward(place)) leading.set(next, [...(leading.get(next) ?? []), place])
  const before = reach(last, (place) => leading.get(place) ?? [])
  const shown = places.filter((place) => last.includes(place) || !before.has(place))
  return shown.filter((place, index) => shown.findIndex(({ node }) => node === place.node) === index)
}

/** Whether a fork may start nothing at all. */
export function mayStartNothing(graph: BlockGraph, fork: ForkNode): boolean {
  const starting = graph.routesFrom(fork.id).filter((route) => !isActionOf(fork, route) && !route.otherwise)
  return fork.each !== undefined || starting.every(({ when }) => when !== undefined)
}
