import type { ApprovalSchema, JoinNode, Route, SchemaNode } from '../../../schemas/generated/approval-schema.ts'

type Holding = { at: string } | { fork: string; branches: Branch[] } | null
type Branch = { state: 'running' | 'arrived' | 'uncounted' | 'ended'; holds: Holding }
type Step = { to: Holding | 'ended' | 'broken'; byItself: boolean }

/** Walks every state that a document can come to, by the words of the semantics alone: nothing of the check is used. */
export class Walker {
  readonly schema: ApprovalSchema
  readonly node: (id: string) => SchemaNode
  readonly limit = 4000

  constructor(schema: ApprovalSchema) {
    const nodes = new Map(schema.nodes.map((node) => [node.id, node]))
    this.schema = schema
    this.node = (id) => nodes.get(id)!
  }

  /** `sound`, or how it is broken; undefined where there are too many states. */
  verdict(): 'sound' | 'stuck' | 'broken' | 'circle' | undefined {
    try {
      return this.walk()
    } catch (error) {
      // What goes on by itself inside one step, for ever.
      if (error instanceof RangeError) return 'circle'
      throw error
    }
  }

  walk(): 'sound' | 'stuck' | 'broken' | 'circle' | undefined {
    const first = this.go(null, [], this.schema.start, false)
    const states = new Map<string, Step[]>()
    const open = first.filter(({ to }) => to !== 'ended')
    if (first.some(({ to }) => to === 'broken')) return 'broken'
    const ended = 'ended'
    for (const { to } of open) {
      const key = JSON.stringify(to)
      if (states.has(key)) continue
      if (states.size > this.limit) return undefined
      const steps = this.steps(to as Holding)
      if (steps.some((step) => step.to === 'broken')) return 'broken'
      states.set(key, steps)
      for (const step of steps) if (step.to !== ended) open.push(step)
    }
    const before = new Map<string, string[]>()
    for (const [key, steps] of states) for (const { to } of steps) before.set(keyOf(to), [...(before.get(keyOf(to)) ?? []), key])
    const ends = new Set([keyOf(ended)])
    const queue = [...ends]
    for (const key of queue)
      for (const previous of before.get(key) ?? []) {
        if (ends.has(previous)) continue
        ends.add(previous)
        queue.push(previous)
      }
    if ([...states.keys()].some((key) => !ends.has(key))) return 'stuck'
    if (this.circles(states)) return 'circle'
    return 'sound'
  }

  circles(states: ReadonlyMap<string, Step[]>): boolean {
    const colour = new Map<string, 'grey' | 'black'>()
    const visit = (key: string): boolean => {
      if (colour.get(key) === 'grey') return true
      if (colour.has(key)) return false
      colour.set(key, 'grey')
      const found = (states.get(key) ?? []).some(({ to, byItself }) => byItself && visit(keyOf(to)))
      colour.set(key, 'black')
      return found
    }
    return [...states.keys()].some(visit)
  }

  path(id: string): string[] {
    const around = this.node(id).in
    return around === undefined ? [] : [...this.path(around), around]
  }

  routes(from: string): Route[] {
    return this.schema.routes.filter((route) => route.from === from)
  }

  /** All the ways in which one token may move on from a state. */
  steps(root: Holding): Step[] {
    const steps: Step[] = []
    const walk = (holding: Holding, trail: number[]): void => {
      if (holding === null) return
      if ('fork' in holding) {
        for (const [index, branch] of holding.branches.entries()) if (branch.state === 'running') walk(branch.holds, [...trail, index])
        return
      }
      const node = this.node(holding.at)
      const byItself = node.kind === 'decision' || node.kind === 'automation'
      if (node.kind === 'decision' && !this.routes(node.id).some(({ otherwise }) => otherwise)) steps.push({ to: 'broken', byItself })
      const outgoing = this.routes(node.id)
      if (outgoing.length === 0) steps.push({ to: 'broken', byItself })
      for (const route of outgoing)
        steps.push(...this.go(root, trail, route.to, route.arrives === 'uncounted').map((step) => ({ ...step, byItself })))
    }
    walk(root, [])
    return steps
  }

  /** Goes to a node from the branch at the end of a trail; every way in which forks and joins may turn out. */
  go(root: Holding, trail: number[], target: string, uncounted: boolean): Step[] {
    const forks = forksOn(root, trail)
    const node = this.node(target)
    if (node.kind === 'join') {
      const depth = forks.indexOf(node.fork)
      if (depth >= 0) return this.close(root, trail.slice(0, depth + 1), uncounted ? 'uncounted' : 'arrived')
      const onward = this.routes(target).filter(({ on }) => on === undefined)
      return onward.length === 0 ? [broken] : onward.flatMap((route) => this.go(root, trail, route.to, route.arrives === 'uncounted'))
    }
    const wanted = this.path(target)
    let shared = 0
    while (shared < forks.length && forks[shared] === wanted[shared]) shared++
    const at = trail.slice(0, shared)
    return this.enter(node).flatMap((entered): Step[] => {
      let holds: Holding | 'ended' = entered === 'ended' ? 'ended' : entered
      if (holds === 'ended' && shared === wanted.length)
        return shared === 0 ? [{ to: 'ended', byItself: false }] : this.close(root, at, 'ended')
      const inner = wanted.slice(shared)
      const begun = (inside: Holding): Holding =>
        inner.reduceRight<Holding>((held, fork) => ({ fork, branches: [{ state: 'running', holds: held }] }), inside)
      if (holds === 'ended') {
        const placed = put(root, at, begun(null))
        return this.close(placed, [...at, ...inner.map(() => 0)], 'ended')
      }
      if (typeof holds === 'object' && holds !== null && 'fork' in holds) return this.started(root, at, begun, holds, inner.length)
      holds = begun(holds)
      return [{ to: put(root, at, holds), byItself: false }]
    })
  }

