import type { Route } from '../../../../schemas/generated/approval-schema.ts'
import { defineCommand, edited, refused } from '../../define-command.ts'
import { nodeById, outcomesFrom, pathTo, routeKeys, routesFrom } from '../../schema-graph.ts'

export interface ConnectNodes {
  /** The node that the arrow leaves, or `anywhere`. */
  readonly from: string
  /** The outcome on which it is taken; the first that leads nowhere yet if left out. */
  readonly outcome?: string
  readonly to: string
  readonly when?: string
}

/** Draws an arrow. Refused: a second one for an outcome that leads somewhere without condition, one from an end, one into a foreign block's join. */
export const connectNodes = defineCommand('connect-nodes', 'approval-schema', (schema, { from, outcome, to, when }: ConnectNodes) => {
  const [source, target] = [nodeById(schema, from), nodeById(schema, to)]
  if ((!source && from !== 'anywhere') || !target) return refused('no-such-thing')
  if (source?.kind === 'end') return refused('route-from-end', { name: source.label })
  if (target.kind === 'join' && target.fork !== from && !pathTo(schema, from).includes(target.fork))
    return refused('route-into-join', { name: target.label })
  const routes = routesFrom(schema, from)
  const route = routeOf({ from, to, outcome, when })
  if (route === undefined) return refused('outcome-already-routed', { name: source?.label })
  const made = { ...schema, routes: [...schema.routes, route] }
  return edited(made, { name: target.label, made: routeKeys(made).at(-1) })

  function routeOf(args: { from: string; to: string; outcome: string | undefined; when: string | undefined }): Route | undefined {
    const condition = args.when === undefined ? {} : { when: args.when }
    if (source?.kind === 'decision') {
      const first = args.when === undefined && !routes.some(({ otherwise }) => otherwise)
      return { from, ...(first ? { otherwise: true as const } : condition), to }
    }
    if (source?.kind === 'fork' && args.outcome === undefined)
      return routes.some((other) => other.on === undefined && other.to === to) ? undefined : { from, ...condition, to }
    const possible = outcomesFrom(schema, from)
    const led = (on: string | undefined) => routes.some((other) => other.on === on && other.when === undefined)
    const on = args.outcome ?? possible.find((each) => !led(each))
    if (led(on) || !possible.includes(on)) return undefined
    return { from, ...(on !== undefined && { on }), ...condition, to }
  }
})
