import { defineCommand } from '../../define-command.ts'
import type { RouteKey } from '../../schema-graph.ts'
import { editRoute } from './edit-route.ts'

/** Sets the decision or button on which an arrow is taken. */
export const setRouteOutcome = defineCommand(
  'set-route-outcome',
  'approval-schema',
  (schema, { route, on }: { readonly route: RouteKey; readonly on: string | undefined }) => editRoute(schema, route, { on }),
)
