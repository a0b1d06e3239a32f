import type { ApprovalSchema } from '../../schemas/generated/approval-schema.ts'
import type { DocumentType } from '../../schemas/generated/document-type.ts'
import { parseDefinition } from '../../schemas/validate.ts'
import { compileProgram, type Program } from '../engine/approval/program.ts'
import { tokensOf } from '../engine/approval/tree.ts'
import { followsNewest } from '../engine/document/follows-newest.ts'
import { obstacles } from '../engine/document/move.ts'
import type { Document, Id } from '../engine/document/state.ts'
import type { LocalText, Site } from '../engine/site.ts'
import { pinnedElsewhere } from '../store/documents.ts'
import type { StoredDocument } from '../store/write.ts'
import type { Edges } from './edges.ts'
import type { DefinitionChange } from './publish-release.ts'

/** What would become of a running document if some changes were in use. */
export interface ForeseenMove {
  readonly stored: StoredDocument
  readonly program: Program
  /** `stays`: what it runs on would be gone from the newest release, or would be the same; there is nowhere to go. */
  readonly fate: 'follows' | 'can-move' | 'cannot-move' | 'stays'
  readonly at: readonly { readonly node: string; readonly label: LocalText }[]
  readonly obstacles: readonly {
    readonly node: string
    readonly label: LocalText
    readonly why: 'missing' | 'other-kind' | 'other-block'
  }[]
}

const pageSize = 200

/**
 * Looks, document by document, what would become of those that run and are touched by changes that are not in use yet;
 * changes nothing. Changes that their schemas do not admit are left out: they cannot be put in use either.
 */
export async function* foreseeMoves(edges: Edges, changes: readonly DefinitionChange[]): AsyncGenerator<ForeseenMove> {
  const site = await edges.sites.at(edges.database)
  const next = siteWith(site, changes)
  const schemas = new Set(changes.flatMap(({ kind, id }) => (kind === 'approval-schema' ? [id] : [])))
  const touched = [...next.types.values()].filter(
    (type) =>
      site.types.has(type.id) && (site.types.get(type.id) !== type || (type.approval ?? []).some(({ schema }) => schemas.has(schema))),
  )
  for (const type of touched) {
    const programs = newestPrograms(type, next)
    const hashes = [...programs.values()].map(({ hash }) => hash)
    for (let after: Id | null = null; ; ) {
      const page: StoredDocument[] = await pinnedElsewhere(edges.database, type.id, hashes, { after, limit: pageSize })
      for (const stored of page) yield await foresee(edges, stored, programs)
      if (page.length < pageSize) break
      after = page.at(-1)!.document.id
    }
  }
}

async function foresee(edges: Edges, stored: StoredDocument, programs: ReadonlyMap<string | null, Program>): Promise<ForeseenMove> {
  const { document } = stored
  const pinned = await edges.programs.get(edges.database, document.program)
  const newest = programs.get(document.schema)
  const named = (node: string) => ({ node, label: pinned.nodes.get(node)?.label ?? node })
  const standing = newest ? obstacles(pinned, newest, document) : []
  return {
    stored,
    program: pinned,
    fate: !newest ? 'stays' : standing.length > 0 ? 'cannot-move' : followsNewest(pinned, document) ? 'follows' : 'can-move',
    at: nodesOf(document).map(named),
    obstacles: standing.map(({ node, why }) => ({ ...named(node), why })),
  }
}

/** The nodes where a document is. */
export function nodesOf({ process }: Document): readonly string[] {
  return process ? [...new Set(tokensOf(process).map(({ node }) => node))] : []
}

/** What documents of a type would be pinned to, by their schema. Not kept: a draft's program means nothing a moment later. */
function newestPrograms(type: DocumentType, { schemas }: Pick<Site, 'schemas'>): ReadonlyMap<string | null, Program> {
  const known = (type.approval ?? []).flatMap(({ schema }): (readonly [string | null, Program])[] => {
    const body = schemas.get(schema)
    return body ? [[schema, compileProgram(type, body)]] : []
  })
  return new Map([[null, compileProgram(type, null)], ...known])
}

function siteWith(site: Site, changes: readonly DefinitionChange[]): Pick<Site, 'types' | 'schemas'> {
  const types = new Map(site.types)
  const schemas = new Map(site.schemas)
  for (const { kind, id, body } of changes) {
    if (kind !== 'document-type' && kind !== 'approval-schema') continue
    const parsed = body && parseDefinition(kind, body)
    if (parsed && !parsed.ok) continue
    if (kind === 'document-type' && parsed) types.set(id, parsed.definition as DocumentType)
    else if (kind === 'approval-schema' && parsed) schemas.set(id, parsed.definition as ApprovalSchema)
    else if (kind === 'approval-schema') schemas.delete(id)
  }
  return { types, schemas }
}
