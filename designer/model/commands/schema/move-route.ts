import { defineCommand, edited, refused } from '../../define-command.ts'
import { moved } from '../../lists.ts'
import { nodeById, type RouteKey, routeIndex } from '../../schema-graph.ts'

/** Changes the order in which a decision asks: the arrow comes at this place among those of the same step. */
export const moveRoute = defineCommand(
  'move-route',
  'approval-schema',
  (schema, { route, to }: { readonly route: RouteKey; readonly to: number }) => {
    const index = routeIndex(schema, route)
    const chosen = schema.routes[index]
    if (!chosen) return refused('no-such-thing')
    const own = schema.routes.flatMap((each, at) => (each.from === chosen.from ? [at] : []))
    const order = moved(own, own.indexOf(index), Math.max(0, Math.min(to, own.length - 1)))
    const routes = schema.routes.map((each, at) => {
      const place = own.indexOf(at)
      return place < 0 ? each : schema.routes[order[place]!]!
    })
    return edited({ ...schema, routes }, { name: nodeById(schema, chosen.from)?.label })
  },
)
