import type { Deadline } from '../../../schemas/generated/approval-schema.ts'
import type { Answer } from '../calendar/answer.ts'
import type { CalendarProblem } from '../calendar/calendar-problem.ts'
import { addTime, dueAfterPause, dueOnDate, type Shifting, shiftMoment, type TimeKind } from '../calendar/due.ts'
import { isInstant } from '../calendar/instant.ts'
import { isLocalDate } from '../calendar/local-date.ts'
import type { Run } from '../document/run.ts'
import type { Clock, Id, Instant } from '../document/state.ts'
import { oneAt, type Place } from './place.ts'

/**
 * Starts a deadline now. Its instants are fixed here and stay: a changed calendar moves no clock that runs. The calendar is
 * that of the person who holds the seat, if they have one. Null where it hangs on a date of the card that is blank.
 */
export function startClock(run: Run, deadline: Deadline | undefined, place: Place, person: Id | null = null): Clock | null {
  if (!deadline) return null
  const due = dueOf(run, deadline, place, person)
  return due === null ? null : { due, started: run.facts.now, steps: stepsAround(run, deadline, due, person), paused: null }
}

/** A clock moved to another due instant: the steps that are still to come move with it. */
export function moveClock(run: Run, deadline: Deadline, clock: Clock, due: Instant, person: Id | null): Clock {
  return { ...clock, due, steps: stepsAround(run, deadline, due, person) }
}

/** When a repeated step falls again; null after the last time. */
export function nextRound(run: Run, deadline: Deadline, step: number, at: Instant, round: number, person: Id | null): Instant | null {
  const { every, atMost } = deadline.steps?.[step] ?? {}
  if (every === undefined || (atMost !== undefined && round + 1 >= atMost)) return null
  return counted(run, addTime(calendarOf(run, person), at, every, kindOf(deadline)))
}

/** A clock that was paused runs on, with what was left of it given back. */
export function resumeClock(run: Run, deadline: Deadline | undefined, clock: Clock, person: Id | null): Clock {
  const { paused } = clock
  if (paused === null || !deadline) return { ...clock, paused: null }
  const later = (at: Instant) =>
    counted(run, dueAfterPause(calendarOf(run, person), kindOf(deadline), { due: at, pausedAt: paused, resumedAt: run.facts.now })) ?? at
  return { ...clock, due: later(clock.due), steps: clock.steps.map((each) => ({ ...each, at: later(each.at) })), paused: null }
}

function dueOf(run: Run, deadline: Deadline, place: Place, person: Id | null): Instant | null {
  const calendar = calendarOf(run, person)
  if (deadline.within !== undefined) {
    const end = counted(run, addTime(calendar, run.facts.now, deadline.within, kindOf(deadline)))
    return end && counted(run, shiftMoment(calendar, end, shiftingOf(deadline)))
  }
  const date = oneAt(run, deadline.on, place)
  if (isInstant(date)) return date
  return isLocalDate(date) ? counted(run, dueOnDate(calendar, date, kindOf(deadline), shiftingOf(deadline))) : null
}

/** A step before the deadline that would already lie behind is left out: nobody is warned of what has just been asked. */
function stepsAround(run: Run, deadline: Deadline, due: Instant, person: Id | null): Clock['steps'] {
  return (deadline.steps ?? []).flatMap(({ at: offset }, step) => {
    const at = counted(run, addTime(calendarOf(run, person), due, offset, kindOf(deadline)))
    if (at === null || (offset.startsWith('-') && at <= run.facts.now)) return []
    return [{ step, at, round: 0 }]
  })
}

/** The calendar that a person's time is counted in. */
export function calendarOf(run: Run, person: Id | null) {
  const { site } = run.facts
  return (person ? site.people.get(person)?.calendar : null) ?? site.calendar
}

/** A moment, or a refusal that says why there is none: a deadline that cannot be counted must not be lost. */
export function counted(run: Run, moment: Answer<Instant, CalendarProblem>): Instant | null {
  if (moment.ok) return moment.value
  run.refuse({ code: 'expression-failed', where: 'calendar', why: moment.problem.code })
  return null
}

function kindOf(deadline: { readonly in?: TimeKind }): TimeKind {
  return deadline.in ?? 'calendar-time'
}

function shiftingOf({ hour, dayOff }: Shifting): Shifting {
  return { ...(hour !== undefined && { hour }), ...(dayOff !== undefined && { dayOff }) }
}
