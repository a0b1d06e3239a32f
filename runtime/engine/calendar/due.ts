import { type Answer, answer, noAnswer } from './answer.ts'
import { type PreparedCalendar, prepareCalendar, type WorkingCalendar } from './calendar.ts'
import type { CalendarProblem } from './calendar-problem.ts'
import { addCalendarTime } from './calendar-time.ts'
import { parseDuration } from './duration.ts'
import { type Instant, instantOf, isInRange, laterOf, millisecondsBetween, millisecondsOf } from './instant.ts'
import { dateOfDay, dayNumberOf, isLocalDate, type LocalDate } from './local-date.ts'
import { type LocalTime, wallOf } from './local-time.ts'
import { moveOffDayOff } from './working-days.ts'
import { addWorking, addWorkingMilliseconds, workingTimeBetween } from './working-time.ts'
import { firstMomentOf, momentOf, wallClockAt } from './zone.ts'

/** When deadlines, waits and steps around them fall: the words `in`, `dayOff` and `hour` of the definitions. */

/** In which time a duration counts. */
export type TimeKind = 'calendar-time' | 'working-time'

/** How a moment is moved once it is counted: off days off, and to an hour of its day. */
export type Shifting = { dayOff?: 'keep' | 'before' | 'after'; hour?: LocalTime }

/** A duration (ISO 8601, negative for before) counted from a moment in calendar or working time. */
export function addTime(calendar: WorkingCalendar, from: Instant, duration: string, kind: TimeKind): Answer<Instant, CalendarProblem> {
  return kind === 'working-time' ? addWorking(calendar, from, duration) : addCalendarTime(calendar.zone, from, duration)
}

/** What is wrong with a duration that is to count in this kind of time; for the check before publishing. */
export function durationProblem(duration: string, kind: TimeKind): CalendarProblem | undefined {
  const parsed = parseDuration(duration)
  if (!parsed.ok) return parsed.problem
  const months = parsed.value.years > 0 || parsed.value.months > 0
  return months && kind === 'working-time' ? { code: 'months-in-working-time', text: duration } : undefined
}

/**
 * When something with a date as its deadline is due: at the end of that day's working hours, in calendar time at its end (24:00), with
 * `hour` at that hour. `dayOff` moves the date first. A day off that is kept has no working hours and lasts until 24:00.
 */
export function dueOnDate(
  calendar: WorkingCalendar,
  date: LocalDate,
  kind: TimeKind,
  shifting: Shifting = {},
): Answer<Instant, CalendarProblem> {
  return onDate(calendar, date, shifting, (prepared, day) => {
    const closing = kind === 'working-time' ? prepared.shiftsOn(day).at(-1)?.to : undefined
    return closing ?? firstMomentOf(prepared.zone, { day: day + 1, wall: 0 })
  })
}

/** When something that waits for a date goes on: at the beginning of that day's working hours, in calendar time of the day, or at `hour`. */
export function waitForDate(
  calendar: WorkingCalendar,
  date: LocalDate,
  kind: TimeKind,
  shifting: Shifting = {},
): Answer<Instant, CalendarProblem> {
  return onDate(calendar, date, shifting, (prepared, day) => {
    const opening = kind === 'working-time' ? prepared.shiftsOn(day)[0]?.from : undefined
    return opening ?? firstMomentOf(prepared.zone, { day, wall: 0 })
  })
}

/** A moment moved off a day off (to the same time of the day before or after that is worked) and to an hour of its day. */
export function shiftMoment(calendar: WorkingCalendar, moment: Instant, shifting: Shifting): Answer<Instant, CalendarProblem> {
  if (shifting.hour === undefined && (shifting.dayOff ?? 'keep') === 'keep') return answer(moment)
  const prepared = prepareCalendar(calendar)
  if (!prepared.ok) return prepared
  const { day, wall } = wallClockAt(calendar.zone, millisecondsOf(moment))
  return onDate(calendar, dateOfDay(day), shifting, (_, moved) =>
    moved === day ? millisecondsOf(moment) : momentOf(calendar.zone, { day: moved, wall }),
  )
}

/**
 * The new due moment of what was paused: what was left of its time is given back from the moment when it goes on. What was overdue
 * already stays due when it was, and no pause makes anything due earlier than it had been.
 */
export function dueAfterPause(
  calendar: WorkingCalendar,
  kind: TimeKind,
  { due, pausedAt, resumedAt }: { due: Instant; pausedAt: Instant; resumedAt: Instant },
): Answer<Instant, CalendarProblem> {
  if (due <= pausedAt) return answer(due)
  if (kind === 'calendar-time') {
    const given = millisecondsOf(resumedAt) + millisecondsBetween(pausedAt, due)
    return isInRange(given) ? answer(laterOf(due, instantOf(given))) : noAnswer({ code: 'out-of-range' })
  }
  const left = workingTimeBetween(calendar, pausedAt, due)
  if (!left.ok) return left
  const given = addWorkingMilliseconds(calendar, resumedAt, left.value)
  return given.ok ? answer(laterOf(due, given.value)) : given
}

function onDate(
  calendar: WorkingCalendar,
  date: LocalDate,
  { dayOff = 'keep', hour }: Shifting,
  moment: (prepared: PreparedCalendar, day: number) => number,
): Answer<Instant, CalendarProblem> {
  const prepared = prepareCalendar(calendar)
  if (!prepared.ok) return prepared
  if (!isLocalDate(date)) return noAnswer({ code: 'bad-date', place: 'date', found: date })
  const wall = hour === undefined ? undefined : wallOf(hour)
  if (hour !== undefined && wall === undefined) return noAnswer({ code: 'no-such-hour', found: hour })
  const moved = moveOffDayOff(calendar, date, dayOff)
  if (!moved.ok) return moved
  const day = dayNumberOf(moved.value)
  const at = wall === undefined ? moment(prepared.value, day) : momentOf(calendar.zone, { day, wall })
  return isInRange(at) ? answer(instantOf(at)) : noAnswer({ code: 'out-of-range' })
}
