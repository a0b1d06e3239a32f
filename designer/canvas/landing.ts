import type { ApprovalSchema } from '../../schemas/generated/approval-schema.ts'
import type { Command } from '../model/commands.ts'
import type { SchemaReading } from '../model/reading.ts'
import { nodeById, pathTo } from '../model/schema-graph.ts'

/** What was let go, and where its upper left corner lies now. */
export interface Dropped {
  readonly id: string
  readonly isBlock: boolean
  readonly x: number
  readonly y: number
}

/** A step has to be taken so far out of its block before it is out of it: inside, one may make room. */
const MARGIN = 60

/**
 * The edits that a drop comes to: the new places, and for a step that was taken into a block or out of one that too. A block is
 * moved as one; what was dragged along inside it is not moved twice.
 */
export function landing(schema: ApprovalSchema, reading: SchemaReading, dropped: readonly Dropped[]): readonly Command[] {
  const blocks = new Set(dropped.filter(({ isBlock }) => isBlock).map(({ id }) => id))
  const own = dropped.filter(({ id }) => !pathTo(schema, id).some((fork) => blocks.has(fork)))
  const to: Record<string, readonly [number, number]> = {}
  const commands: Command[] = []
  for (const { id, isBlock, x, y } of own) {
    const node = nodeById(schema, id)
    const read = reading.nodes.find((each) => each.id === id)
    if (!node || !read) continue
    const frame = reading.blocks.find((block) => block.fork === id)
    // A frame is dragged by its corner, its fork by its own place.
    const place = isBlock && frame ? ([read.x + x - frame.x, read.y + y - frame.y] as const) : ([x, y] as const)
    if (Math.abs(place[0] - read.x) + Math.abs(place[1] - read.y) < 1) continue
    to[id] = [Math.round(place[0]), Math.round(place[1])]
    if (isBlock) continue
    const around = blockAt(schema, reading, id, [x + read.width / 2, y + read.height / 2])
    if (around === node.in) continue
    if (around !== undefined) commands.push({ type: 'move-into-block', node: id, fork: around })
    else for (const _ of pathTo(schema, id)) commands.push({ type: 'move-out-of-block', node: id })
  }
  return Object.keys(to).length === 0 ? [] : [{ type: 'move-nodes', to }, ...commands]
}

/** The innermost block over whose frame a point lies; a step's own block reaches a little further. */
function blockAt(schema: ApprovalSchema, { blocks }: SchemaReading, id: string, [x, y]: readonly [number, number]): string | undefined {
  const own = nodeById(schema, id)?.in
  const over = blocks.filter((block) => {
    const margin = block.fork === own ? MARGIN : 0
    return x > block.x - margin && x < block.x + block.width + margin && y > block.y - margin && y < block.y + block.height + margin
  })
  return over.sort((a, b) => pathTo(schema, b.fork).length - pathTo(schema, a.fork).length)[0]?.fork
}