  /** What stands on a node that was gone to: of a fork a block whose branches are still to be begun. */
  enter(node: SchemaNode): (Holding | 'ended')[] {
    if (node.kind === 'end') return ['ended']
    if (node.kind !== 'fork') return [{ at: node.id }]
    const starting = this.routes(node.id)
    const always = starting.filter(({ when, otherwise }) => when === undefined && !otherwise)
    const sometimes = starting.filter(({ when }) => when !== undefined)
    const sets = subsets(sometimes).map((some) => starting.filter((route) => always.includes(route) || some.includes(route)))
    return sets.map((set) => {
      const routes = set.length > 0 ? set : starting.filter(({ otherwise }) => otherwise)
      return {
        fork: node.id,
        branches: routes.map((route) => ({ state: 'running', holds: { at: `>${this.schema.routes.indexOf(route)}` } })),
      } as Holding
    })
  }

  /** Begins the branches of a block one after another. */
  started(
    root: Holding,
    at: number[],
    begun: (inside: Holding) => Holding,
    block: Exclude<Holding, null | { at: string }>,
    depth: number,
  ): Step[] {
    const trail = [...at, ...Array.from({ length: depth }, () => 0)]
    if (block.branches.length === 0) return [broken]
    const routes = block.branches.map(({ holds }) => this.schema.routes[Number((holds as { at: string }).at.slice(1))]!)
    const empty: Holding = { fork: block.fork, branches: block.branches.map(() => ({ state: 'running', holds: null })) }
    if (routes.length === 1 && routes[0]!.otherwise && !this.path(routes[0]!.to).includes(block.fork)) {
      const base = put(root, at, begun(null))
      return this.go(base, trail, routes[0]!.to, routes[0]!.arrives === 'uncounted')
    }
    let states: Step[] = [{ to: put(root, at, begun(empty)), byItself: false }]
    for (const [index, route] of routes.entries()) {
      states = states.flatMap((step): Step[] => {
        if (typeof step.to === 'string') return [step]
        const here = get(step.to, trail)
        // An earlier branch has met the join, or led out of the block.
        const runs =
          here !== null &&
          'fork' in here &&
          here.fork === block.fork &&
          here.branches[index]?.state === 'running' &&
          here.branches[index].holds === null
        return runs ? this.go(step.to, [...trail, index], route.to, route.arrives === 'uncounted') : [step]
      })
    }
    return states
  }

  close(root: Holding, trail: number[], state: Branch['state']): Step[] {
    const at = trail.slice(0, -1)
    const block = get(root, at) as { fork: string; branches: Branch[] }
    const branches = block.branches.map((branch, index): Branch => (index === trail.at(-1) ? { state, holds: null } : branch))
    const join = this.schema.nodes.find((node): node is JoinNode => node.kind === 'join' && node.fork === block.fork)!
    const count = (wanted: Branch['state']) => branches.filter((branch) => branch.state === wanted).length
    const [running, arrived, lost] = [count('running'), count('arrived'), count('uncounted')]
    const need = join.rule === 'any' ? 1 : typeof join.rule === 'object' ? join.rule.atLeast : running + arrived + lost
    const met = running + arrived + lost === 0 || (arrived >= need && arrived > 0)
    if (!met && arrived + running >= need) return [{ to: put(root, at, { fork: block.fork, branches }), byItself: false }]
    const onward = this.routes(join.id).filter(({ on }) => (met ? on === undefined : on === 'unreached'))
    if (onward.length === 0) return [broken]
    return onward.flatMap((route) => this.go(put(root, at, null), at, route.to, route.arrives === 'uncounted'))
  }
}

const broken: Step = { to: 'broken', byItself: false }
const keyOf = (to: Step['to']) => (typeof to === 'string' ? to : JSON.stringify(to))
function subsets<T>(items: readonly T[]): T[][] {
  let all: T[][] = [[]]
  for (const item of items) all = all.flatMap((set) => [set, [...set, item]])
  return all
}

function forksOn(root: Holding, trail: number[]): string[] {
  const forks: string[] = []
  let here = root
  for (const index of trail) {
    const block = here as { fork: string; branches: Branch[] }
    forks.push(block.fork)
    here = block.branches[index]!.holds
  }
  return forks
}

function get(root: Holding, trail: number[]): Holding {
  return trail.reduce<Holding>((here, index) => (here !== null && 'fork' in here ? (here.branches[index]?.holds ?? null) : null), root)
}

function put(root: Holding, trail: number[], holds: Holding): Holding {
  const [index, ...rest] = trail
  if (index === undefined) return holds
  const block = root as { fork: string; branches: Branch[] }
  return {
    fork: block.fork,
    branches: block.branches.map((branch, at) => (at === index ? { ...branch, holds: put(branch.holds, rest, holds) } : branch)),
  }
}
