import type { ApprovalSchema, Route, SchemaNode } from '../../schemas/generated/approval-schema.ts'
import { joinOf, membersOf, nodeById } from './schema-graph.ts'

/** Steps that were copied, with the arrows among them: plain JSON, so that it passes through a clipboard between schemas and windows. */
export interface Clip {
  readonly dosar: 'steps'
  readonly nodes: readonly SchemaNode[]
  readonly routes: readonly Route[]
}

/** Copies steps; a block is copied whole. */
export function copyNodes(schema: ApprovalSchema, ids: readonly string[]): Clip {
  const whole = new Set(
    ids.flatMap((id) => {
      const node = nodeById(schema, id)
      const fork = node?.kind === 'fork' ? id : node?.kind === 'join' ? node.fork : undefined
      if (!node) return []
      if (fork === undefined) return [id]
      const join = joinOf(schema, fork)
      return [fork, ...membersOf(schema, fork).map((member) => member.id), ...(join ? [join.id] : [])]
    }),
  )
  const nodes = schema.nodes.filter(({ id }) => whole.has(id))
  const routes = schema.routes.filter(({ from, to }) => whole.has(from) && whole.has(to))
  return { dosar: 'steps', nodes, routes }
}

const kinds = new Set(['stage', 'approval', 'task', 'decision', 'fork', 'join', 'wait', 'automation', 'end'])

/** Reads what was pasted; null where it holds no steps. Whether the steps are sound, the schema says when they are in. */
export function readClip(text: string): Clip | null {
  try {
    const value = JSON.parse(text) as Partial<Clip> | null
    if (value?.dosar !== 'steps' || !Array.isArray(value.nodes) || !Array.isArray(value.routes)) return null
    const sound = value.nodes.every((node) => typeof node?.id === 'string' && kinds.has(node.kind))
    return sound ? (value as Clip) : null
  } catch {
    return null
  }
}
