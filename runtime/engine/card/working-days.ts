import { workingDaysBetween } from '../calendar/working-days.ts'
import { fromNumber } from '../expression/decimal.ts'
import { FeelDate, FeelDateTime } from '../expression/temporal.ts'
import { isReference, type Value } from '../expression/value.ts'
import type { Site } from '../site.ts'

/** `working days(from, to, person)`: both days included, by the person's own calendar where they have one, else the site's; blank where a day is blank. */
export function workingDays(site: Site, [from, to, person]: readonly Value[]): Value {
  const first = dateIn(from)
  const last = dateIn(to)
  if (!first || !last) return null
  const own = isReference(person ?? null) ? site.people.get((person as { readonly id: string }).id)?.calendar : null
  const counted = workingDaysBetween(first, last, own ?? site.calendar)
  return counted.ok ? fromNumber(counted.value) : null
}

function dateIn(value: Value | undefined): string | null {
  if (value instanceof FeelDateTime) return value.date.toString()
  return value instanceof FeelDate ? value.toString() : null
}
