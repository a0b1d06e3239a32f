import type { NodeReading, SchemaReading } from '../model/reading.ts'

type Drawn = Pick<SchemaReading, 'nodes' | 'routes'>

export type Direction = 'right' | 'left' | 'up' | 'down'

/** Where an arrow key leads from a step: right along the arrows, left against them, up and down between what stands beside it. */
export function walk({ nodes, routes }: Drawn, from: string, direction: Direction): string | undefined {
  const here = nodes.find(({ id }) => id === from)
  if (!here) return undefined
  const at = (id: string) => nodes.find((node) => node.id === id)
  const nearest = (ids: readonly string[]) =>
    ids
      .map(at)
      .filter((node) => node !== undefined && node.id !== from)
      .sort((a, b) => distance(here, a!) - distance(here, b!))[0]?.id
  if (direction === 'right') return nearest(routes.filter((route) => route.from === from && !route.back).map(({ to }) => to))
  if (direction === 'left') return nearest(routes.filter((route) => route.to === from && !route.back).map((route) => route.from))
  const down = direction === 'down'
  const beside = nodes.filter((node) => (down ? node.y > here.y : node.y < here.y))
  // What stands in the same column comes before what only lies lower.
  return beside.sort((a, b) => skew(here, a) - skew(here, b))[0]?.id
}

const distance = (a: NodeReading, b: NodeReading): number => Math.hypot(a.x - b.x, a.y - b.y)
const skew = (a: NodeReading, b: NodeReading): number => Math.abs(a.y - b.y) + 3 * Math.abs(a.x + a.width / 2 - b.x - b.width / 2)
