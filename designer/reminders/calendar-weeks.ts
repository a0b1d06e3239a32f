import { addDays, type LocalDate } from '../../runtime/engine/calendar/local-date.ts'

/** Weeks from the one that has `first` to the one that has `last`, Monday to Sunday. */
export function weeksBetween(first: LocalDate, last: LocalDate): readonly (readonly LocalDate[])[] {
  const weekday = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7
  const weeks: LocalDate[][] = []
  for (let monday = addDays(first, -weekday); monday <= last; monday = addDays(monday, 7))
    weeks.push(Array.from({ length: 7 }, (_, day) => addDays(monday, day)))
  return weeks
}
