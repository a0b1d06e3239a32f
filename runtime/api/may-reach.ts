import type { DocumentType } from '../../schemas/generated/document-type.ts'
import { mayOn } from '../engine/access/access.ts'
import { listAccess } from '../engine/access/list-access.ts'
import type { Id } from '../engine/document/state.ts'
import type { Site } from '../engine/site.ts'

/** Whether a person may ever come upon a document of a type: by a rule of its access, by making one, or by being asked on its way. */
export function mayReach(site: Site, type: DocumentType, person: Id): boolean {
  return mayBrowse(site, type, person) || (type.approval ?? []).length > 0
}

/** Whether the list of a type is anything to a person: whoever is only asked now and then comes by what they are asked. */
export function mayBrowse(site: Site, type: DocumentType, person: Id): boolean {
  return mayOn(site, type.id, person, null, 'create') || !['none', 'readers'].includes(listAccess(site, type.id, person).kind)
}
