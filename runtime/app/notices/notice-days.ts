import type { LocalDate } from '../../engine/calendar/local-date.ts'

/** A list in order of time, cut into days; the order stays. */
export function groupByDay<T>(
  items: readonly T[],
  dayOf: (item: T) => LocalDate,
): { readonly day: LocalDate; readonly items: readonly T[] }[] {
  const days: { day: LocalDate; items: T[] }[] = []
  for (const item of items) {
    const day = dayOf(item)
    const last = days.at(-1)
    if (last?.day === day) last.items.push(item)
    else days.push({ day, items: [item] })
  }
  return days
}
