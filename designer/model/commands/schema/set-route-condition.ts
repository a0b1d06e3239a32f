import { defineCommand } from '../../define-command.ts'
import type { RouteKey } from '../../schema-graph.ts'
import { editRoute } from './edit-route.ts'

/** Sets the condition under which an arrow is taken, or none. An arrow with a condition is not the one "otherwise". */
export const setRouteCondition = defineCommand(
  'set-route-condition',
  'approval-schema',
  (schema, { route, when }: { readonly route: RouteKey; readonly when: string | undefined }) =>
    editRoute(schema, route, { when: when?.trim(), ...(when?.trim() && { otherwise: undefined }) }),
)
