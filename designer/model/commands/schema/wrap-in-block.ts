import type { Route, SchemaNode } from '../../../../schemas/generated/approval-schema.ts'
import type { Text } from '../../../../schemas/generated/common.ts'
import { defineCommand, edited, refused } from '../../define-command.ts'
import { idFrom } from '../../ids.ts'
import { joinOf, mainRoute, membersOf, nodeById, nodeIds } from '../../schema-graph.ts'
import { anyWords } from '../../text-in-languages.ts'
import { GRID } from './new-node.ts'

export interface WrapInBlock {
  readonly nodes: readonly string[]
  readonly label: Text
}

/**
 * Makes the chosen steps run at the same time: a block around them, each a branch of its own. What led to one of them leads to
 * the block; where they mostly went on to, the block goes on to. Their other arrows (a rejection) stay and leave the block.
 * Refused: steps of different blocks, and ends, behind which nothing waits.
 */
export const wrapInBlock = defineCommand('wrap-in-block', 'approval-schema', (schema, { nodes: chosen, label }: WrapInBlock) => {
  const heads = chosen
    .flatMap((id) => nodeById(schema, id) ?? [])
    .map((node) => (node.kind === 'join' ? nodeById(schema, node.fork)! : node))
  const first = heads[0]
  if (!first) return refused('no-such-thing')
  if (heads.some((node) => node.in !== first.in)) return refused('not-on-one-level')
  if (heads.some(({ kind }) => kind === 'end')) return refused('route-from-end', { name: first.label })
  const tops = [...new Set(heads.flatMap((node) => (node.kind === 'fork' ? [node.id, joinOf(schema, node.id)?.id ?? node.id] : [node.id])))]
  const inside = new Set([...tops, ...heads.flatMap(({ id }) => membersOf(schema, id).map((member) => member.id))])

  const taken = nodeIds(schema)
  const fork = idFrom(anyWords(label), 'kebab', taken, 'block')
  const join = idFrom(`${fork}-done`, 'kebab', [...taken, fork], 'join')
  /** The last step of each branch: a block's join speaks for it. */
  const tails = heads.map((node) => (node.kind === 'fork' ? (joinOf(schema, node.id)?.id ?? node.id) : node.id))
  const mains = new Set(tails.flatMap((id) => mainRoute(schema, id) ?? []))
  const onward = [...mains].map(({ to }) => to).filter((to) => !inside.has(to))
  const next = mostFrequent(onward)

  const routes = schema.routes.flatMap((route): Route[] => {
    if (inside.has(route.from)) {
      const onMain = mains.has(route) || (route.to === next && tails.includes(route.from))
      return [onMain ? { ...route, to: join } : route]
    }
    return [inside.has(route.to) && tops.includes(route.to) ? { ...route, to: fork } : route]
  })
  const branches = heads.map((node): Route => ({ from: fork, to: node.id }))
  const xs = heads.flatMap(({ xy }) => (xy ? [xy] : []))
  const at = (x: number): [number, number] => [x, Math.round(xs.reduce((sum, [, y]) => sum + y, 0) / xs.length)]
  const left = Math.min(...xs.map(([x]) => x))
  const right = Math.max(...xs.map(([x]) => x))
  const around = first.in === undefined ? {} : { in: first.in }
  const bars: SchemaNode[] = [
    { id: fork, kind: 'fork', label, ...around, ...(xs.length > 0 && { xy: at(left - 80) }) },
    { id: join, kind: 'join', fork, ...around, ...(xs.length > 0 && { xy: at(right + GRID.width - 20) }) },
  ]
  const nodes = schema.nodes.map((node) => (tops.includes(node.id) ? { ...node, in: fork } : node))
  const start = inside.has(schema.start) ? fork : schema.start
  const onwardRoutes: Route[] = next === undefined ? [] : [{ from: join, to: next }]
  return edited(
    { ...schema, start, nodes: [...nodes, ...bars], routes: [...distinct([...routes, ...branches]), ...onwardRoutes] },
    { name: label, made: fork },
  )
})

function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

function distinct(routes: readonly Route[]): Route[] {
  return [...new Map(routes.map((route) => [JSON.stringify(route), route])).values()]
}
