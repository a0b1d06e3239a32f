import { defineCommand, edited, refused } from '../../define-command.ts'
import { without } from '../../lists.ts'
import { nodeById, type RouteKey, routeIndex } from '../../schema-graph.ts'

/** Takes an arrow away. */
export const removeRoute = defineCommand('remove-route', 'approval-schema', (schema, { route }: { readonly route: RouteKey }) => {
  const index = routeIndex(schema, route)
  if (index < 0) return refused('no-such-thing')
  return edited({ ...schema, routes: without(schema.routes, index) }, { name: nodeById(schema, schema.routes[index]!.from)?.label })
})
