import type { ApprovalSchema, SchemaNode } from '../../schemas/generated/approval-schema.ts'
import { pathTo } from './schema-graph.ts'

/**
 * Draws a schema from left to right in layers, after Sugiyama, Tagawa and Toda (1981): circles are opened, each step stands
 * right of what leads to it, the order within a layer is that which crosses least, and what belongs together lies on a line. A
 * block is drawn first, by itself, and is then one large node. Deterministic: the same schema is always drawn the same.
 */

const LINE = 20

/** How large the canvas draws a node; whole points. */
export function sizeOf(node: { readonly kind: SchemaNode['kind']; readonly ask?: readonly unknown[] }): {
  readonly width: number
  readonly height: number
} {
  switch (node.kind) {
    // An approval sheet of several lines lists them, one row each.
    case 'approval':
    case 'task':
      return { width: 200, height: 96 + LINE * Math.max(0, (node.ask?.length ?? 1) - 1) }
    case 'decision':
      return { width: 120, height: 84 }
    case 'fork':
    case 'join':
      return { width: 8, height: 80 }
    case 'wait':
      return { width: 180, height: 44 }
    case 'end':
      return { width: 140, height: 44 }
    default:
      return { width: 200, height: 96 }
  }
}

const GAP = { x: 72, y: 36 } as const
/** Between the frame of a block and what lies in it. */
export const FRAME = { x: 44, top: 28, bottom: 36 } as const

type Place = [number, number]

/** The upper left corner of each node, by id. Joins and forks stand at the sides of their blocks. */
export function layoutSchema(schema: ApprovalSchema): ReadonlyMap<string, Place> {
  const byId = new Map(schema.nodes.map((node) => [node.id, node]))
  const paths = new Map(schema.nodes.map(({ id, in: around }) => [id, around === undefined ? [] : pathTo(schema, id)]))
  const places = new Map<string, Place>()
  const children = new Map<string, SchemaNode[]>()
  for (const node of schema.nodes) {
    const level = paths.get(node.id)!.at(-1) ?? ''
    children.set(level, [...(children.get(level) ?? []), node])
  }
  const joins = new Map(schema.nodes.flatMap((node) => (node.kind === 'join' ? [[node.fork, node.id] as const] : [])))
  const routes = [...schema.routes.flatMap(({ from, to, then }) => [{ from, to }, ...(then === undefined ? [] : [{ from, to: then }])])]
  for (const [index, stage] of (schema.bar?.stages ?? []).entries())
    if (index > 0) routes.push({ from: schema.bar!.stages[index - 1]!, to: stage })

  /** The box that stands for a node on a level: itself, or the block in which it lies there. */
  const boxOn = (level: readonly string[], id: string): string | undefined => {
    const path = paths.get(id)
    if (!path || !level.every((fork, index) => path[index] === fork)) return undefined
    const inner = path[level.length]
    if (inner !== undefined) return inner
    const node = byId.get(id)!
    return node.kind === 'join' && joins.get(node.fork) === id && byId.has(node.fork) ? node.fork : id
  }

  const drawLevel = (level: readonly string[]): { width: number; height: number; at: Map<string, Place> } => {
    const inside = (children.get(level.at(-1) ?? '') ?? []).filter(
      (node) => !(node.kind === 'join' && joins.get(node.fork) === node.id && byId.has(node.fork)),
    )
    const inner = new Map<string, ReturnType<typeof drawLevel>>()
    const boxes = inside.map((node): Box => {
      if (node.kind !== 'fork' || level.includes(node.id)) return { id: node.id, ...sizeOf(node) }
      const drawn = drawLevel([...level, node.id])
      inner.set(node.id, drawn)
      return {
        id: node.id,
        width: Math.max(drawn.width, 80) + 2 * FRAME.x + 16,
        height: Math.max(drawn.height, 60) + FRAME.top + FRAME.bottom,
      }
    })
    const known = new Set(boxes.map(({ id }) => id))
    const edges = routes.flatMap(({ from, to }) => {
      const [a, b] = [boxOn(level, from), boxOn(level, to)]
      return a !== undefined && b !== undefined && a !== b && known.has(a) && known.has(b) ? [{ from: a, to: b }] : []
    })
    const start = boxOn(level, schema.start)
    const drawn = layered(boxes, edges, start !== undefined && known.has(start) ? start : undefined)
    const at = new Map<string, Place>()
    for (const box of boxes) {
      const [x, y] = drawn.at.get(box.id)!
      const block = inner.get(box.id)
      if (!block) {
        at.set(box.id, [x, y])
        continue
      }
      const barTop = y + Math.round((box.height - sizeOf({ kind: 'fork' }).height) / 2)
      at.set(box.id, [x, barTop])
      const join = joins.get(box.id)
      if (join !== undefined) at.set(join, [x + box.width - 8, barTop])
      const top = y + FRAME.top + Math.round((box.height - FRAME.top - FRAME.bottom - block.height) / 2)
      for (const [id, [dx, dy]] of block.at) at.set(id, [x + FRAME.x + 8 + dx, top + dy])
    }
    return { width: drawn.width, height: drawn.height, at }
  }
  for (const [id, place] of drawLevel([]).at) places.set(id, place)
  // What lies in itself, or in a block that is not there, has no place in the drawing: it stands below.
  let below = Math.max(0, ...[...places.values()].map(([, y]) => y)) + 200
  for (const node of schema.nodes) {
    if (places.has(node.id)) continue
    places.set(node.id, [0, below])
    below += sizeOf(node).height + GAP.y
  }
  return places
}

