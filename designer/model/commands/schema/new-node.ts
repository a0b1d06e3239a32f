import type { Action, ApprovalSchema, Route, SchemaNode } from '../../../../schemas/generated/approval-schema.ts'
import type { Text } from '../../../../schemas/generated/common.ts'
import { idFrom } from '../../ids.ts'
import { nodeById, nodeIds } from '../../schema-graph.ts'
import { anyWords, ownWords } from '../../text-in-languages.ts'

/** What the palette offers. A fork brings its join and, where they are named, a step for each branch. */
export interface NewNode {
  readonly kind: Exclude<SchemaNode['kind'], 'join'>
  readonly label: Text
  /** Of a fork: what the steps of its branches are called. */
  readonly branches?: readonly Text[]
  /** Properties of a ready-made step ("Two of a group"); they must be such as its kind has. */
  readonly with?: Readonly<Record<string, unknown>>
}

/** A new node, with all that it needs to be sound as far as it can be; not yet joined to anything but itself. */
export interface MadeNode {
  readonly nodes: readonly SchemaNode[]
  /** The routes inside it: the branches of a block. */
  readonly routes: readonly Route[]
  /** Where an arrow leads in, and from where one leads on. */
  readonly first: string
  readonly last: string
}

/** How far apart nodes are drawn. */
export const GRID = { width: 260, height: 160 } as const

export function makeNode(
  schema: ApprovalSchema,
  { kind, label, branches = [], with: given = {} }: NewNode,
  place: { readonly xy?: readonly [number, number] | undefined; readonly in?: string | undefined },
  languages: readonly string[],
): MadeNode {
  const taken = nodeIds(schema)
  const id = idFrom(anyWords(label), 'kebab', taken, kind)
  const at = place.xy
  const inBlock = place.in === undefined ? {} : { in: place.in }
  const base = { id, label, ...(at && { xy: [at[0], at[1]] as [number, number] }), ...inBlock }
  if (kind !== 'fork') return { nodes: [{ ...bodyOf(kind, languages), ...base, ...given } as SchemaNode], routes: [], first: id, last: id }

  taken.push(id)
  const joinId = idFrom(`${id}-done`, 'kebab', taken, 'join')
  taken.push(joinId)
  const inside = branches.map((each, index): SchemaNode => {
    const own = idFrom(anyWords(each), 'kebab', taken, 'branch')
    taken.push(own)
    const xy = at && ([at[0] + GRID.width / 2 + 20, at[1] + (index - (branches.length - 1) / 2) * GRID.height] as [number, number])
    return { ...bodyOf('approval', languages), id: own, label: each, in: id, ...(xy && { xy }) } as SchemaNode
  })
  const join: SchemaNode = {
    id: joinId,
    kind: 'join',
    fork: id,
    ...inBlock,
    ...(at && { xy: [at[0] + GRID.width * 1.7, at[1]] as [number, number] }),
  }
  const routes: Route[] = inside.flatMap((node) => [
    { from: id, to: node.id },
    { from: node.id, on: 'approved', to: joinId },
    ...(canGoBackTo(schema) ? [{ from: node.id, on: 'rejected', to: schema.start }] : []),
  ])
  const fork = { kind, ...base, ...given } as SchemaNode
  return { nodes: [fork, ...inside, join], routes: routes.length > 0 ? routes : [{ from: id, to: joinId }], first: id, last: joinId }
}

/** Whether a rejection can lead back to where documents begin. */
export const canGoBackTo = (schema: ApprovalSchema): boolean => nodeById(schema, schema.start)?.kind === 'stage'

/** A button that goes on, for a stage that somebody just put on the way. */
export function goOn(languages: readonly string[]): Action {
  return { id: 'go-on', label: ownWords({ en: 'Go on', ro: 'Mai departe' }, languages), who: [{ the: 'author' }] }
}

/** The routes by which a new node goes on to `to`; a rejection goes back to where documents begin. */
export function routesOnward(schema: ApprovalSchema, node: SchemaNode, to: string): Route[] {
  const { id: from } = node
  switch (node.kind) {
    case 'approval':
      return [
        { from, on: 'approved', to },
        ...(canGoBackTo(schema) && schema.start !== from ? [{ from, on: 'rejected', to: schema.start }] : []),
      ]
    case 'task':
      return [{ from, on: node.actions?.[0]?.id ?? 'done', to }]
    case 'stage':
      return node.actions?.[0] ? [{ from, on: node.actions[0].id, to }] : []
    case 'decision':
      return [{ from, otherwise: true, to }]
    case 'wait':
      return [{ from, to, ...(node.until[0]?.on !== undefined && { on: node.until[0].on }) }]
    case 'end':
      return []
    default:
      return [{ from, to }]
  }
}

function bodyOf(kind: NewNode['kind'], languages: readonly string[]): object {
  switch (kind) {
    case 'stage':
      return { kind, actions: [goOn(languages)] }
    case 'approval':
      return { kind, ask: [{ id: 'line', who: [{ managerOf: 'author' }] }] }
    case 'task':
      return { kind, ask: [{ id: 'line', who: [{ the: 'author' }] }] }
    case 'wait':
      return { kind, until: [{ after: 'P1D' }] }
    case 'automation':
      return { kind, does: [{ do: 'notify', who: [{ the: 'author' }], text: '{title}' }] }
    default:
      return { kind }
  }
}
