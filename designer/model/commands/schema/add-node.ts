import { isActionOf } from '../../../../runtime/engine/approval/block-graph.ts'
import { defineCommand, edited, refused } from '../../define-command.ts'
import { forkById, mainRoute, nodeById, outcomesFrom, routesFrom } from '../../schema-graph.ts'
import { makeNode, type NewNode } from './new-node.ts'

export interface AddNode extends NewNode {
  readonly xy?: readonly [number, number]
  /** The fork in whose block it is put down. */
  readonly in?: string
  /** The node that it was pulled out of, and the outcome that leads to it; the first that leads nowhere if left out. */
  readonly from?: { readonly node: string; readonly outcome?: string }
}

/** Puts a step on the canvas: free, or pulled out of another step, whose arrow then leads to it. */
export const addNode = defineCommand('add-node', 'approval-schema', (schema, args: AddNode, { workspace }) => {
  const source = args.from && nodeById(schema, args.from.node)
  if (args.from && !source) return refused('no-such-thing')
  if (source?.kind === 'end') return refused('route-from-end')
  if (args.in !== undefined && !forkById(schema, args.in)) return refused('no-such-thing')
  const level = args.in ?? (source?.kind === 'fork' && args.from?.outcome === undefined ? source.id : source?.in)
  const made = makeNode(schema, args, { xy: args.xy, in: level }, workspace.languages)
  const withNodes = { ...schema, nodes: [...schema.nodes, ...made.nodes], routes: [...schema.routes, ...made.routes] }
  if (!source) return edited(withNodes, { name: args.label, made: made.first })

  const taken = routesFrom(schema, source.id)
  const free = outcomesFrom(schema, source.id).find((on) => !taken.some((route) => route.on === on))
  const on = args.from?.outcome ?? free
  const first = made.first
  if (source.kind === 'decision') {
    const otherwise = taken.some((route) => route.otherwise) ? {} : { otherwise: true as const }
    return edited(
      { ...withNodes, routes: [...withNodes.routes, { from: source.id, ...otherwise, to: first }] },
      { name: args.label, made: first },
    )
  }
  const branches = source.kind === 'fork' && !isActionOf(source, { on: on ?? '' })
  if (!branches && taken.some((route) => route.on === on && route.when === undefined)) {
    // Every way out leads somewhere already: the step comes between.
    const main = mainRoute(schema, source.id)
    const routes = withNodes.routes.map((route) => (route === main ? { ...route, to: first } : route))
    return edited({ ...withNodes, routes }, { name: args.label, made: first })
  }
  const route = { from: source.id, ...(on !== undefined && { on }), to: first }
  return edited({ ...withNodes, routes: [...withNodes.routes, route] }, { name: args.label, made: first })
})
