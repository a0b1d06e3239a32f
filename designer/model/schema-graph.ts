import { isActionOf } from '../../runtime/engine/approval/block-graph.ts'
import { outcomesOf } from '../../runtime/engine/approval/outcomes.ts'
import type { LocalText } from '../../runtime/engine/site.ts'
import type { ApprovalSchema, ForkNode, JoinNode, Route, SchemaNode } from '../../schemas/generated/approval-schema.ts'

/** What the edits of an approval schema and its drawings ask of it. */

/** A route has no id: it goes by what it joins, and where several join the same by their order. */
export type RouteKey = string

const keys = new WeakMap<readonly Route[], readonly RouteKey[]>()

/** The keys of the routes, in their order; each is unique. */
export function routeKeys({ routes }: Pick<ApprovalSchema, 'routes'>): readonly RouteKey[] {
  let made = keys.get(routes)
  if (!made) {
    const seen = new Map<string, number>()
    made = routes.map(({ from, on, to }) => {
      const key = `${from}:${on ?? ''}:${to}`
      const count = (seen.get(key) ?? 0) + 1
      seen.set(key, count)
      return count === 1 ? key : `${key}:${count}`
    })
    keys.set(routes, made)
  }
  return made
}

/** Where a route stands in the list; -1 where it is gone. */
export const routeIndex = (schema: ApprovalSchema, key: RouteKey): number => routeKeys(schema).indexOf(key)

interface Index {
  readonly nodes: ReadonlyMap<string, SchemaNode>
  readonly paths: Map<string, readonly string[]>
}
const indices = new WeakMap<readonly SchemaNode[], Index>()

/** The nodes by id, and the paths found so far. Lists of nodes are never changed in place, so it is made once for each. */
function indexOf({ nodes }: Pick<ApprovalSchema, 'nodes'>): Index {
  let index = indices.get(nodes)
  if (!index) {
    index = { nodes: new Map(nodes.map((node) => [node.id, node])), paths: new Map() }
    indices.set(nodes, index)
  }
  return index
}

export const nodeById = (schema: ApprovalSchema, id: string): SchemaNode | undefined => indexOf(schema).nodes.get(id)

export function withNode(schema: ApprovalSchema, id: string, edit: (node: SchemaNode) => SchemaNode): ApprovalSchema {
  return { ...schema, nodes: schema.nodes.map((node) => (node.id === id ? edit(node) : node)) }
}

export function withRoute(schema: ApprovalSchema, index: number, route: Route): ApprovalSchema {
  return { ...schema, routes: schema.routes.map((each, at) => (at === index ? route : each)) }
}

const sources = new WeakMap<readonly Route[], ReadonlyMap<string, readonly Route[]>>()

export function routesFrom({ routes }: Pick<ApprovalSchema, 'routes'>, id: string): readonly Route[] {
  let bySource = sources.get(routes)
  if (!bySource) {
    const made = new Map<string, Route[]>()
    for (const route of routes) {
      const list = made.get(route.from)
      if (list) list.push(route)
      else made.set(route.from, [route])
    }
    bySource = made
    sources.set(routes, bySource)
  }
  return bySource.get(id) ?? []
}

export function joinOf(schema: ApprovalSchema, fork: string): JoinNode | undefined {
  return schema.nodes.find((node): node is JoinNode => node.kind === 'join' && node.fork === fork)
}

export function forkById(schema: ApprovalSchema, id: string): ForkNode | undefined {
  const node = nodeById(schema, id)
  return node?.kind === 'fork' ? node : undefined
}

/** The forks around a node, the outermost first. A drawing that lies in itself is cut off. */
export function pathTo(schema: ApprovalSchema, id: string | undefined): readonly string[] {
  if (id === undefined) return []
  const { nodes, paths } = indexOf(schema)
  const known = paths.get(id)
  if (known) return known
  const path: string[] = []
  for (let around = nodes.get(id)?.in; around !== undefined && !path.includes(around); around = nodes.get(around)?.in) path.unshift(around)
  paths.set(id, path)
  return path
}

/** All that lies in the block of a fork, blocks within it included; without the fork and its join. */
export function membersOf(schema: ApprovalSchema, fork: string): readonly SchemaNode[] {
  return schema.nodes.filter(({ id }) => pathTo(schema, id).includes(fork))
}

/** The level on which a route leaves: inside its block for the branches of a fork. */
export function levelOfSource(schema: ApprovalSchema, route: Pick<Route, 'from' | 'on'>): readonly string[] {
  const node = nodeById(schema, route.from)
  const path = pathTo(schema, route.from)
  return node?.kind === 'fork' && !isActionOf(node, route) ? [...path, node.id] : path
}

/** The level on which a route arrives: inside the block for its join. */
export function levelOfTarget(schema: ApprovalSchema, to: string): readonly string[] {
  const node = nodeById(schema, to)
  return node?.kind === 'join' ? [...pathTo(schema, to), node.fork] : pathTo(schema, to)
}

/** What two levels share. */
export function commonLevel(a: readonly string[], b: readonly string[]): readonly string[] {
  const length = a.findIndex((fork, index) => fork !== b[index])
  return length < 0 ? a : a.slice(0, length)
}

/** The outcomes that can leave a node, in their order; `undefined` for a plain route. Retired ones are left out. */
export function outcomesFrom(schema: ApprovalSchema, id: string): readonly (string | undefined)[] {
  if (id === 'anywhere') return (schema.anywhere ?? []).filter(({ retired }) => !retired).map((action) => action.id)
  const node = nodeById(schema, id)
  switch (node?.kind) {
    case 'stage':
      return (node.actions ?? []).filter(({ retired }) => !retired).map((action) => action.id)
    case 'approval':
    case 'task':
      return outcomesOf(node)
        .filter(({ action }) => !action?.retired)
        .map((outcome) => outcome.id)
    case 'fork':
      return [undefined, ...(node.actions ?? []).filter(({ retired }) => !retired).map((action) => action.id)]
    case 'join':
      return [undefined, 'unreached']
    case 'wait':
      return [...new Set(node.until.map(({ on }) => on))]
    case 'decision':
    case 'automation':
      return [undefined]
    default:
      return []
  }
}

/** What the button or decision of an outcome is called; undefined where it has no words of its own (`done`, `unreached`). */
export function outcomeLabel(schema: ApprovalSchema, from: string, on: string | undefined): LocalText | undefined {
  if (on === undefined) return undefined
  if (from === 'anywhere') return schema.anywhere?.find(({ id }) => id === on)?.label
  const node = nodeById(schema, from)
  if (node?.kind === 'approval' || node?.kind === 'task') return outcomesOf(node).find(({ id }) => id === on)?.label
  return node && 'actions' in node ? node.actions?.find(({ id }) => id === on)?.label : undefined
}

/** Where a document mostly goes on to: the outcome that counts for, the first button, the way taken when no other is. */
export function mainRoute(schema: ApprovalSchema, id: string): Route | undefined {
  const node = nodeById(schema, id)
  const routes = routesFrom(schema, id)
  if (node?.kind === 'approval' || node?.kind === 'task') {
    const agreeing = outcomesOf(node).find(({ counts, action }) => counts === 'for' && !action?.retired)
    return routes.find(({ on }) => on === agreeing?.id) ?? routes[0]
  }
  if (node?.kind === 'decision') return routes.find(({ otherwise }) => otherwise) ?? routes[0]
  if (node?.kind === 'join') return routes.find(({ on }) => on === undefined)
  return routes[0]
}

/** The next free id for a node. */
export const nodeIds = (schema: ApprovalSchema): string[] => [...schema.nodes.map(({ id }) => id), 'anywhere']
