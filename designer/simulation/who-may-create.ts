import { mayOn } from '../../runtime/engine/access/access.ts'
import type { Site } from '../../runtime/engine/site.ts'

/** Who may create a document of a type, as its access is drawn; in the order of the office. */
export function whoMayCreate(site: Site, type: string): readonly string[] {
  return [...site.people.values()].filter(({ id, left }) => !left && mayOn(site, type, id, null, 'create')).map(({ id }) => id)
}
