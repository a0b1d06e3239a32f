import { resolveAudience } from '../../runtime/engine/audience/resolve.ts'
import type { Organisation } from '../../runtime/engine/check-world.ts'
import type { Person, Site } from '../../runtime/engine/site.ts'
import type { Audience, AudienceEntry } from '../../schemas/generated/audience.ts'

/** Whom an audience means on this site today: the people whom it names whatever the document, and whether others depend on it. */
export interface AudienceToday {
  readonly people: readonly Person[]
  /** Whether the document or its author says who else. */
  readonly depends: boolean
  readonly everyone: boolean
}

/** What an entry names hangs neither on the card nor on who acts. */
const isFixed = (entry: AudienceEntry): boolean =>
  entry.where === undefined && (entry.role ?? entry.group ?? entry.department ?? entry.person) !== undefined

export function audienceToday(audience: Audience | undefined, organisation: Organisation | null): AudienceToday {
  const entries = audience ?? []
  const everyone = entries.some(({ the, where }) => the === 'everyone' && where === undefined)
  const fixed = entries.filter(isFixed)
  const ids = organisation ? resolveAudience(fixed, { site: organisation as Site, author: null, values: () => [] }) : []
  return {
    people: ids.flatMap((id) => organisation?.people.get(id) ?? []),
    depends: entries.some((entry) => !isFixed(entry) && entry.the !== 'everyone'),
    everyone,
  }
}
