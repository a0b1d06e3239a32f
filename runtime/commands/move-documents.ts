import type { DocumentType } from '../../schemas/generated/document-type.ts'
import type { Program } from '../engine/approval/program.ts'
import type { Actor } from '../engine/document/command.ts'
import { followsNewest } from '../engine/document/follows-newest.ts'
import { decideMove, obstacles, standIns } from '../engine/document/move.ts'
import type { Id } from '../engine/document/state.ts'
import type { Problem } from '../engine/problem.ts'
import type { LocalText, Site } from '../engine/site.ts'
import { countPinnedElsewhere, pinnedElsewhere } from '../store/documents.ts'
import type { StoredDocument } from '../store/write.ts'
import { changeDocument } from './change-document.ts'
import { decideFully } from './decide-fully.ts'
import type { Edges } from './edges.ts'
import { type ForeseenMove, nodesOf } from './foresee-moves.ts'
import { factsNow } from './gather-facts.ts'

export interface Moving {
  readonly type: string
  /** Which ones; all that are not on the newest release. */
  readonly documents: readonly Id[] | 'all'
  /** Where a node went that has another id now. */
  readonly nodes?: Readonly<Record<string, string>> | undefined
  readonly by: Actor
  /** Where the page before ended; null for the first. */
  readonly after: Id | null
  /** How many documents are looked at at a time. */
  readonly limit: number
}

/** One running document that is not on the newest release: whether it can go there, and what stands in the way. */
export interface MovePlan extends Omit<ForeseenMove, 'obstacles'> {
  /** `to`: the nodes of the newest release that it may stand for. */
  readonly obstacles: readonly (ForeseenMove['obstacles'][number] & { readonly to: ForeseenMove['at'] })[]
  /** Why it cannot move; null where it can, or where there is nowhere to go. */
  readonly problem: Problem | null
}

export interface MovePage {
  readonly items: readonly MovePlan[]
  /** Where the next page begins; null where this was the last. */
  readonly after: Id | null
}

export interface MovedPage {
  readonly moved: readonly Id[]
  readonly refused: readonly MovePlan[]
  readonly after: Id | null
}

/** How many running documents of each type are not on the newest release, those that follow it by themselves among them. */
export async function countOutdated(edges: Edges): Promise<readonly { readonly type: string; readonly count: number }[]> {
  const site = await edges.sites.at(edges.database)
  const counts: { type: string; count: number }[] = []
  for (const type of site.types.values()) {
    const count = await countPinnedElsewhere(edges.database, type.id, newestHashes(edges, site, type))
    if (count > 0) counts.push({ type: type.id, count })
  }
  return counts
}

/** Looks what a move would do to a page of documents, each decided as the move itself would be, and changes nothing. */
export async function planMoves(edges: Edges, moving: Moving): Promise<MovePage> {
  const { documents, after } = await outdated(edges, moving)
  const items: MovePlan[] = []
  for (const stored of documents) items.push(await planOf(edges, stored, moving))
  return { items, after }
}

/** Moves a page of documents to the newest release, each by its own command; those that cannot stay as they are, with the reason. */
export async function moveDocuments(edges: Edges, moving: Moving): Promise<MovedPage> {
  const { documents, after } = await outdated(edges, moving)
  const moved: Id[] = []
  const refused: MovePlan[] = []
  for (const stored of documents) {
    const { type, id } = stored.document
    if (!edges.programs.newest(await edges.sites.at(edges.database, stored.siteRev), stored.document)) continue
    const outcome = await changeDocument(edges, { type, id }, { type: 'move', by: moving.by, ...(moving.nodes && { nodes: moving.nodes }) })
    if (outcome.ok) moved.push(id)
    else refused.push({ ...(await planOf(edges, stored, moving)), fate: 'cannot-move', problem: outcome.problem })
  }
  return { moved, refused, after }
}

async function planOf(edges: Edges, stored: StoredDocument, { nodes = {}, by }: Moving): Promise<MovePlan> {
  const { document, siteRev } = stored
  const site = await edges.sites.at(edges.database, siteRev)
  const program = await edges.programs.get(edges.database, document.program)
  const newest = edges.programs.newest(site, document)
  const named = (from: Program) => (node: string) => ({ node, label: labelOf(from, node) })
  const at = nodesOf(document).map(named(program))
  if (!newest) return { stored, program, at, fate: 'stays', obstacles: [], problem: null }
  const follows = followsNewest(program, document)
  const decided = await decideFully(
    edges.database,
    program,
    document,
    factsNow(edges, site),
    (facts) => decideMove(program, newest, document, { type: 'move', by: follows ? { kind: 'clock' } : by, nodes }, facts),
    { lock: false },
  )
  const problem = decided.kind === 'refused' ? decided.problem : null
  return {
    stored,
    program,
    at,
    fate: problem ? 'cannot-move' : follows ? 'follows' : 'can-move',
    obstacles: obstacles(program, newest, document, nodes).map(({ node, why }) => ({
      ...named(program)(node),
      why,
      // Where it was before it cannot stand twice: what is known of both would become one.
      to: standIns(program, newest, node, nodes)
        .filter((each) => each === nodes[node] || !(each in (document.process?.visits ?? {})))
        .map(named(newest)),
    })),
    problem,
  }
}

const labelOf = (program: Program, node: string): LocalText => program.nodes.get(node)?.label ?? node

async function outdated(
  edges: Edges,
  { type, documents: wanted, after, limit }: Moving,
): Promise<{ readonly documents: readonly StoredDocument[]; readonly after: Id | null }> {
  const site = await edges.sites.at(edges.database)
  const definition = site.types.get(type)
  if (!definition) return { documents: [], after: null }
  const only = wanted === 'all' ? null : wanted
  const documents = await pinnedElsewhere(edges.database, type, newestHashes(edges, site, definition), { after, limit, only })
  return { documents, after: documents.length < limit ? null : documents.at(-1)!.document.id }
}

function newestHashes({ programs }: Edges, site: Site, type: DocumentType): readonly string[] {
  const schemas = [null, ...(type.approval ?? []).flatMap(({ schema }) => site.schemas.get(schema) ?? [])]
  return schemas.map((schema) => programs.of(type, schema).hash)
}
