import type { People } from '../../schemas/generated/people.ts'
import { bodyHash } from '../../schemas/hash.ts'
import type { Id } from '../engine/document/state.ts'
import type { TemplateSet } from '../engine/simulation/template-set.ts'
import type { Site } from '../engine/site.ts'
import { loadRelease, type ReleasedKind } from '../store/releases.ts'
import { lockSite } from '../store/site-stream.ts'
import type { Edges } from './edges.ts'
import { equipmentOf } from './equipment.ts'
import { type Published, publishIn } from './publish-release.ts'
import { saveStructure, stampOf } from './set-up-office.ts'

export interface Installation {
  readonly by: Id
  /** In whose words the release says what it brought. */
  readonly language: string
  /** `<kind> <id>` of what the office has otherwise and keeps as it is. */
  readonly keep: ReadonlySet<string>
}

/** How a definition of a ready-made set stands to the office: not there, the same, or there otherwise. */
export type Standing = 'new' | 'same' | 'otherwise'

/** What installing a set would come to, definition by definition; `hashes` are those of the newest release by `<kind> <id>`. */
export function standings(
  set: TemplateSet,
  hashes: ReadonlyMap<string, string>,
): readonly { readonly kind: ReleasedKind; readonly id: string; readonly body: object; readonly standing: Standing }[] {
  return equipmentOf(set, 'en').definitions.map(({ kind, id, body }) => {
    const present = hashes.get(`${kind} ${id}`)
    return { kind, id, body: body!, standing: present === undefined ? 'new' : present === bodyHash(body!) ? 'same' : 'otherwise' }
  })
}

/**
 * Puts a ready-made set in use as the next release, with the roles, groups and departments that the office has not: all of
 * it or nothing. What the office has otherwise is replaced, less what is to be kept. `release` is null where all of it is
 * in use already.
 */
export async function installTemplate(
  edges: Edges,
  set: TemplateSet,
  { by, language, keep }: Installation,
): Promise<Exclude<Published, { ok: true }> | { readonly ok: true; readonly release: number | null }> {
  try {
    const release = await edges.database.transaction(async (tx) => {
      await lockSite(tx)
      const present = new Map((await loadRelease(tx)).map(({ kind, id, hash }) => [`${kind} ${id}`, hash]))
      const changes = standings(set, present).filter(
        ({ kind, id, standing }) => standing === 'new' || (standing === 'otherwise' && !keep.has(`${kind} ${id}`)),
      )
      if (changes.length === 0) return null
      // Structure first: the check asks whether the roles and groups that definitions name exist on this site.
      if (set.people) await saveStructure(tx, withoutPresent(set.people, await edges.sites.at(tx)), new Map(), stampOf(edges, by))
      const { label } = equipmentOf(set, language)
      const published = await publishIn(edges, tx, { by, changes, message: label, peopleLater: true })
      if (!published.ok) throw new NotInstalled(published)
      return published.release
    })
    if (release !== null) edges.announce({ kind: 'site' })
    return { ok: true, release }
  } catch (error) {
    if (error instanceof NotInstalled) return error.refusal
    throw error
  }
}

/** Ends the transaction, so that the structure does not stay where the definitions do not pass. */
class NotInstalled extends Error {
  override readonly name = 'NotInstalled'
  readonly refusal: Exclude<Published, { ok: true }>
  constructor(refusal: Exclude<Published, { ok: true }>) {
    super(`the ready-made set does not pass on this site: ${refusal.problem.code}`)
    this.refusal = refusal
  }
}

/** What the site has under the same id stays as the office made it. */
export function withoutPresent(people: People, site: Pick<Site, 'roles' | 'groups' | 'departments'>): People {
  return {
    ...people,
    roles: (people.roles ?? []).filter(({ id }) => !site.roles.has(id)),
    groups: (people.groups ?? []).filter(({ id }) => !site.groups.has(id)),
    departments: (people.departments ?? []).filter(({ id }) => !site.departments.has(id)),
  }
}