interface Box {
  readonly id: string
  readonly width: number
  readonly height: number
}
interface Edge {
  readonly from: string
  readonly to: string
}

/** Draws boxes in layers. `start` comes first where it can. */
function layered(boxes: readonly Box[], edges: readonly Edge[], start: string | undefined) {
  const order = start === undefined ? boxes : [...boxes.filter(({ id }) => id === start), ...boxes.filter(({ id }) => id !== start)]
  const forward = opened(order, edges)
  const layer = layersOf(order, forward)
  const { rows, chains } = withBends(order, forward, layer)
  const ordered = uncrossed(rows, chains)
  return placed(ordered, chains, new Map(boxes.map((box) => [box.id, box])))
}

/** The edges without those that lead back on the way from the start: what is left has no circles, and those are drawn round the outside. */
function opened(boxes: readonly Box[], edges: readonly Edge[]): Edge[] {
  const next = new Map<string, string[]>()
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to])
  const state = new Map<string, 'open' | 'done'>()
  const back = new Set<string>()
  for (const { id } of boxes) {
    if (state.has(id)) continue
    // By hand, not by recursion: a chain of five hundred steps would be as deep.
    const stack: { id: string; at: number }[] = [{ id, at: 0 }]
    state.set(id, 'open')
    while (stack.length > 0) {
      const top = stack.at(-1)!
      const to = next.get(top.id)?.[top.at++]
      if (to === undefined) {
        state.set(top.id, 'done')
        stack.pop()
      } else if (state.get(to) === 'open') back.add(`${top.id} ${to}`)
      else if (!state.has(to)) {
        state.set(to, 'open')
        stack.push({ id: to, at: 0 })
      }
    }
  }
  const seen = new Set<string>()
  return edges.filter(({ from, to }) => {
    const key = `${from} ${to}`
    if (back.has(key) || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** In which layer each box stands: one behind the last that leads to it. */
function layersOf(boxes: readonly Box[], edges: readonly Edge[]): ReadonlyMap<string, number> {
  const left = new Map(boxes.map(({ id }) => [id, 0]))
  const next = new Map<string, string[]>()
  for (const { from, to } of edges) {
    left.set(to, left.get(to)! + 1)
    next.set(from, [...(next.get(from) ?? []), to])
  }
  const layer = new Map(boxes.map(({ id }) => [id, 0]))
  const open = boxes.filter(({ id }) => left.get(id) === 0).map(({ id }) => id)
  for (let at = 0; at < open.length; at++) {
    const id = open[at]!
    for (const to of next.get(id) ?? []) {
      layer.set(to, Math.max(layer.get(to)!, layer.get(id)! + 1))
      left.set(to, left.get(to)! - 1)
      if (left.get(to) === 0) open.push(to)
    }
  }
  return layer
}

/** Beyond so many layers an arrow is drawn round the outside: bends for each would crowd the drawing, and cost the square of its length. */
const LONGEST_CHAIN = 8

/** Long edges get a bend in each layer that they pass, so that nothing is drawn in their way. */
function withBends(boxes: readonly Box[], edges: readonly Edge[], layer: ReadonlyMap<string, number>) {
  const count = Math.max(0, ...layer.values()) + 1
  const rows: string[][] = Array.from({ length: count }, () => [])
  for (const { id } of boxes) rows[layer.get(id)!]!.push(id)
  const chains: Edge[] = []
  for (const { from, to } of edges) {
    if (layer.get(to)! - layer.get(from)! > LONGEST_CHAIN) continue
    let last = from
    for (let at = layer.get(from)! + 1; at < layer.get(to)!; at++) {
      const bend = `${from} ${to} ${at}`
      rows[at]!.push(bend)
      chains.push({ from: last, to: bend })
      last = bend
    }
    chains.push({ from: last, to })
  }
  return { rows, chains }
}

const SWEEPS = 6

/** Each layer in the order of the middle of its neighbours, forth and back a few times (the barycentre of Sugiyama). */
function uncrossed(rows: readonly (readonly string[])[], edges: readonly Edge[]): string[][] {
  const [before, after] = neighbours(edges)
  const ordered = rows.map((row) => [...row])
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const forth = sweep % 2 === 0
    for (let nth = 1; nth < ordered.length; nth++) {
      const at = forth ? nth : ordered.length - 1 - nth
      const other = new Map(ordered[forth ? at - 1 : at + 1]!.map((id, index) => [id, index]))
      const sides = forth ? before : after
      const middle = new Map(
        ordered[at]!.map((id, index) => {
          const places = (sides.get(id) ?? []).flatMap((one) => other.get(one) ?? [])
          return [id, places.length === 0 ? index : places.reduce((sum, one) => sum + one, 0) / places.length] as const
        }),
      )
      // Sorting keeps the order of equals, so the drawing is the same each time.
      ordered[at]!.sort((a, b) => middle.get(a)! - middle.get(b)!)
    }
  }
  return ordered
}

function neighbours(edges: readonly Edge[]): [Map<string, string[]>, Map<string, string[]>] {
  const before = new Map<string, string[]>()
  const after = new Map<string, string[]>()
  const add = (map: Map<string, string[]>, key: string, value: string) => {
    const list = map.get(key)
    if (list) list.push(value)
    else map.set(key, [value])
  }
  for (const { from, to } of edges) {
    add(before, to, from)
    add(after, from, to)
  }
  return [before, after]
}

const ALIGNMENTS = 8
const BEND: Box = { id: '', width: 0, height: 12 }

/** Coordinates: layers side by side; within a layer each box as near to the middle of its neighbours as the others let it. */
function placed(rows: readonly (readonly string[])[], edges: readonly Edge[], boxes: ReadonlyMap<string, Box>) {
  const [before, after] = neighbours(edges)
  const size = (id: string) => boxes.get(id) ?? BEND
  const middle = new Map<string, number>()
  for (const row of rows) {
    let y = 0
    for (const id of row) {
      middle.set(id, y + size(id).height / 2)
      y += size(id).height + GAP.y
    }
    const shift = (y - GAP.y) / 2
    for (const id of row) middle.set(id, middle.get(id)! - shift)
  }
  for (let sweep = 0; sweep < ALIGNMENTS; sweep++) {
    const forth = sweep % 2 === 0
    const sides = forth ? before : after
    const order = forth ? rows : [...rows].reverse()
    for (const row of order) align(row, sides, middle, size)
  }
  const top = Math.min(0, ...[...boxes.keys()].map((id) => middle.get(id)! - size(id).height / 2))
  const bottom = Math.max(0, ...[...boxes.keys()].map((id) => middle.get(id)! + size(id).height / 2))
  const at = new Map<string, Place>()
  let x = 0
  for (const row of rows) {
    const width = Math.max(0, ...row.map((id) => size(id).width))
    for (const id of row)
      if (boxes.has(id)) at.set(id, [Math.round(x + (width - size(id).width) / 2), Math.round(middle.get(id)! - size(id).height / 2 - top)])
    x += width + GAP.x
  }
  return { at, width: Math.max(0, x - GAP.x), height: Math.round(bottom - top) }
}

/**
 * Moves the boxes of a layer towards their neighbours without changing their order: boxes that would overlap join into groups
 * which stand at the mean of what they want (pool adjacent violators).
 */
function align(
  row: readonly string[],
  sides: ReadonlyMap<string, readonly string[]>,
  middle: Map<string, number>,
  size: (id: string) => Box,
): void {
  const groups: { ids: string[]; offsets: number[]; wanted: number; weight: number; end: number }[] = []
  for (const id of row) {
    const near = sides.get(id) ?? []
    const want = near.length === 0 ? middle.get(id)! : near.reduce((sum, one) => sum + middle.get(one)!, 0) / near.length
    const half = size(id).height / 2
    const weight = near.length === 0 ? 0.2 : boxesWeight(id)
    groups.push({ ids: [id], offsets: [0], wanted: want, weight, end: half })
    for (let last = groups.at(-1)!, prior = groups.at(-2); prior; last = groups.at(-1)!, prior = groups.at(-2)) {
      const gap = prior.end + GAP.y + size(last.ids[0]!).height / 2
      if (last.wanted - prior.wanted >= gap) break
      const weightSum = prior.weight + last.weight
      const wanted = (prior.wanted * prior.weight + (last.wanted - gap) * last.weight) / weightSum
      groups.splice(-2, 2, {
        ids: [...prior.ids, ...last.ids],
        offsets: [...prior.offsets, ...last.offsets.map((offset) => offset + gap)],
        wanted,
        weight: weightSum,
        end: gap + last.end,
      })
    }
  }
  for (const { ids, offsets, wanted } of groups) for (const [index, id] of ids.entries()) middle.set(id, wanted + offsets[index]!)
}

/** Bends give way to boxes. */
const boxesWeight = (id: string): number => (id.includes(' ') ? 2 : 1)
