import type { NamedCalendar } from '../../api/answers.ts'
import { type WorkingHours, weekdays } from '../../engine/calendar/calendar.ts'
import { addDays, dayNumberOf, type LocalDate, weekdayOfDay } from '../../engine/calendar/local-date.ts'
import { timeOfWall, wallOf } from '../../engine/calendar/local-time.ts'

/** What a day is: worked as its weekday says, free by its weekday, a day off, worked shorter, or worked though the week says otherwise. */
export type DayKind = 'works' | 'weekend' | 'holiday' | 'short' | 'extra'

const weekdayOf = (date: LocalDate) => weekdays[weekdayOfDay(dayNumberOf(date))]!
const weekHours = (calendar: NamedCalendar, date: LocalDate): readonly WorkingHours[] => calendar.hours[weekdayOf(date)] ?? []

/** What a day is in a calendar, read in the order in which the clock counts it. */
export function kindOfDay(calendar: NamedCalendar, date: LocalDate): DayKind {
  if (calendar.extraWorkingDays?.[date]) return 'extra'
  if (weekHours(calendar, date).length === 0) return 'weekend'
  if (calendar.holidays.includes(date)) return 'holiday'
  return calendar.shortDays?.[date] ? 'short' : 'works'
}

/** When a day is worked; nothing on a day off. */
export function hoursOfDay(calendar: NamedCalendar, date: LocalDate): readonly WorkingHours[] {
  const kind = kindOfDay(calendar, date)
  if (kind === 'extra') return calendar.extraWorkingDays?.[date] ?? []
  if (kind === 'short') return calendar.shortDays?.[date] ?? []
  return kind === 'works' ? weekHours(calendar, date) : []
}

const without = <T>(days: Readonly<Record<LocalDate, T>> | undefined, date: LocalDate): Record<LocalDate, T> => {
  const { [date]: _, ...rest } = days ?? {}
  return rest
}

/** The day as its weekday says, whatever was said of it alone. */
export function likeItsWeekday(calendar: NamedCalendar, date: LocalDate): NamedCalendar {
  return {
    ...calendar,
    holidays: calendar.holidays.filter((one) => one !== date),
    shortDays: without(calendar.shortDays, date),
    extraWorkingDays: without(calendar.extraWorkingDays, date),
  }
}

/** A day on which nobody works. */
export function asDayOff(calendar: NamedCalendar, date: LocalDate): NamedCalendar {
  const plain = likeItsWeekday(calendar, date)
  return { ...plain, holidays: [...plain.holidays, date].sort() }
}

/** A day that is worked at hours of its own: a short day, or a Saturday that is worked. */
export function workedAt(calendar: NamedCalendar, date: LocalDate, hours: readonly WorkingHours[]): NamedCalendar {
  const plain = likeItsWeekday(calendar, date)
  return weekHours(calendar, date).length === 0
    ? { ...plain, extraWorkingDays: { ...plain.extraWorkingDays, [date]: hours } }
    : { ...plain, shortDays: { ...plain.shortDays, [date]: hours } }
}

/** The hours that a day gets when it becomes one of its own: half of its weekday's, or those that the week mostly has. */
export function firstHours(calendar: NamedCalendar, date: LocalDate): readonly WorkingHours[] {
  const [first] = weekHours(calendar, date)
  if (!first) return weekdays.map((day) => calendar.hours[day] ?? []).find((hours) => hours.length > 0) ?? [['09:00', '17:00']]
  const [from, to] = [wallOf(first[0])!, wallOf(first[1], { end: true })!]
  return [[first[0], timeOfWall(from + Math.max(30 * 60_000, Math.floor((to - from) / 2 / 1_800_000) * 1_800_000))]]
}

/** The hours of a day of the week; none: it is free. */
export function withWeekday(calendar: NamedCalendar, day: (typeof weekdays)[number], hours: readonly WorkingHours[]): NamedCalendar {
  const { [day]: _, ...rest } = calendar.hours
  return { ...calendar, hours: hours.length === 0 ? rest : { ...rest, [day]: hours } }
}

/** With these days off too. */
export const withHolidays = (calendar: NamedCalendar, dates: readonly LocalDate[]): NamedCalendar => ({
  ...calendar,
  holidays: [...new Set([...calendar.holidays, ...dates])].sort(),
})

/** The days of a year that are not as their weekday says, the earliest first. */
export function exceptionsOf(calendar: NamedCalendar, year: number): readonly { readonly date: LocalDate; readonly kind: DayKind }[] {
  const dates = new Set([...calendar.holidays, ...Object.keys(calendar.shortDays ?? {}), ...Object.keys(calendar.extraWorkingDays ?? {})])
  return [...dates]
    .filter((date) => date.startsWith(`${String(year).padStart(4, '0')}-`))
    .sort()
    .map((date) => ({ date, kind: kindOfDay(calendar, date) }))
}

/** The months of a year as weeks from Monday; null where a week reaches into another month. */
export function monthsOf(year: number): readonly (readonly (readonly (LocalDate | null)[])[])[] {
  return Array.from({ length: 12 }, (_, month) => {
    const first = `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}-01`
    const weeks: (LocalDate | null)[][] = [[]]
    for (let blank = weekdayOfDay(dayNumberOf(first)); blank > 0; blank--) weeks[0]!.push(null)
    for (let date = first; date.slice(0, 7) === first.slice(0, 7); date = addDays(date, 1)) {
      if (weeks.at(-1)!.length === 7) weeks.push([])
      weeks.at(-1)!.push(date)
    }
    while (weeks.at(-1)!.length < 7) weeks.at(-1)!.push(null)
    return weeks
  })
}
