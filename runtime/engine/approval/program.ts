import type { ApprovalSchema, ForkNode, JoinNode, Route, SchemaNode } from '../../../schemas/generated/approval-schema.ts'
import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { programHash } from '../../../schemas/hash.ts'
import { type Field, fieldsOf } from '../card/field.ts'

/** A route with its place in the schema's list, by which the state remembers how often it was taken. */
export type IndexedRoute = Route & { readonly index: number }

/**
 * What a document is pinned to: its type and its approval schema, made ready for deciding. It is never changed; whoever
 * needs it often keeps it under its hash.
 */
export interface Program {
  /** Content hash of what is pinned (see `schemas/hash.ts`): what a document's row names. */
  readonly hash: string
  readonly type: DocumentType
  readonly schema: ApprovalSchema | null
  readonly fields: ReadonlyMap<string, Field>
  readonly nodes: ReadonlyMap<string, SchemaNode>
  /** Routes by the node that they leave; `anywhere` has its own. In the order of the schema's list. */
  readonly routes: ReadonlyMap<string, readonly IndexedRoute[]>
  /** Ids of the forks around each node, the outermost first. */
  readonly paths: ReadonlyMap<string, readonly string[]>
  /** The join of each fork. */
  readonly joins: ReadonlyMap<string, JoinNode>
}

/** Joins a document type with the approval schema that its documents travel (null: none). Takes definitions that were checked. */
export function compileProgram(type: DocumentType, schema: ApprovalSchema | null): Program {
  const nodes = new Map((schema?.nodes ?? []).map((node) => [node.id, node]))
  const routes = new Map<string, IndexedRoute[]>()
  for (const [index, route] of (schema?.routes ?? []).entries()) {
    const from = routes.get(route.from)
    if (from) from.push({ ...route, index })
    else routes.set(route.from, [{ ...route, index }])
  }
  const paths = new Map<string, readonly string[]>()
  for (const id of nodes.keys()) paths.set(id, forksAround(nodes, id))
  const joins = new Map<string, JoinNode>()
  for (const node of nodes.values()) if (node.kind === 'join') joins.set(node.fork, node)
  return { hash: programHash(type, schema), type, schema, fields: fieldsOf(type), nodes, routes, paths, joins }
}

/** The routes that leave a node, in the order of the list. */
export function routesFrom(program: Program, node: string): readonly IndexedRoute[] {
  return program.routes.get(node) ?? none
}

/** The forks around a node, the outermost first; none at the top. */
export function pathOf(program: Program, node: string): readonly string[] {
  return program.paths.get(node) ?? none
}

/** The fork of a running block. */
export function forkOf(program: Program, fork: string): ForkNode {
  const node = program.nodes.get(fork)
  if (node?.kind !== 'fork') throw new Error(`no fork "${fork}" in approval schema "${program.schema?.id}"`)
  return node
}

/** The id of the first status: of a card with no process, and of one that begins. */
export function firstStatus(type: DocumentType): string {
  return type.statuses?.[0]?.id ?? 'active'
}

const none: readonly never[] = []

function forksAround(nodes: ReadonlyMap<string, SchemaNode>, id: string): readonly string[] {
  const path: string[] = []
  // A circle of forks is refused by the check; here it only must not hang.
  for (let fork = nodes.get(id)?.in; fork && !path.includes(fork); fork = nodes.get(fork)?.in) path.unshift(fork)
  return path
}
