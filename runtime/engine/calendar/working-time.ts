import { type Answer, answer, noAnswer } from './answer.ts'
import { type PreparedCalendar, prepareCalendar, type WorkingCalendar } from './calendar.ts'
import type { CalendarProblem } from './calendar-problem.ts'
import { type Duration, isZero, negateDuration, parseDuration, timePart } from './duration.ts'
import { type Instant, instantOf, isInRange, millisecondsOf } from './instant.ts'
import { dateOfDay } from './local-date.ts'
import { daysOffBetween, horizon, type JumpedDay, nothingNear, stepWorkingDays } from './working-days.ts'
import { momentOf, wallClockAt } from './zone.ts'

/**
 * Counting in working time.
 *
 * Both ends of the hours belong to them: what is asked at 17:00 sharp, when the office closes, is asked in working time, and one working
 * day later is 17:00 again. Counting forward begins at the next working moment, counting back at the last one before. Weeks come first,
 * as dates; then days: the same time of day so many working days later, clipped into the hours of that day; then hours, counted in hours
 * that are worked. Nothing to count leaves the moment as it is, worked or not.
 */

const dayLength = 86_400_000

/** A moment and the day whose hours it belongs to: midnight at the end of hours until 24:00 belongs to the day that ends. */
type Place = { at: number; day: number }

/** The moment itself if somebody works then, else the next opening. */
export function nextWorkingMoment(calendar: WorkingCalendar, from: Instant): Answer<Instant, CalendarProblem> {
  return nearestMoment(calendar, from, 1)
}

/** The moment itself if somebody works then, else the last closing before it. */
export function lastWorkingMoment(calendar: WorkingCalendar, from: Instant): Answer<Instant, CalendarProblem> {
  return nearestMoment(calendar, from, -1)
}

/**
 * So much working time after a moment, or before it if the duration (ISO 8601) is negative. Refuses years and months, which no office
 * counts in working time, a calendar in which nobody works, and what lies beyond the horizon.
 */
export function addWorking(calendar: WorkingCalendar, from: Instant, duration: string): Answer<Instant, CalendarProblem> {
  const parsed = parseDuration(duration)
  return parsed.ok ? addWorkingDuration(calendar, from, parsed.value, duration) : parsed
}

/** `addWorking` with the duration turned round. */
export function subtractWorking(calendar: WorkingCalendar, from: Instant, duration: string): Answer<Instant, CalendarProblem> {
  const parsed = parseDuration(duration)
  return parsed.ok ? addWorkingDuration(calendar, from, negateDuration(parsed.value), duration) : parsed
}

/** So many milliseconds of working time later, or earlier if negative: the first (the last) moment at which they have been worked. */
export function addWorkingMilliseconds(calendar: WorkingCalendar, from: Instant, milliseconds: number): Answer<Instant, CalendarProblem> {
  const prepared = prepareCalendar(calendar)
  if (!prepared.ok) return prepared
  if (milliseconds === 0) return answer(from)
  return asInstant(workThrough(prepared.value, millisecondsOf(from), milliseconds))
}

/** How many milliseconds are worked between two moments; negative if `to` is the earlier. */
export function workingTimeBetween(calendar: WorkingCalendar, from: Instant, to: Instant): Answer<number, CalendarProblem> {
  const prepared = prepareCalendar(calendar)
  if (!prepared.ok) return prepared
  const [start, end] = [millisecondsOf(from), millisecondsOf(to)]
  if (Math.abs(end - start) > horizon * dayLength) return noAnswer({ code: 'out-of-range' })
  const worked = workedBetween(prepared.value, Math.min(start, end), Math.max(start, end))
  return answer(end < start ? 0 - worked : worked)
}

/** What a count in working time comes to, and what a preview says about it. `jumped`: the days off between, in order. */
export type WorkingCount = { from: Instant; begins: Instant; at: Instant; jumped: JumpedDay[] }

/** `addWorking`, with where the count began and which days off it jumped over. */
export function explainWorking(calendar: WorkingCalendar, from: Instant, duration: string): Answer<WorkingCount, CalendarProblem> {
  const counted = addWorking(calendar, from, duration)
  if (!counted.ok) return counted
  const at = counted.value
  const begins = at === from ? answer(from) : at > from ? nextWorkingMoment(calendar, from) : lastWorkingMoment(calendar, from)
  if (!begins.ok) return begins
  const dateAt = (milliseconds: number) => dateOfDay(wallClockAt(calendar.zone, milliseconds).day)
  const [earlier, later] = at < from ? [at, from] : [from, at]
  // A count that ends at midnight has not touched the day that begins then.
  const last = Math.max(millisecondsOf(earlier), millisecondsOf(later) - 1)
  const jumped = daysOffBetween(calendar, dateAt(millisecondsOf(earlier)), dateAt(last))
  return jumped.ok ? answer({ from, begins: begins.value, at, jumped: jumped.value }) : jumped
}

