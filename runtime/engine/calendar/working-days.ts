import { type Answer, answer, noAnswer } from './answer.ts'
import { type DayOff, type PreparedCalendar, prepareCalendar, type WorkingCalendar } from './calendar.ts'
import type { CalendarProblem } from './calendar-problem.ts'
import { instantOf } from './instant.ts'
import { dateOfDay, dayNumberOf, isDayInRange, isLocalDate, type LocalDate, nearestDayInRange } from './local-date.ts'

/** Counting by dates alone. A day counts whole, however short its hours. */

/** A day on which nobody works, and why: what a preview names when it says "because Tue 1 Dec is a holiday". */
export type JumpedDay = { date: LocalDate; why: DayOff }

/**
 * How far ahead a day that is worked is looked for, and how many days a count may run over: 110 years. A calendar with a holiday on
 * every day, or with hours on a few extra days only, is answered with a problem instead of a search without end.
 */
export const horizon = 40_000

/** Whether somebody works on a date. */
export function isWorkingDay(calendar: WorkingCalendar, date: LocalDate): Answer<boolean, CalendarProblem> {
  return withCalendar(calendar, [date], (prepared, [day]) => answer(prepared.hoursOn(day!).length > 0))
}

/** How many days are worked from one date to another, both included; 0 if `to` lies before `from`. */
export function workingDaysBetween(from: LocalDate, to: LocalDate, calendar: WorkingCalendar): Answer<number, CalendarProblem> {
  return withCalendar(calendar, [from, to], (prepared, [first, last]) => {
    let count = 0
    for (let day = first!; day <= last!; day++) if (!prepared.dayOff(day)) count++
    return answer(count)
  })
}

/**
 * The date that lies so many working days after a date, or before it if negative: 1 from a Friday or a Saturday is the Monday. With 0 the
 * date itself, worked or not. A deadline of days that hangs on a date (and not on a moment) counts like this.
 */
export function addWorkingDays(calendar: WorkingCalendar, date: LocalDate, days: number): Answer<LocalDate, CalendarProblem> {
  return withCalendar(calendar, [date], (prepared, [day]) => {
    return asDate(day!, stepWorkingDays(prepared, day!, days))
  })
}

/** A date moved off a day off: `before` to the working day before it, `after` to the one after it, `keep` leaves it. */
export function moveOffDayOff(
  calendar: WorkingCalendar,
  date: LocalDate,
  dayOff: 'keep' | 'before' | 'after',
): Answer<LocalDate, CalendarProblem> {
  return withCalendar(calendar, [date], (prepared, [day]) => {
    if (dayOff === 'keep' || !prepared.dayOff(day!)) return answer(date)
    return asDate(day!, stepWorkingDays(prepared, day!, dayOff === 'before' ? -1 : 1))
  })
}

/** The days off from one date to another, both included, in order. */
export function daysOffBetween(calendar: WorkingCalendar, from: LocalDate, to: LocalDate): Answer<JumpedDay[], CalendarProblem> {
  return withCalendar(calendar, [from, to], (prepared, [first, last]) => {
    const jumped: JumpedDay[] = []
    for (let day = first!; day <= last!; day++) {
      const why = prepared.dayOff(day)
      if (why) jumped.push({ date: dateOfDay(day), why })
    }
    return answer(jumped)
  })
}

/** The n-th working day after (before, if negative) a day; undefined if none lies within the horizon. */
export function stepWorkingDays(prepared: PreparedCalendar, from: number, days: number): number | undefined {
  const step = days < 0 ? -1 : 1
  let day = from
  for (let left = Math.abs(days); left > 0; ) {
    day += step
    if (Math.abs(day - from) > horizon) return undefined
    if (!prepared.dayOff(day)) left--
  }
  return day
}

function asDate(from: number, found: number | undefined): Answer<LocalDate, CalendarProblem> {
  if (found === undefined) return noAnswer(nothingNear(from))
  return isDayInRange(found) ? answer(dateOfDay(found)) : noAnswer({ code: 'out-of-range' })
}

/** The problem of a search that found nothing near a day. */
export function nothingNear(day: number): CalendarProblem {
  return { code: 'no-working-time-near', from: instantOf(nearestDayInRange(day) * 86_400_000) }
}

function withCalendar<Value>(
  calendar: WorkingCalendar,
  dates: LocalDate[],
  count: (prepared: PreparedCalendar, days: number[]) => Answer<Value, CalendarProblem>,
): Answer<Value, CalendarProblem> {
  const prepared = prepareCalendar(calendar)
  if (!prepared.ok) return prepared
  const wrong = dates.find((date) => !isLocalDate(date))
  if (wrong !== undefined) return noAnswer({ code: 'bad-date', place: 'date', found: wrong })
  const days = dates.map(dayNumberOf)
  if (Math.max(...days) - Math.min(...days) > horizon) return noAnswer({ code: 'out-of-range' })
  return count(prepared.value, days)
}
