import type { DocumentType } from '../../schemas/generated/document-type.ts'
import { fieldAudienceContext, mayOn } from '../engine/access/access.ts'
import { listAccess } from '../engine/access/list-access.ts'
import { isAmong } from '../engine/audience/resolve.ts'
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

/** Whether a person may take some of a type's list along as a file: by what they are, or by what a document may say of them. */
export function mayExport(site: Site, type: DocumentType, person: Id): boolean {
  const context = fieldAudienceContext(site, type, person, null)
  return (type.access ?? []).some(
    ({ can, who }) =>
      can.includes('export') &&
      who.some((entry) => {
        const hangsOnDocument =
          entry.field !== undefined ||
          entry.readersOf !== undefined ||
          entry.managerOf !== undefined ||
          entry.headOf !== undefined ||
          entry.the === 'author'
        return hangsOnDocument || isAmong([entry], person, context)
      }),
  )
}
