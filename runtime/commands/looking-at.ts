import type { DocumentType } from '../../schemas/generated/document-type.ts'
import { addingUp, looksThroughLinks, type Reference } from '../engine/document/looking-at.ts'
import type { Document } from '../engine/document/state.ts'
import type { Site } from '../engine/site.ts'
import type { Queryable } from '../store/database.ts'
import { documentsLookingAt } from '../store/rollups.ts'

/**
 * The documents to nudge when one changes: those that add it up, and, where some wait reads through a link, those that
 * point at it.
 */
export async function lookingAt(
  database: Queryable,
  site: Site,
  type: DocumentType,
  before: Document | null,
  after: Document,
): Promise<readonly Reference[]> {
  const adding = addingUp(site, type, before, after)
  if (!before || !looksThroughLinks(site)) return adding
  const found = new Map(adding.map((each) => [`${each.type}/${each.id}`, each]))
  for (const { type: from, id } of await documentsLookingAt(database, after))
    if (id !== after.id) found.set(`${from}/${id}`, { type: from, id })
  return [...found.values()]
}
