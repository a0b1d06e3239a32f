import type { ApprovalSchema, ForkNode, JoinNode, Route, SchemaNode } from '../../../schemas/generated/approval-schema.ts'
import { type BranchEnds, exitsOf, exitsOfEach, exitsOfFork, type JoinExits, type PossibleBranch, stuckBranch } from './join-exits.ts'

/**
 * Where the token of one branch (or of the top) can be: on a node, or in a running block that was begun by its fork or by
 * going to a node inside. What happens inside a block is summed up in its place, so that each level is a plain graph.
 */
export interface Place {
  /** Unique among all places: `draft`, or `review legal` for the block of `review` entered at `legal`. */
  readonly key: string
  readonly node: SchemaNode
  /** The node inside at which a block is entered; undefined: by its fork. */
  readonly entry?: string
  /** The places on the same level that may come next. */
  readonly next: Place[]
  /** How the branch that stands here can come to its end without leaving its block. */
  ends: BranchEnds
  /** Whether something leads from here straight out of the block. */
  leaves: boolean
  block?: Block
}

/** A block as one way of entering it makes it. */
interface Block {
  /** Everything inside that can be reached in it. */
  readonly inside: ReadonlySet<Place>
  readonly exits: JoinExits
  readonly targets: readonly Target[]
}

interface Target {
  readonly to: string
  readonly uncounted: boolean
}

/** `top` is the level of the document itself. */
export const top = ''

/** The places of a schema, level by level, with what can come of its joins; computed from the innermost blocks outwards. */
export class BlockGraph {
  readonly nodes: ReadonlyMap<string, SchemaNode>
  readonly #routes = new Map<string, Route[]>()
  readonly #joins = new Map<string, JoinNode>()
  readonly #paths = new Map<string, readonly string[]>()
  readonly #places = new Map<string, Place>()
  readonly #levels = new Map<string, Place[]>()
  readonly #blocks = new Map<string, Place[]>()
  readonly #passedAtOnce = new Set<string>()
  readonly #bar: ReadonlyMap<string, readonly string[]>
  readonly #counts: (node: SchemaNode) => boolean

