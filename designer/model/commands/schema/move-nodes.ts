import { defineCommand, edited } from '../../define-command.ts'
import { joinOf, membersOf, nodeById } from '../../schema-graph.ts'

export interface MoveNodes {
  /** Where each is put; whole points. */
  readonly to: Readonly<Record<string, readonly [number, number]>>
  /** Whether a block takes along what lies in it. */
  readonly blocks?: boolean
}

/** Puts steps elsewhere on the canvas. No document is moved by it. */
export const moveNodes = defineCommand('move-nodes', 'approval-schema', (schema, { to, blocks = true }: MoveNodes) => {
  const places = new Map<string, readonly [number, number]>()
  for (const [id, place] of Object.entries(to)) {
    const node = nodeById(schema, id)
    if (!node) continue
    if (node.kind === 'fork' && node.xy && blocks) {
      const [dx, dy] = [place[0] - node.xy[0], place[1] - node.xy[1]]
      const join = joinOf(schema, id)
      for (const other of [...membersOf(schema, id), ...(join ? [join] : [])])
        if (other.xy && !(other.id in to)) places.set(other.id, [other.xy[0] + dx, other.xy[1] + dy])
    }
    places.set(id, place)
  }
  const nodes = schema.nodes.map((node) => {
    const place = places.get(node.id)
    return place ? { ...node, xy: [Math.round(place[0]), Math.round(place[1])] as [number, number] } : node
  })
  return edited({ ...schema, nodes }, { name: nodeById(schema, Object.keys(to)[0] ?? '')?.label })
})
