import type { Route, SchemaNode } from '../../../../schemas/generated/approval-schema.ts'
import type { Clip } from '../../clip.ts'
import { defineCommand, edited, refused } from '../../define-command.ts'
import { idFrom } from '../../ids.ts'
import { forkById, nodeIds } from '../../schema-graph.ts'
import { anyWords } from '../../text-in-languages.ts'

export interface PasteNodes {
  readonly clip: Clip
  /** Where the upper left one comes to stand; beside where it was if left out. */
  readonly xy?: readonly [number, number]
  /** The fork in whose block they are put. */
  readonly in?: string
}

/**
 * Puts copied steps into this schema or another: with new ids, with the arrows among them, and with what they say of each
 * other. What names steps that were not copied along is left out; roles and fields that this office has not are found by the check.
 */
export const pasteNodes = defineCommand('paste-nodes', 'approval-schema', (schema, { clip, xy, in: block }: PasteNodes) => {
  if (block !== undefined && !forkById(schema, block)) return refused('no-such-thing')
  const taken = nodeIds(schema)
  const forks = new Set(clip.nodes.filter(({ kind }) => kind === 'fork').map(({ id }) => id))
  // A join without its fork, or a fork without its join, is no block: what lies in it comes alone.
  const joined = new Set(clip.nodes.flatMap((node) => (node.kind === 'join' && forks.has(node.fork) ? [node.fork, node.id] : [])))
  const nodes = clip.nodes.filter((node) => (node.kind !== 'fork' && node.kind !== 'join') || joined.has(node.id))
  if (nodes.length === 0) return refused('nothing-to-paste')
  const ids = new Map<string, string>()
  for (const node of nodes) {
    const id = idFrom(node.label === undefined ? node.id : anyWords(node.label), 'kebab', taken, node.kind)
    ids.set(node.id, id)
    taken.push(id)
  }
  const places = nodes.flatMap((node) => (node.xy ? [node.xy] : []))
  const corner = [Math.min(...places.map(([x]) => x)), Math.min(...places.map(([, y]) => y))] as const
  const [dx, dy] = places.length === 0 ? [0, 0] : xy ? [xy[0] - corner[0], xy[1] - corner[1]] : [40, 40]
  const pasted = nodes.map((node): SchemaNode => {
    const around = node.in === undefined ? undefined : ids.get(node.in)
    const inside = around ?? block
    const { in: _, ...rest } = {
      ...node,
      id: ids.get(node.id)!,
      ...(node.xy && { xy: [node.xy[0] + dx, node.xy[1] + dy] as [number, number] }),
    }
    const renamed = rest.kind === 'join' ? { ...rest, fork: ids.get(rest.fork)! } : rest
    return withMappedNodes((inside === undefined ? renamed : { ...renamed, in: inside }) as SchemaNode, ids)
  })
  const routes = clip.routes.flatMap((route): Route[] => {
    const [from, to] = [ids.get(route.from), ids.get(route.to)]
    if (from === undefined || to === undefined) return []
    const { then, atMost, ...plain } = route
    const after = then === undefined ? undefined : ids.get(then)
    return [{ ...plain, from, to, ...(after !== undefined && atMost !== undefined && { atMost, then: after }) }]
  })
  return edited(
    { ...schema, nodes: [...schema.nodes, ...pasted], routes: [...schema.routes, ...routes] },
    { name: nodes[0]!.label, made: pasted[0]!.id },
  )
})

/** What a copied step says of other copied steps follows them; of others it says nothing here. */
function withMappedNodes(node: SchemaNode, ids: ReadonlyMap<string, string>): SchemaNode {
  const list = (names: readonly string[] | undefined) => names?.flatMap((id) => ids.get(id) ?? [])
  const { deadline } = node as { deadline?: { pauseAt?: string[]; from?: string } }
  let made: SchemaNode = node
  if (deadline?.pauseAt || deadline?.from) {
    const { pauseAt, from, ...rest } = deadline
    const kept = list(pauseAt)
    made = { ...made, deadline: { ...rest, ...(kept?.length && { pauseAt: kept }) } } as SchemaNode
  }
  if (made.kind !== 'approval' && made.kind !== 'task') return made
  const ask = made.ask.map((line) => {
    const { prefer, ...rest } = line
    const kept = list(prefer)
    return kept?.length ? { ...rest, prefer: kept } : rest
  })
  return { ...made, ask }
}