  /**
   * Takes a schema whose names all exist. `counts` leaves nodes out, as if nothing ever got past them: what happens with
   * nobody's help is the graph of the nodes that go on by themselves.
   */
  constructor(schema: ApprovalSchema, counts: (node: SchemaNode) => boolean = () => true) {
    this.nodes = new Map(schema.nodes.map((node) => [node.id, node]))
    this.#counts = counts
    for (const route of schema.routes) {
      const from = this.#routes.get(route.from)
      if (from) from.push(route)
      else this.#routes.set(route.from, [route])
    }
    for (const node of schema.nodes) if (node.kind === 'join') this.#joins.set(node.fork, node)
    this.#bar = barMoves(schema)
    const targets = this.#entries(schema)
    // Joins are no places: a block's place goes on by them.
    for (const node of schema.nodes) if (node.kind !== 'join') this.#add(node.in ?? top, { key: node.id, node })
    for (const [fork, entries] of targets) {
      const node = this.nodes.get(fork)!
      for (const entry of entries) this.#add(node.in ?? top, { key: `${fork} ${entry}`, node, entry })
    }
    const depth = (level: string) => (level === top ? 0 : this.pathOf(level).length + 1)
    for (const level of [...this.#levels.keys()].sort((a, b) => depth(b) - depth(a))) this.#join(level)
  }

  /** The forks around a node, the outermost first. */
  pathOf(id: string): readonly string[] {
    const known = this.#paths.get(id)
    if (known) return known
    const around = this.nodes.get(id)?.in
    const path = around === undefined ? [] : [...this.pathOf(around), around]
    this.#paths.set(id, path)
    return path
  }

  placesOn(level: string): readonly Place[] {
    return this.#levels.get(level) ?? []
  }

  routesFrom(node: string): readonly Route[] {
    return this.#routes.get(node) ?? []
  }

  joinOf(fork: string): JoinNode | undefined {
    return this.#joins.get(fork)
  }

  /** The nodes inside each block at which something outside begins it. */
  entriesOf(fork: string): readonly string[] {
    return this.blocksOf(fork).flatMap(({ entry }) => entry ?? [])
  }

  /** The places that the block of a fork is, by each way of beginning it. */
  blocksOf(fork: string): readonly Place[] {
    return this.#blocks.get(fork) ?? []
  }

  /** The place on a level that going to a node leads to; undefined where it leads out of the level. */
  placeOf(level: string, to: string): Place | undefined {
    const path = this.pathOf(to)
    if (level === top ? path.length === 0 : path.at(-1) === level) return this.#places.get(to)
    const at = level === top ? 0 : path.indexOf(level) + 1
    return level === top || at > 0 ? this.#places.get(`${path[at]} ${to}`) : undefined
  }

  /** Whether a block goes on as soon as its fork begins it. */
  isPassedAtOnce(fork: string): boolean {
    return this.#passedAtOnce.has(fork)
  }

  #add(level: string, place: Pick<Place, 'key' | 'node' | 'entry'>): void {
    const made: Place = { ...place, next: [], ends: stuckBranch, leaves: false }
    this.#places.set(place.key, made)
    const places = this.#levels.get(level)
    if (places) places.push(made)
    else this.#levels.set(level, [made])
    if (place.node.kind === 'fork') this.#blocks.set(place.node.id, [...this.blocksOf(place.node.id), made])
  }

  /** At which nodes blocks are begun by going to a node inside them. */
  #entries(schema: ApprovalSchema): ReadonlyMap<string, ReadonlySet<string>> {
    const entries = new Map<string, Set<string>>()
    const enter = (from: readonly string[], to: string) => {
      const path = this.pathOf(to)
      let shared = 0
      while (shared < from.length && from[shared] === path[shared]) shared++
      for (const fork of path.slice(shared)) entries.set(fork, (entries.get(fork) ?? new Set()).add(to))
    }
    enter([], schema.start)
    for (const route of schema.routes) {
      const { from, to, then } = route
      const node = this.nodes.get(from)
      const path = from === 'anywhere' || !node ? [] : this.pathOf(from)
      for (const target of then === undefined ? [to] : [to, then]) {
        // A fork begins its own block; its actions leave it.
        const starts = node?.kind === 'fork' && !isActionOf(node, route)
        const own = starts && this.pathOf(target).includes(from)
        enter(own ? [...path, from] : path, target)
      }
    }
    for (const [from, stages] of this.#bar) for (const to of stages) enter(this.pathOf(from), to)
    return entries
  }

  /** Draws the arrows between the places of a level, and finds how a branch can end from each. */
  #join(level: string): void {
    const places = this.placesOn(level)
    const before = new Map<Place, Place[]>()
    const closers = { counted: [] as Place[], uncounted: [] as Place[], ended: [] as Place[] }
    for (const place of places) {
      if (place.node.kind === 'fork') place.block = this.#block(place.node, place.entry)
      if (place.node.kind === 'end') closers.ended.push(place)
      for (const { to, uncounted } of this.#targetsOf(place)) {
        const join = this.nodes.get(to)
        if (join?.kind === 'join' && join.fork === level) closers[uncounted ? 'uncounted' : 'counted'].push(place)
        else {
          const next = this.placeOf(level, to)
          if (!next) place.leaves = true
          else {
            place.next.push(next)
            const others = before.get(next)
            if (others) others.push(place)
            else before.set(next, [place])
          }
        }
      }
    }
    const backwards = (from: readonly Place[]) => reach(from, (place) => before.get(place) ?? [])
    const [counted, uncounted, ended] = [backwards(closers.counted), backwards(closers.uncounted), backwards(closers.ended)]
    for (const place of places) place.ends = { counted: counted.has(place), uncounted: uncounted.has(place), ended: ended.has(place) }
  }

  #targetsOf(place: Place): readonly Target[] {
    if (place.block) return place.block.targets
    if (!this.#counts(place.node)) return []
    const moves = this.#bar.get(place.node.id) ?? []
    return [...this.routesFrom(place.node.id).flatMap(targetsOf), ...moves.map((to) => ({ to, uncounted: false }))]
  }

