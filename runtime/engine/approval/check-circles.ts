import type { ApprovalSchema, SchemaNode } from '../../../schemas/generated/approval-schema.ts'
import type { Checking } from '../checking.ts'
import { MOST_STEPS } from '../document/run.ts'
import { BlockGraph, type Place, reach, top } from './block-graph.ts'

const byItself = new Set<SchemaNode['kind']>(['decision', 'automation', 'end'])

/**
 * Whether a document may go through a node without anybody or anything holding it up. A wait holds it up for sure only by a time
 * that begins anew each time it comes there; a date may be over, a condition true and a step passed already, the second time round.
 */
const goesOnByItself = (node: SchemaNode): boolean =>
  byItself.has(node.kind) || (node.kind === 'wait' && node.until.some(({ after }) => after === undefined))

/**
 * Circles in which no person and no time ever stops a document: it would run round and round in one command.
 * A join goes on by itself where the branches that do so are enough for it.
 */
export function checkCircles(schema: ApprovalSchema, checking: Checking, at: (id: string) => string): void {
  const graph = new BlockGraph(schema, goesOnByItself)
  const levels = [top, ...schema.nodes.flatMap((node) => (node.kind === 'fork' ? [node.id] : []))]
  for (const level of levels) {
    const circle = circleAmong(graph.placesOn(level))
    if (!circle) {
      const known = new Map<Place, number>()
      const places = schema.nodes.length > MOST_STEPS ? graph.placesOn(level) : []
      const long = places.find((place) => stepsFrom(place, known) > MOST_STEPS)
      if (long) checking.problem('too-many-steps', at(long.node.id), { node: long.node.id, most: MOST_STEPS })
      continue
    }
    const nodes = circle.map(({ node }) => node.id)
    checking.problem('circle-by-itself', at(nodes[0]!), { nodes: [...nodes, nodes[0]!] })
  }
}

/** The most nodes that one command enters from a place on, with nobody asked; there are no circles. */
function stepsFrom(place: Place, known: Map<Place, number>): number {
  const before = known.get(place)
  if (before !== undefined) return before
  const own = 1 + (place.block?.inside.size ?? 0)
  const steps = own + Math.max(0, ...place.next.map((next) => stepsFrom(next, known)))
  known.set(place, steps)
  return steps
}

/** One circle, in the order of going round; undefined where there is none. */
function circleAmong(places: readonly Place[]): readonly Place[] | undefined {
  const left = new Map(places.map((place) => [place, 0]))
  for (const place of places) for (const next of place.next) left.set(next, (left.get(next) ?? 0) + 1)
  // Whatever nothing leads to cannot lie on a circle, nor what only such places lead to.
  const open = places.filter((place) => left.get(place) === 0)
  for (let place = open.pop(); place; place = open.pop()) {
    left.delete(place)
    for (const next of place.next) {
      const count = left.get(next)! - 1
      left.set(next, count)
      if (count === 0) open.push(next)
    }
  }
  for (const first of left.keys()) {
    const around = reach(first.next, ({ next }) => next)
    if (around.has(first)) return wayRound(first)
  }
  return undefined
}

function wayRound(first: Place): readonly Place[] {
  const from = new Map<Place, Place>()
  const queue = [first]
  for (const place of queue)
    for (const next of place.next) {
      if (next === first) {
        const way = [place]
        while (way[0] !== first) way.unshift(from.get(way[0]!)!)
        return way
      }
      if (from.has(next)) continue
      from.set(next, place)
      queue.push(next)
    }
  return [first]
}
