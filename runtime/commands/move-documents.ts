import type { Rendered } from '../engine/card/card.ts'
import type { Actor } from '../engine/document/command.ts'
import { followsNewest } from '../engine/document/follows-newest.ts'
import { obstacles } from '../engine/document/move.ts'
import type { Id } from '../engine/document/state.ts'
import type { Problem } from '../engine/problem.ts'
import { pinnedElsewhere } from '../store/documents.ts'
import type { StoredDocument } from '../store/write.ts'
import { changeDocument } from './change-document.ts'
import type { Edges } from './edges.ts'

export interface Moving {
  readonly type: string
  /** Which ones; all that are not on the newest release. */
  readonly documents: readonly Id[] | 'all'
  /** Where a node went that has another id now. */
  readonly nodes?: Readonly<Record<string, string>> | undefined
}

/** One running document that is not on the newest release: whether it can go there, and what stands in the way. */
export interface MovePlan {
  readonly id: Id
  readonly title: Rendered
  readonly number: string | null
  readonly status: string
  readonly at: readonly string[]
  readonly fate: 'can-move' | 'cannot-move' | 'follows'
  readonly nodes: Extract<Problem, { code: 'cannot-move' }>['nodes']
}

export interface Moved {
  readonly moved: readonly Id[]
  readonly refused: readonly { readonly id: Id; readonly problem: Problem }[]
}

const pageSize = 200

/** Looks what a move would do, and changes nothing. */
export async function planMoves(edges: Edges, moving: Moving): Promise<{ readonly items: readonly MovePlan[] }> {
  const items: MovePlan[] = []
  for await (const stored of outdated(edges, moving)) items.push(await planOf(edges, stored, moving.nodes))
  return { items }
}

async function planOf(edges: Edges, { document, siteRev }: StoredDocument, nodes: Moving['nodes']): Promise<MovePlan> {
  const site = await edges.sites.at(edges.database, siteRev)
  const pinned = await edges.programs.get(edges.database, document.program)
  const newest = edges.programs.newest(site, document)
  const standing = newest ? obstacles(pinned, newest, document, nodes) : []
  const { id, title, number, status, process } = document
  return {
    id,
    title,
    number,
    status,
    at: Object.values(process?.tokens ?? {}).map(({ node }) => node),
    fate: standing.length > 0 ? 'cannot-move' : followsNewest(pinned, document) ? 'follows' : 'can-move',
    nodes: standing,
  }
}

/** Moves documents to the newest release, each by its own command; those that cannot stay as they are, with the reason. */
export async function moveDocuments(edges: Edges, { by, ...moving }: Moving & { readonly by: Actor }): Promise<Moved> {
  const moved: Id[] = []
  const refused: { id: Id; problem: Problem }[] = []
  for await (const { document } of outdated(edges, moving)) {
    const outcome = await changeDocument(
      edges,
      { type: document.type, id: document.id },
      { type: 'move', by, ...(moving.nodes && { nodes: moving.nodes }) },
    )
    if (outcome.ok) moved.push(document.id)
    else refused.push({ id: document.id, problem: outcome.problem })
  }
  return { moved, refused }
}

async function* outdated(edges: Edges, { type, documents }: Moving): AsyncGenerator<StoredDocument> {
  const site = await edges.sites.at(edges.database)
  const definition = site.types.get(type)
  if (!definition) return
  const schemas = [null, ...(definition.approval ?? []).flatMap(({ schema }) => site.schemas.get(schema) ?? [])]
  const newest = schemas.map((schema) => edges.programs.of(definition, schema).hash)
  const wanted = documents === 'all' ? null : new Set(documents)
  for (let after: Id | null = null; ; ) {
    const page: StoredDocument[] = await pinnedElsewhere(edges.database, type, newest, { after, limit: pageSize })
    for (const stored of page) if (!wanted || wanted.has(stored.document.id)) yield stored
    if (page.length < pageSize) return
    after = page.at(-1)!.document.id
  }
}
