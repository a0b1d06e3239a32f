/** Which documents must look again when another one changes. */
import type { SchemaNode } from '../../schemas/generated/approval-schema.ts'
import type { DocumentType } from '../../schemas/generated/document-type.ts'
import { guardsOf as guardingChecksOf } from '../engine/card/checks.ts'
import { pathsRead } from '../engine/card/expression.ts'
import { fieldsOf, isBackRollup } from '../engine/card/field.ts'
import { linksOf } from '../engine/card/links.ts'
import { backSources } from '../engine/card/rollup.ts'
import type { Document, Id } from '../engine/document/state.ts'
import type { Site } from '../engine/site.ts'
import type { Queryable } from '../store/database.ts'
import { documentsLookingAt } from '../store/rollups.ts'

interface Watching {
  /** Types whose roll-ups add up documents that point at them, by child type and link field. */
  readonly parents: ReadonlySet<string>
  /** Whether some wait of some schema reads through a link. */
  readonly throughLinks: boolean
}

const watching = new WeakMap<Site, Watching>()

function watchingOf(site: Site): Watching {
  let known = watching.get(site)
  if (!known) {
    const parents = new Set<string>()
    for (const type of site.types.values())
      for (const field of fieldsOf(type).values())
        if (isBackRollup(type, field))
          for (const from of backSources(site, type.id, field.rollup!.of)) parents.add(`${from.type} ${from.field} ${type.id}`)
    const waits = [...site.schemas.values()]
      .flatMap(({ nodes }) => nodes)
      .filter((node): node is Extract<SchemaNode, { kind: 'wait' }> => node.kind === 'wait')
    const throughLinks = waits.some(({ until }) =>
      until.some((alternative) => alternative.when !== undefined && pathsRead(alternative.when).some((path) => path.includes('.'))),
    )
    known = { parents, throughLinks }
    watching.set(site, known)
  }
  return known
}

/**
 * The documents to nudge when one changes: those that it points at and that add it up, before and after the change, and,
 * where some wait reads through a link, those that point at it.
 */
export async function lookingAt(
  database: Queryable,
  site: Site,
  type: DocumentType,
  before: Document | null,
  after: Document,
): Promise<readonly { readonly type: string; readonly id: Id }[]> {
  const { parents, throughLinks } = watchingOf(site)
  const found = new Map<string, { type: string; id: Id }>()
  for (const card of [before?.card, after.card])
    if (card)
      for (const { field, to } of linksOf(type, card))
        if (parents.has(`${type.id} ${field} ${to.type}`)) found.set(`${to.type}/${to.id}`, { type: to.type, id: to.id })
  if (throughLinks && before)
    for (const { type: from, id } of await documentsLookingAt(database, after)) found.set(`${from}/${id}`, { type: from, id })
  found.delete(`${after.type}/${after.id}`)
  return [...found.values()]
}

/** A check over a roll-up of children: asked when a child changes, under the parent's lock. */
export interface Guard {
  readonly parent: { readonly type: string; readonly id: Id }
  /** Ids of the parent type's checks that read a roll-up over this child. */
  readonly checks: readonly string[]
}

/** The guards that a change of this document may have to pass; most documents have none. */
export function guardsOver(site: Site, type: DocumentType, after: Document): readonly Guard[] {
  const guards = new Map<string, Guard>()
  for (const { field, to } of linksOf(type, after.card)) {
    const parent = site.types.get(to.type)
    const checks = parent && guardingChecks(site, parent, type.id, field)
    if (checks?.length) guards.set(`${to.type}/${to.id}`, { parent: { type: to.type, id: to.id }, checks })
  }
  return [...guards.values()]
}

function guardingChecks(site: Site, parent: DocumentType, child: string, via: string): readonly string[] {
  const added = [...fieldsOf(parent).values()].some(
    (field) =>
      isBackRollup(parent, field) &&
      backSources(site, parent.id, field.rollup!.of).some((from) => from.type === child && from.field === via),
  )
  return added ? guardingChecksOf(parent).map(({ id }) => id) : []
}