function nearestMoment(calendar: WorkingCalendar, from: Instant, direction: 1 | -1): Answer<Instant, CalendarProblem> {
  const prepared = prepareCalendar(calendar)
  if (!prepared.ok) return prepared
  const place = settle(prepared.value, millisecondsOf(from), direction)
  return asInstant(place.ok ? answer(place.value.at) : place)
}

function addWorkingDuration(calendar: WorkingCalendar, from: Instant, duration: Duration, text: string): Answer<Instant, CalendarProblem> {
  if (duration.years > 0 || duration.months > 0) return noAnswer({ code: 'months-in-working-time', text })
  const read = prepareCalendar(calendar)
  if (!read.ok) return read
  if (isZero(duration)) return answer(from)
  const prepared = read.value
  const direction = duration.sign
  if (duration.weeks * 7 + duration.days > horizon) return noAnswer({ code: 'out-of-range' })

  let at = millisecondsOf(from)
  if (duration.weeks > 0) {
    const { day, wall } = wallClockAt(prepared.zone, at)
    at = momentOf(prepared.zone, { day: day + direction * duration.weeks * 7, wall })
  }
  let place = settle(prepared, at, direction)
  if (place.ok && duration.days > 0) place = stepDays(prepared, place.value, direction * duration.days)
  if (!place.ok) return place
  const time = timePart(duration)
  return asInstant(time > 0 ? workThrough(prepared, place.value.at, direction * time) : answer(place.value.at))
}

/** The moment itself if it lies in working hours, else the nearest one in the direction. */
function settle(prepared: PreparedCalendar, at: number, direction: 1 | -1): Answer<Place, CalendarProblem> {
  const start = wallClockAt(prepared.zone, at).day
  // Hours until 24:00 end at a midnight that already bears the next date: so forward begin a day early.
  for (let day = direction > 0 ? start - 1 : start; Math.abs(day - start) <= horizon; day += direction) {
    const found = nearestIn(prepared, day, at, direction)
    if (found !== undefined) return answer({ at: found, day })
  }
  return noAnswer(nothingNear(start))
}

function nearestIn(prepared: PreparedCalendar, day: number, at: number, direction: 1 | -1): number | undefined {
  const shifts = prepared.shiftsOn(day)
  if (direction > 0) {
    const shift = shifts.find(({ to }) => at <= to)
    return shift && Math.max(at, shift.from)
  }
  const shift = shifts.findLast(({ from }) => at >= from)
  return shift && Math.min(at, shift.to)
}

/** The same time of day so many working days on, clipped into that day's hours: before them to their beginning, after them to their end. */
function stepDays(prepared: PreparedCalendar, { at, day }: Place, days: number): Answer<Place, CalendarProblem> {
  const direction = days < 0 ? -1 : 1
  const shown = wallClockAt(prepared.zone, at)
  const wall = shown.day > day ? dayLength : shown.wall
  const target = stepWorkingDays(prepared, day, days)
  if (target === undefined) return noAnswer(nothingNear(day))
  const shifts = prepared.shiftsOn(target)
  const first = shifts[0]
  const last = shifts.at(-1)
  const moment = momentOf(prepared.zone, { day: target, wall })
  // A day whose only hours summer time has swallowed counted as a day, but has no moment to give.
  if (!first || !last) return settle(prepared, moment, direction)
  return answer({ at: nearestIn(prepared, target, moment, direction) ?? (direction > 0 ? last.to : first.from), day: target })
}

function workThrough(prepared: PreparedCalendar, from: number, amount: number): Answer<number, CalendarProblem> {
  const start = wallClockAt(prepared.zone, from).day
  const direction = amount < 0 ? -1 : 1
  let left = Math.abs(amount)
  // A day early: see `settle`. Hours that lie wholly behind give nothing.
  for (let day = start - direction; Math.abs(day - start) <= horizon; day += direction) {
    const shifts = prepared.shiftsOn(day)
    for (let nth = 0; nth < shifts.length; nth++) {
      const shift = shifts[direction > 0 ? nth : shifts.length - 1 - nth]!
      const begin = direction > 0 ? Math.max(shift.from, from) : Math.min(shift.to, from)
      const worked = direction > 0 ? shift.to - begin : begin - shift.from
      if (worked <= 0) continue
      if (left <= worked) return answer(begin + direction * left)
      left -= worked
    }
  }
  return noAnswer(nothingNear(start))
}

function workedBetween(prepared: PreparedCalendar, from: number, to: number): number {
  const last = wallClockAt(prepared.zone, to).day
  let worked = 0
  for (let day = wallClockAt(prepared.zone, from).day - 1; day <= last; day++) {
    for (const shift of prepared.shiftsOn(day)) worked += Math.max(0, Math.min(shift.to, to) - Math.max(shift.from, from))
  }
  return worked
}

function asInstant(moment: Answer<number, CalendarProblem>): Answer<Instant, CalendarProblem> {
  if (!moment.ok) return moment
  return isInRange(moment.value) ? answer(instantOf(moment.value)) : noAnswer({ code: 'out-of-range' })
}
