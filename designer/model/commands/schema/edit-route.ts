import type { ApprovalSchema, Route } from '../../../../schemas/generated/approval-schema.ts'
import { type Edit, edited, refused } from '../../define-command.ts'
import { patched } from '../../lists.ts'
import { nodeById, type RouteKey, routeIndex, routeKeys, withRoute } from '../../schema-graph.ts'

/** Changes one route; keys given as undefined are left out. The route may go by another key afterwards, which is what to select. */
export function editRoute(
  schema: ApprovalSchema,
  key: RouteKey,
  patch: { [K in keyof Route]?: Route[K] | undefined },
): Edit<ApprovalSchema> {
  const index = routeIndex(schema, key)
  const route = schema.routes[index]
  if (!route) return refused('no-such-thing')
  const made = withRoute(schema, index, patched(route, patch))
  return edited(made, { name: nodeById(schema, route.from)?.label, made: routeKeys(made)[index] })
}