  #block(fork: ForkNode, entry: string | undefined): Block {
    const join = this.#joins.get(fork.id)
    const actions = this.#counts(fork) ? this.routesFrom(fork.id).filter((route) => isActionOf(fork, route)) : []
    const starting = this.routesFrom(fork.id).filter((route) => !isActionOf(fork, route))
    if (entry === undefined && join && this.#arrivesAtOnce(fork, join, starting)) {
      this.#passedAtOnce.add(fork.id)
      const met = this.routesFrom(join.id).filter(({ on }) => on !== 'unreached')
      return { inside: new Set(), exits: { met: true, unreached: false }, targets: met.flatMap(targetsOf) }
    }
    const first = entry === undefined ? starting.flatMap(({ to }) => this.placeOf(fork.id, to) ?? []) : [this.placeOf(fork.id, entry)!]
    const inside = reach(first, (place) => place.next)
    const past = entry === undefined ? starting.filter(({ otherwise, to }) => otherwise && !this.pathOf(to).includes(fork.id)) : []
    const branches = starting.filter((route) => !past.includes(route)).map((route) => this.#branch(fork, route))
    const started =
      entry !== undefined
        ? exitsOf(join?.rule, [first[0]!.ends])
        : fork.each === undefined
          ? exitsOfFork(join?.rule, branches)
          : exitsOfEach(join?.rule, branches)
    // Nothing is started, and the way leads to the join: the fork is passed.
    const passed = past.some(({ to }) => to === join?.id)
    const exits: JoinExits = { met: started.met || passed, unreached: started.unreached }
    const onward = this.routesFrom(join?.id ?? '').filter(({ on }) => (on === 'unreached' ? exits.unreached : exits.met))
    const outside = [...inside].flatMap((place) => this.#targetsOf(place)).filter(({ to }) => this.#leads(fork.id, to))
    const targets = [...outside, ...[...onward, ...actions, ...past.filter(({ to }) => to !== join?.id)].flatMap(targetsOf)]
    return { inside, exits, targets: [...new Map(targets.map((target) => [`${target.to} ${target.uncounted}`, target])).values()] }
  }

  /** Whether so many branches come to the join by themselves, whenever the block begins, that no other ever has its turn. */
  #arrivesAtOnce(fork: ForkNode, join: JoinNode, starting: readonly Route[]): boolean {
    if (fork.each !== undefined || join.rule === undefined || join.rule === 'all') return false
    const need = join.rule === 'any' ? 1 : join.rule.atLeast
    const known = new Map<string, boolean>()
    const arrives = (route: Route): boolean => {
      const { to, then } = route
      if (route.arrives === 'uncounted' || then !== undefined) return false
      if (to === join.id) return true
      const before = known.get(to)
      if (before !== undefined) return before
      // A circle arrives nowhere.
      known.set(to, false)
      const node = this.nodes.get(to)
      const onward = this.routesFrom(to)
      const byItself = (node?.kind === 'automation' || node?.kind === 'decision') && node.in === fork.id && this.#counts(node)
      const found = byItself && onward.length > 0 && onward.every(arrives)
      known.set(to, found)
      return found
    }
    const always = starting.filter(({ when, otherwise }) => when === undefined && !otherwise)
    return need <= always.length && always.filter(arrives).length >= need
  }

  #leads(level: string, to: string): boolean {
    const node = this.nodes.get(to)
    return !(node?.kind === 'join' && node.fork === level) && !this.pathOf(to).includes(level)
  }

  #branch(fork: ForkNode, { to, when, otherwise, arrives }: Route): PossibleBranch {
    const node = this.nodes.get(to)
    const starts = otherwise ? 'otherwise' : when === undefined ? 'always' : 'sometimes'
    const arrived: BranchEnds = { ...stuckBranch, ...(arrives === 'uncounted' ? { uncounted: true } : { counted: true }) }
    if (node?.kind === 'join' && node.fork === fork.id) return { starts, ...arrived }
    return { starts, ...(this.placeOf(fork.id, to)?.ends ?? stuckBranch) }
  }
}

/** Whether a route of a fork is of a button on it, not of a branch. */
export function isActionOf(fork: ForkNode, { on }: Pick<Route, 'on'>): boolean {
  return on !== undefined && (fork.actions ?? []).some((action) => action.id === on)
}

/** Everything that can be come to from some places, themselves included. */
export function reach<T>(from: readonly T[], next: (one: T) => Iterable<T>): Set<T> {
  const seen = new Set(from)
  const open = [...from]
  for (let one = open.pop(); one !== undefined; one = open.pop())
    for (const other of next(one)) {
      if (seen.has(other)) continue
      seen.add(other)
      open.push(other)
    }
  return seen
}

function targetsOf({ to, then, arrives }: Route): Target[] {
  const uncounted = arrives === 'uncounted'
  return then === undefined ? [{ to, uncounted }] : [to, then].map((target) => ({ to: target, uncounted }))
}

/** A bar counts as a route from each of its stages to each other, or to the next. */
export function barMoves({ bar }: ApprovalSchema): ReadonlyMap<string, readonly string[]> {
  const moves = new Map<string, readonly string[]>()
  for (const [index, stage] of (bar?.stages ?? []).entries()) {
    moves.set(stage, bar!.move === 'next' ? bar!.stages.slice(index + 1, index + 2) : bar!.stages.filter((other) => other !== stage))
  }
  return moves
}
