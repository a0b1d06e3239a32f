import { isActionOf } from '../../../../runtime/engine/approval/block-graph.ts'
import type { Route } from '../../../../schemas/generated/approval-schema.ts'
import { defineCommand, edited, refused } from '../../define-command.ts'
import { forkById, joinOf, mainRoute, routesFrom } from '../../schema-graph.ts'
import { forgetNodes } from './forget-nodes.ts'

/**
 * Takes a block away and keeps its steps, one after the other in the order of the branches. The conditions under which its
 * branches began are lost, as are its buttons; undoing brings them back.
 */
export const unwrapBlock = defineCommand('unwrap-block', 'approval-schema', (schema, { fork: id }: { readonly fork: string }) => {
  const fork = forkById(schema, id)
  const join = joinOf(schema, id)
  if (!fork || !join) return refused('no-such-thing')
  const heads = [
    ...new Set(
      routesFrom(schema, id)
        .filter((route) => !isActionOf(fork, route))
        .map(({ to }) => to),
    ),
  ].filter((to) => to !== join.id)
  const next = mainRoute(schema, join.id)?.to
  /** The branch in which a step lies is the one whose first step leads to it. */
  const branchOf = new Map(heads.map((head, index) => [head, index]))
  for (let changing = true; changing; ) {
    changing = false
    for (const { from, to } of schema.routes) {
      const branch = branchOf.get(from)
      if (branch !== undefined && !branchOf.has(to) && to !== join.id && schema.nodes.some((node) => node.id === to && node.in === id)) {
        branchOf.set(to, branch)
        changing = true
      }
    }
  }
  const after = (from: string) => heads[(branchOf.get(from) ?? heads.length) + 1] ?? next
  const entrance = heads[0] ?? next
  const routes = schema.routes.flatMap((route): Route[] => {
    if (route.from === id || route.from === join.id) return []
    const { arrives, ...plain } = route
    if (route.to === join.id) {
      const to = after(route.from)
      return to === undefined ? [] : [{ ...plain, to }]
    }
    if (route.to === id) return entrance === undefined ? [] : [{ ...route, to: entrance }]
    return [route]
  })
  const nodes = schema.nodes.flatMap((node) => {
    if (node.id === id || node.id === join.id) return []
    if (node.in !== id) return [node]
    const { in: _, ...rest } = node
    return [fork.in === undefined ? rest : { ...rest, in: fork.in }]
  })
  if (nodes.length === 0) return refused('last-one')
  const start = schema.start === id ? (entrance ?? nodes[0]!.id) : schema.start
  return edited(forgetNodes({ ...schema, start, nodes: nodes as typeof schema.nodes, routes }, new Set([id, join.id])), {
    name: fork.label,
  })
})
