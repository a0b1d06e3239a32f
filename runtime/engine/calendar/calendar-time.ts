import { type Answer, answer, noAnswer } from './answer.ts'
import type { CalendarProblem } from './calendar-problem.ts'
import { parseDuration, timePart } from './duration.ts'
import { type Instant, instantOf, isInRange, millisecondsOf } from './instant.ts'
import { addMonthsToDay } from './local-date.ts'
import { isZone, momentOf, wallClockAt } from './zone.ts'

/**
 * So much time later by the clock and the calendar of a zone, or earlier if the duration (ISO 8601) is negative. Years and months come
 * first (31 January and a month is the last of February), then weeks and days as dates at the same time of day, then hours as they
 * pass: `P1D` over a change to summer time is 23 hours, `PT24H` is 24. A day or more that lands on a time left out moves forward.
 */
export function addCalendarTime(zone: string, from: Instant, duration: string): Answer<Instant, CalendarProblem> {
  if (!isZone(zone)) return noAnswer({ code: 'unknown-zone', zone })
  const parsed = parseDuration(duration)
  if (!parsed.ok) return parsed
  const { sign, years, months, weeks, days } = parsed.value
  // Ten thousand years are more than there are; the numbers below stay exact.
  if (years * 12 + months > 120_000 || weeks * 7 + days > 3_660_000) return noAnswer({ code: 'out-of-range' })
  let moment = millisecondsOf(from)
  if (years + months + weeks + days > 0) {
    const { day, wall } = wallClockAt(zone, moment)
    moment = momentOf(zone, { day: addMonthsToDay(day, sign * (years * 12 + months)) + sign * (weeks * 7 + days), wall })
  }
  moment += sign * timePart(parsed.value)
  return isInRange(moment) ? answer(instantOf(moment)) : noAnswer({ code: 'out-of-range' })
}
