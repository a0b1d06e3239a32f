import type { ApprovalSchema } from '../../../../schemas/generated/approval-schema.ts'
import { defineCommand, edited, refused } from '../../define-command.ts'
import { commonLevel, levelOfSource, levelOfTarget, nodeById, type RouteKey, routeIndex } from '../../schema-graph.ts'
import { GRID, makeNode, type NewNode, routesOnward } from './new-node.ts'

export interface InsertNodeOnRoute extends NewNode {
  readonly route: RouteKey
}

/**
 * Puts a step between two others: the arrow leads to it and keeps its outcome and condition, and it leads on to where the
 * arrow led. What stands to the right makes room. An end has nothing behind it, so it is refused.
 */
export const insertNodeOnRoute = defineCommand(
  'insert-node-on-route',
  'approval-schema',
  (schema, args: InsertNodeOnRoute, { workspace }) => {
    const index = routeIndex(schema, args.route)
    const route = schema.routes[index]
    if (!route) return refused('no-such-thing')
    if (args.kind === 'end') return refused('cannot-follow')
    const level = commonLevel(levelOfSource(schema, route), levelOfTarget(schema, route.to)).at(-1)
    const [from, to] = [nodeById(schema, route.from)?.xy, nodeById(schema, route.to)?.xy]
    const forward = from !== undefined && to !== undefined && to[0] > from[0]
    const width = args.kind === 'fork' ? GRID.width * 2 : GRID.width
    const roomy = forward ? withRoom(schema, from[0], to[0], width) : schema
    const xy = from && ([from[0] + GRID.width, forward ? Math.round((from[1] + to[1]) / 2) : from[1] + GRID.height] as const)
    const made = makeNode(roomy, args, { xy, in: level }, workspace.languages)
    const last = made.nodes.find(({ id }) => id === made.last)!
    const { arrives, ...arriving } = route
    const routes = [
      ...roomy.routes.slice(0, index),
      { ...arriving, to: made.first },
      ...roomy.routes.slice(index + 1),
      ...made.routes,
      ...routesOnward(schema, last, route.to).map((each) => (each.to === route.to && arrives ? { ...each, arrives } : each)),
    ]
    return edited({ ...roomy, nodes: [...roomy.nodes, ...made.nodes], routes }, { name: args.label, made: made.first })
  },
)

/** Moves what stands at or right of `to` further right, until a step fits between. */
function withRoom(schema: ApprovalSchema, from: number, to: number, width: number): ApprovalSchema {
  const lacking = from + width + GRID.width - to
  if (lacking <= 0) return schema
  const nodes = schema.nodes.map((node) =>
    node.xy && node.xy[0] >= to ? { ...node, xy: [node.xy[0] + lacking, node.xy[1]] as [number, number] } : node,
  )
  return { ...schema, nodes }
}
