import type { Id, Instant } from '../document/state.ts'
import type { Site } from '../site.ts'

/** Who stands in for a person at a moment, one step; null where the person is there. The substitution that began last wins. */
export function substituteOf(person: Id, now: Instant, site: Site): Id | null {
  let found: { readonly from: Instant; readonly substitute: Id } | null = null
  for (const each of site.substitutions) {
    if (each.person !== person || each.from > now || each.to <= now) continue
    if (!found || each.from > found.from) found = each
  }
  return found?.substitute ?? null
}

/**
 * Who holds what a person is asked for at a moment: the person; or, while the person is absent, the substitute, the
 * substitute's own substitute and so on, without going round in a circle. Whoever may not hold it, or has left, is passed
 * over; where nobody of the chain may, it stays with the person. The people of the chain, the holder last.
 */
export function holdersOf(person: Id, now: Instant, site: Site, mayHold: (person: Id) => boolean): readonly Id[] {
  const chain = [person]
  for (let next = substituteOf(person, now, site); next && !chain.includes(next); next = substituteOf(next, now, site)) chain.push(next)
  const able = (id: Id) => mayHold(id) && site.people.get(id)?.left === false
  const present = chain.findIndex((id, index) => index > 0 && able(id) && !substituteOf(id, now, site))
  // A circle of absences has nobody who is there: the first who may hold it does.
  const holder = present >= 0 ? present : chain.findIndex((id, index) => index > 0 && able(id))
  return holder > 0 ? chain.filter((id, index) => index === 0 || (index <= holder && (index === holder || able(id)))) : [person]
}
