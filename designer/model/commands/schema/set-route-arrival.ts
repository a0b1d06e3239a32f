import { defineCommand } from '../../define-command.ts'
import type { RouteKey } from '../../schema-graph.ts'
import { editRoute } from './edit-route.ts'

/** Says whether a branch that arrives by this arrow counts for the join. */
export const setRouteArrival = defineCommand(
  'set-route-arrival',
  'approval-schema',
  (schema, { route, counts }: { readonly route: RouteKey; readonly counts: boolean }) =>
    editRoute(schema, route, { arrives: counts ? undefined : 'uncounted' }),
)
