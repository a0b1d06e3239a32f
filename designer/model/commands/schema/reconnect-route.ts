import { defineCommand, edited, refused } from '../../define-command.ts'
import { nodeById, outcomesFrom, pathTo, type RouteKey, routeIndex, routeKeys, routesFrom, withRoute } from '../../schema-graph.ts'

export interface ReconnectRoute {
  readonly route: RouteKey
  readonly from?: string
  readonly to?: string
}

/** Takes an end of an arrow to another step. At a step that has not this outcome it takes the first that leads nowhere. */
export const reconnectRoute = defineCommand('reconnect-route', 'approval-schema', (schema, { route: key, from, to }: ReconnectRoute) => {
  const index = routeIndex(schema, key)
  const route = schema.routes[index]
  if (!route) return refused('no-such-thing')
  const [source, target] = [from ?? route.from, to ?? route.to]
  const node = nodeById(schema, source)
  const end = nodeById(schema, target)
  if ((!node && source !== 'anywhere') || !end) return refused('no-such-thing')
  if (node?.kind === 'end') return refused('route-from-end', { name: node.label })
  if (end.kind === 'join' && end.fork !== source && !pathTo(schema, source).includes(end.fork))
    return refused('route-into-join', { name: end.label })
  const { on, ...plain } = route
  let outcome = on
  if (source !== route.from) {
    const possible = outcomesFrom(schema, source)
    const others = routesFrom(schema, source)
    const free = possible.find((each) => !others.some((other) => other.on === each))
    outcome = possible.includes(on) && !others.some((other) => other.on === on) ? on : free
    const several = node?.kind === 'decision' || node?.kind === 'fork'
    if (!several && (!possible.includes(outcome) || others.some((other) => other.on === outcome)))
      return refused('outcome-already-routed', { name: node?.label })
  }
  const made = withRoute(schema, index, { ...plain, from: source, ...(outcome !== undefined && { on: outcome }), to: target })
  return edited(made, { name: end.label, made: routeKeys(made)[index] })
})
