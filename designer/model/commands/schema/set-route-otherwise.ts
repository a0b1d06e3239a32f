import { defineCommand, edited, refused } from '../../define-command.ts'
import { patched } from '../../lists.ts'
import { nodeById, type RouteKey, routeIndex } from '../../schema-graph.ts'

/** Makes an arrow the one that is taken when no other is; it loses its condition, and another that was it until now is it no longer. */
export const setRouteOtherwise = defineCommand(
  'set-route-otherwise',
  'approval-schema',
  (schema, { route, otherwise }: { readonly route: RouteKey; readonly otherwise: boolean }) => {
    const index = routeIndex(schema, route)
    const chosen = schema.routes[index]
    if (!chosen) return refused('no-such-thing')
    const routes = schema.routes.map((each, at) => {
      if (at === index) return patched(each, otherwise ? { otherwise: true, when: undefined } : { otherwise: undefined })
      return otherwise && each.from === chosen.from && each.on === chosen.on && each.otherwise
        ? patched(each, { otherwise: undefined })
        : each
    })
    return edited({ ...schema, routes }, { name: nodeById(schema, chosen.from)?.label, made: route })
  },
)
