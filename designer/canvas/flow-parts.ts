import type { Edge, Node } from '@xyflow/react'
import type { BlockReading, NodeReading, RouteReading, SchemaReading } from '../model/reading.ts'
import { type Box, goesForward, inColumn, type Lane, passBeside } from './route-geometry.ts'

/** What the canvas marks on a step or an arrow: the worst that was found there. */
export type Mark = 'problem' | 'hint'

export type StepNode = Node<{ readonly step: NodeReading; readonly mark?: Mark | undefined }, 'step'>
export type BarNode = Node<{ readonly step: NodeReading; readonly mark?: Mark | undefined; readonly height: number }, 'bar'>
export type BlockNode = Node<{ readonly block: BlockReading; readonly mark?: Mark | undefined }, 'block'>
export type CanvasNode = StepNode | BarNode | BlockNode
export type RouteEdge = Edge<
  {
    readonly route: RouteReading
    readonly lane: Lane
    /** The frame that it leaves, the outermost: where it crosses it, it is marked. */
    readonly frame?: Box | undefined
    readonly mark?: Mark | undefined
  },
  'route'
>

export interface FlowParts {
  readonly nodes: readonly CanvasNode[]
  readonly edges: readonly RouteEdge[]
}

/** The frame of a block among the nodes: the fork's own id is its bar's. */
export const frameId = (fork: string): string => `${fork}#block`
/** What is selected when a node of the drawing is: of a frame, its fork. */
export const stepOf = (nodeId: string): string => nodeId.replace(/#block$/, '')

/**
 * The nodes and edges that React Flow draws for a reading. Frames come first, the outermost before those within it, because a
 * node must stand after its parent; what lies in a block stands in its frame, so that it moves along.
 */
export function flowParts(
  { nodes, routes, blocks }: SchemaReading,
  marks: { readonly steps: ReadonlyMap<string, Mark>; readonly routes: ReadonlyMap<string, Mark> },
): FlowParts {
  const frames = new Map(blocks.map((block) => [block.fork, block]))
  const blockOfJoin = new Map(blocks.flatMap((block) => (block.join === undefined ? [] : [[block.join, block] as const])))
  const within = (x: number, y: number, fork: string | undefined) => {
    const frame = fork === undefined ? undefined : frames.get(fork)
    return frame ? { parentId: frameId(frame.fork), position: { x: x - frame.x, y: y - frame.y } } : { position: { x, y } }
  }
  const blockNodes = [...blocks]
    .sort((a, b) => depthOf(a, frames) - depthOf(b, frames))
    .map(
      (block): BlockNode => ({
        id: frameId(block.fork),
        type: 'block',
        ...within(block.x, block.y, block.in),
        data: { block, mark: marks.steps.get(block.fork) },
        width: block.width,
        height: block.height,
        zIndex: -10 + depthOf(block, frames),
        connectable: false,
      }),
    )
  const stepNodes = nodes.map((step): StepNode | BarNode => {
    const own = step.kind === 'fork' ? frames.get(step.id) : step.kind === 'join' ? blockOfJoin.get(step.id) : undefined
    const mark = marks.steps.get(step.id)
    if (own) {
      const height = Math.max(44, own.height - 64)
      return {
        id: step.id,
        type: 'bar',
        ...within(step.x, own.y + 28, own.fork),
        data: { step, mark, height },
        width: step.width,
        height,
        draggable: false,
        zIndex: 1,
      }
    }
    return {
      id: step.id,
      type: 'step',
      ...within(step.x, step.y, step.in),
      data: { step, mark },
      width: step.width,
      height: step.height,
      zIndex: 2,
    }
  })
  return { nodes: [...blockNodes, ...stepNodes], edges: edgesOf(nodes, routes, frames, blockOfJoin, marks.routes) }
}

function depthOf({ in: around }: BlockReading, frames: ReadonlyMap<string, BlockReading>): number {
  const outer = around === undefined ? undefined : frames.get(around)
  return outer ? 1 + depthOf(outer, frames) : 0
}

/** Where a step stands in the drawing: a bar is as high as its block. */
function boxesOf(
  nodes: readonly NodeReading[],
  frames: ReadonlyMap<string, BlockReading>,
  joins: ReadonlyMap<string, BlockReading>,
): ReadonlyMap<string, Box> {
  return new Map(
    nodes.map((step) => {
      const own = step.kind === 'fork' ? frames.get(step.id) : step.kind === 'join' ? joins.get(step.id) : undefined
      const { x, y, width, height } = step
      return [step.id, own ? { x, y: own.y + 28, width, height: Math.max(44, own.height - 64) } : { x, y, width, height }]
    }),
  )
}

function edgesOf(
  nodes: readonly NodeReading[],
  routes: readonly RouteReading[],
  frames: ReadonlyMap<string, BlockReading>,
  joins: ReadonlyMap<string, BlockReading>,
  marks: ReadonlyMap<string, Mark>,
): readonly RouteEdge[] {
  const boxes = boxesOf(nodes, frames, joins)
  const obstacles: readonly Box[] = [...boxes.values(), ...frames.values()]
  const taken = { over: [] as [number, number][][], under: [] as [number, number][][] }
  const twins = Map.groupBy(routes, ({ from, to }) => `${from} ${to}`)
  return routes.flatMap((route): RouteEdge[] => {
    const [source, target] = [boxes.get(route.from), boxes.get(route.to)]
    if (!source || !target) return []
    const frame = route.leaves.length > 0 ? frames.get(route.leaves.at(-1)!) : undefined
    return [
      {
        id: route.key,
        type: 'route',
        source: route.from,
        target: route.to,
        data: { route, lane: laneOf(source, target), frame, mark: marks.get(route.key) },
        // What leaves a block passes behind the steps on its way out.
        zIndex: route.leaves.length > 0 ? 1 : 0,
      },
    ]

    function laneOf(from: Box, to: Box): Lane {
      const same = twins.get(`${route.from} ${route.to}`) ?? []
      const offset = (same.indexOf(route) - (same.length - 1) / 2) * 22
      if (goesForward(from, to)) return { side: 'over', index: 0, offset }
      if (inColumn(from, to) && !frame) return { side: 'over', index: 0 }
      const clear = between(from, to, frame ? [...obstacles, frame] : obstacles)
      const side = sideOf(from, to, clear, obstacles)
      const beside = passBeside(from, side, [...boxes.values()])
      return { side, index: freeLane(taken[side], from, to), clear, beside, ...(frame && { out: true }) }
    }
  })
}

/** All that lies over the stretch between two steps, as one box. */
function between(source: Box, target: Box, obstacles: readonly Box[]): Box {
  const left = Math.min(source.x, target.x)
  const right = Math.max(source.x + source.width, target.x + target.width)
  const over = obstacles.filter((box) => box.x < right && box.x + box.width > left)
  const top = Math.min(...over.map(({ y }) => y))
  const bottom = Math.max(...over.map(({ y, height }) => y + height))
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** The shorter way around; where a step stands right above or below, the other one. */
function sideOf(source: Box, target: Box, clear: Box, obstacles: readonly Box[]): Lane['side'] {
  const middle = source.x + source.width / 2
  const inTheWay = (up: boolean) =>
    obstacles.filter(
      (box) =>
        box !== source && box.width < 300 && box.x < middle && box.x + box.width > middle && (up ? box.y < source.y : box.y > source.y),
    ).length
  const over = source.y - clear.y + (target.y - clear.y) + inTheWay(true) * 200
  const end = clear.y + clear.height
  const under = end - source.y - source.height + (end - target.y - target.height) + inTheWay(false) * 200
  return over <= under ? 'over' : 'under'
}

/** The nearest way around on which nothing else runs over this stretch. */
function freeLane(lanes: [number, number][][], source: Box, target: Box): number {
  const from = Math.min(source.x, target.x)
  const to = Math.max(source.x + source.width, target.x + target.width)
  for (let index = 0; ; index++) {
    const lane = lanes[index] ?? []
    lanes[index] = lane
    if (lane.some(([a, b]) => a < to && from < b)) continue
    lane.push([from, to])
    return index
  }
}
