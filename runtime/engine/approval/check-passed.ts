import type { ApprovalSchema, WaitNode } from '../../../schemas/generated/approval-schema.ts'
import type { Checking } from '../checking.ts'
import { type BlockGraph, isActionOf, type Place, reach } from './block-graph.ts'

interface Awaited {
  readonly wait: WaitNode
  readonly path: string
  readonly passed: string
  readonly fork: string
  /** The first node of the branch that the wait lies in, and of the one that is awaited. */
  readonly mine: string
  readonly theirs: string
}

/**
 * Waits for a node of a parallel branch: that branch must run and come past the node whichever way it takes, and two
 * branches may not wait for each other. A wait that the clock wakes too (`after`) may hope for more.
 */
export function checkPassed(graph: BlockGraph, schema: ApprovalSchema, checking: Checking, at: (id: string) => string): void {
  const awaited: Awaited[] = []
  for (const wait of schema.nodes) {
    if (wait.kind !== 'wait' || wait.until.some(({ after }) => after !== undefined)) continue
    for (const [index, { passed }] of wait.until.entries()) {
      if (passed === undefined) continue
      const path = `${at(wait.id)}/until/${index}/passed`
      const fork = commonFork(graph, wait.id, passed)
      const [mine, theirs] = fork === undefined ? [] : [branchOf(graph, fork, wait.id), branchOf(graph, fork, passed)]
      if (fork === undefined || mine === undefined || theirs === undefined || mine === theirs) {
        checking.problem('passed-not-parallel', path, { wait: wait.id, passed })
        continue
      }
      awaited.push({ wait, path, passed, fork, mine, theirs })
      if (wait.until.length > 1) continue
      if (!alwaysStarts(graph, fork, theirs) || canAvoid(graph, fork, theirs, passed))
        checking.problem('passed-not-certain', path, { wait: wait.id, passed })
    }
  }
  for (const one of awaited) {
    const after = (each: Awaited) => awaited.filter((other) => other.fork === each.fork && other.mine === each.theirs)
    if (reach(after(one), after).has(one)) checking.problem('waits-in-a-circle', one.path, { wait: one.wait.id, passed: one.passed })
  }
}

/** The innermost block that both lie in. */
function commonFork(graph: BlockGraph, a: string, b: string): string | undefined {
  const path = graph.pathOf(b)
  return graph.pathOf(a).findLast((fork) => path.includes(fork))
}

/** The first node of the branch in which a node lies; undefined where it lies in several, or in none. */
function branchOf(graph: BlockGraph, fork: string, id: string): string | undefined {
  const holds = branchesOf(graph, fork).filter((first) => placesFrom(graph, fork, first).some((place) => isAround(graph, place, id)))
  return holds.length === 1 ? holds[0] : undefined
}

function branchesOf(graph: BlockGraph, fork: string): readonly string[] {
  return startingRoutes(graph, fork).map(({ to }) => to)
}

function startingRoutes(graph: BlockGraph, fork: string) {
  const node = graph.nodes.get(fork)
  return node?.kind === 'fork' ? graph.routesFrom(fork).filter((route) => !isActionOf(node, route)) : []
}

function placesFrom(graph: BlockGraph, fork: string, first: string): readonly Place[] {
  const place = graph.placeOf(fork, first)
  return place ? [...reach([place], ({ next }) => next)] : []
}

function isAround(graph: BlockGraph, place: Place, id: string): boolean {
  return place.node.id === id || graph.pathOf(id).includes(place.node.id)
}

function alwaysStarts(graph: BlockGraph, fork: string, first: string): boolean {
  return startingRoutes(graph, fork).some(({ to, when, otherwise }) => to === first && when === undefined && !otherwise)
}

/** Whether a branch can come to its end past a node. A node further inside is certain only where its whole way is drawn there. */
function canAvoid(graph: BlockGraph, fork: string, first: string, id: string): boolean {
  const start = graph.placeOf(fork, first)
  if (!start || start.node.id === id) return false
  if (graph.nodes.get(id)?.in !== fork) return true
  const avoiding = reach([start], ({ next }) => next.filter(({ node }) => node.id !== id))
  const level = (place: Place) => place.node.kind === 'end' || closes(graph, fork, place)
  return [...avoiding].some(level)
}

function closes(graph: BlockGraph, fork: string, place: Place): boolean {
  const join = graph.joinOf(fork)?.id
  if (place.block) return place.block.targets.some(({ to }) => to === join)
  return graph.routesFrom(place.node.id).some(({ to, then }) => to === join || then === join)
}
