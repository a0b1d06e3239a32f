import { defineCommand, refused } from '../../define-command.ts'
import { nodeById, type RouteKey } from '../../schema-graph.ts'
import { editRoute } from './edit-route.ts'

export interface SetRouteLimit {
  readonly route: RouteKey
  /** How many times at most, and where it leads after that; null for as often as wanted. */
  readonly limit: { readonly atMost: number; readonly then: string } | null
}

/** Says how often an arrow is taken, and where it leads after that. */
export const setRouteLimit = defineCommand('set-route-limit', 'approval-schema', (schema, { route, limit }: SetRouteLimit) => {
  if (limit && !nodeById(schema, limit.then)) return refused('no-such-thing')
  if (limit && !(Number.isInteger(limit.atMost) && limit.atMost >= 1)) return refused('schema-refuses')
  return editRoute(schema, route, { atMost: limit?.atMost, then: limit?.then })
})
