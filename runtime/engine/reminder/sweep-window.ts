import type { ReminderRule } from '../../../schemas/generated/reminder-rule.ts'
import type { TimeStep } from '../../../schemas/generated/time-step.ts'
import type { WorkingCalendar } from '../calendar/calendar.ts'
import { addTime } from '../calendar/due.ts'
import { formatDuration, parseDuration } from '../calendar/duration.ts'
import { addDays, type LocalDate } from '../calendar/local-date.ts'
import { localDateAt } from '../calendar/zone.ts'
import type { Instant } from '../document/state.ts'
import { kindOf, SHIFT } from './occurrences.ts'

/** Which moments can matter to a rule in a window of time: what the store looks for through the index on the field. */
export interface SweepWindow {
  /** Where the moments stand: `validUntil`, `works.due`, or of the process `assignment.due`, `assignment.opened`, `status`. */
  readonly path: string
  /** Days from and to which a moment can matter, both included; null: however long ago. */
  readonly after: LocalDate | null
  readonly until: LocalDate
  /** Every year: the year of the moment does not count, only that it has been. */
  readonly yearly: boolean
}

/**
 * The moments around which a rule may speak later than `from` and no later than `to`. It is wide rather than exact (a month
 * to each side): `remindersBetween` decides. Null where a rule stands around something that is not supported yet.
 */
export function sweepWindow(rule: ReminderRule, calendar: WorkingCalendar, from: Instant, to: Instant): SweepWindow | null {
  const path = pathOf(rule)
  if (path === null) return null
  const starts = rule.steps.map((step) => earliest(rule, step, calendar, from))
  const ends = rule.steps.map((step) => back(rule, calendar, to, step.at, 1))
  if (ends.some((end) => end === null)) return null
  const first = starts.includes(null) ? null : (starts as readonly Instant[]).reduce((a, b) => (a < b ? a : b))
  const last = (ends as readonly Instant[]).reduce((a, b) => (a > b ? a : b))
  return {
    path,
    after: first && addDays(localDateAt(calendar.zone, first), -SHIFT),
    until: addDays(localDateAt(calendar.zone, last), SHIFT),
    yearly: rule.around.yearly === true,
  }
}

function pathOf({ around }: ReminderRule): string | null {
  if (around.assignment !== undefined) return `assignment.${around.assignment}`
  if (around.status !== undefined) return 'status'
  if (around.field === undefined) return null
  return around.rows === undefined ? around.field : `${around.rows}.${around.field}`
}

/** The earliest moment whose last time can still come; null where a step is repeated without end. */
function earliest(rule: ReminderRule, step: TimeStep, calendar: WorkingCalendar, from: Instant): Instant | null {
  const start = back(rule, calendar, from, step.at, 1)
  if (step.every === undefined || start === null) return start
  return step.atMost === undefined ? null : back(rule, calendar, start, step.every, step.atMost - 1)
}

/** A moment so many times a duration earlier. */
function back(rule: ReminderRule, calendar: WorkingCalendar, moment: Instant, duration: string, times: number): Instant | null {
  const parsed = parseDuration(duration)
  if (!parsed.ok) return null
  if (times === 0) return moment
  const { sign, years, months, weeks, days, hours, minutes, seconds, milliseconds } = parsed.value
  const far = {
    sign: sign === 1 ? (-1 as const) : (1 as const),
    years: years * times,
    months: months * times,
    weeks: weeks * times,
    days: days * times,
    hours: hours * times,
    minutes: minutes * times,
    seconds: seconds * times,
    milliseconds: milliseconds * times,
  }
  const moved = addTime(calendar, moment, formatDuration(far), kindOf(rule))
  return moved.ok ? moved.value : null
}
