import type { ReminderRule } from '../../../schemas/generated/reminder-rule.ts'
import type { TimeStep } from '../../../schemas/generated/time-step.ts'
import type { WorkingCalendar } from '../calendar/calendar.ts'
import { addTime, type Shifting, shiftMoment, type TimeKind, waitForDate } from '../calendar/due.ts'
import { type Duration, formatDuration, isZero, parseDuration, timePart } from '../calendar/duration.ts'
import { addDays, addMonths, isLocalDate, type LocalDate } from '../calendar/local-date.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import { localDateAt } from '../calendar/zone.ts'
import type { Instant } from '../document/state.ts'

/** One time that a rule speaks: which step of it, around which moment, for the how many-th time. */
export interface Occurrence {
  /** Names it within its rule and document, the same at every reading: what `reminder_sent` keeps. */
  readonly key: string
  readonly at: Instant
  readonly step: number
  /** 0 for the first time of a step. */
  readonly round: number
}

/** A step that is repeated without `atMost` ends with its `while`; no base is followed further than this. */
const MOST_ROUNDS = 10_000

/**
 * When the steps of a rule speak around one moment, later than `from` and no later than `to`. A day counts from that day
 * (in working time by working days), an instant by its hours; then `dayOff` and `hour` shift. Without an `hour` a day
 * begins with its working hours. A moment that cannot be counted is none: the check refuses such rules.
 */
export function occurrencesOf(
  rule: ReminderRule,
  base: { readonly at: string; readonly about: string },
  calendar: WorkingCalendar,
  from: Instant,
  to: Instant,
): readonly Occurrence[] {
  const days = rule.around.yearly ? anniversaries(base.at, calendar.zone, from, to) : [base.at]
  return days
    .flatMap((at) => rule.steps.flatMap((step, index) => ofStep(rule, step, index, at, base.about, calendar, from, to)))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
}

function ofStep(
  rule: ReminderRule,
  step: TimeStep,
  index: number,
  base: string,
  about: string,
  calendar: WorkingCalendar,
  from: Instant,
  to: Instant,
): readonly Occurrence[] {
  // Named by when it speaks rather than by its place, so that a step put before it sends nothing twice.
  const same = rule.steps.slice(0, index).filter(({ at }) => at === step.at).length
  const name = same === 0 ? step.at : `${step.at}#${same}`
  // What is counted only grows, and shifting moves it by days: earlier and later than this nothing falls into the window.
  const first = addDays(localDateAt(calendar.zone, from), -SHIFT)
  const last = addDays(localDateAt(calendar.zone, to), SHIFT)
  const found: Occurrence[] = []
  let before: Instant | null = null
  let round = -1
  for (const moment of momentsOf(calendar, rule, step, base)) {
    round++
    const day = moment.slice(0, 10)
    if (day < first) continue
    if (day > last) break
    const at = settle(calendar, moment, rule)
    if (at === null) break
    // Saturday, Sunday and Monday moved to Monday at nine are one reminder.
    if (at !== before && at > from && at <= to) found.push({ key: `${about}/${base}/${name}/${round}`, at, step: index, round })
    before = at
  }
  return found
}

/** The moments of a step before they are shifted, the first at `at`, the next ones each `every` later. */
function* momentsOf(calendar: WorkingCalendar, rule: ReminderRule, step: TimeStep, base: string): Iterable<string> {
  const first = move(calendar, base, step.at, rule)
  if (first === null) return
  yield first
  const parsed = step.every === undefined ? null : parseDuration(step.every)
  if (!parsed?.ok || isZero(parsed.value)) return
  const { years, months } = parsed.value
  const rounds = Math.min(step.atMost ?? MOST_ROUNDS, MOST_ROUNDS)
  // What comes round every year is repeated until it comes round again.
  const until = rule.around.yearly ? move(calendar, addMonths(base, 12), step.at, rule) : null
  let moment: string | null = first
  for (let round = 1; round < rounds; round++) {
    // Months count from the first time: from the 31st they come back to the 31st.
    moment =
      years + months > 0
        ? move(calendar, first, formatDuration(repeated(parsed.value, round)), rule)
        : move(calendar, moment, step.every!, rule)
    if (moment === null || (until !== null && moment >= until)) return
    yield moment
  }
}

function repeated(duration: Duration, times: number): Duration {
  const { sign, ...parts } = duration
  return { sign, ...(Object.fromEntries(Object.entries(parts).map(([part, count]) => [part, count * times])) as Omit<Duration, 'sign'>) }
}

/** More days than any shift off days off goes over. */
export const SHIFT = 31

/** A day or an instant moved by a duration; still a day where the duration has no hours. */
function move(calendar: WorkingCalendar, moment: string, duration: string, rule: ReminderRule): string | null {
  const kind = kindOf(rule)
  if (!isLocalDate(moment)) return known(addTime(calendar, moment, duration, kind))
  const parsed = parseDuration(duration)
  if (!parsed.ok) return null
  const { years, months, weeks, days, sign } = parsed.value
  if (timePart(parsed.value) !== 0) {
    const start = known(waitForDate(calendar, moment, 'working-time', { ...(rule.hour !== undefined && { hour: rule.hour }) }))
    return start && known(addTime(calendar, start, duration, kind))
  }
  const inWeeks = addDays(addMonths(moment, sign * (years * 12 + months)), sign * weeks * 7)
  if (days === 0) return inWeeks
  return kind === 'working-time' ? known(addWorkingDays(calendar, inWeeks, sign * days)) : addDays(inWeeks, sign * days)
}

function settle(calendar: WorkingCalendar, moment: string, rule: ReminderRule): Instant | null {
  const shifting = shiftingOf(rule)
  return isLocalDate(moment)
    ? known(waitForDate(calendar, moment, 'working-time', shifting))
    : known(shiftMoment(calendar, moment, shifting))
}

/** More years than a step lies before or after its day. */
const YEARS = 3

/** The same day of every year that can matter; 29 February is 28 February in between. Never before the day itself. */
function anniversaries(base: string, zone: string, from: Instant, to: Instant): readonly LocalDate[] {
  const day = isLocalDate(base) ? base : localDateAt(zone, base)
  const born = Number(day.slice(0, 4))
  const first = Math.max(born, Number(from.slice(0, 4)) - YEARS)
  const last = Number(to.slice(0, 4)) + YEARS
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => addMonths(day, (first + index - born) * 12))
}

export function kindOf(rule: ReminderRule): TimeKind {
  return rule.in ?? 'calendar-time'
}

function shiftingOf({ hour, dayOff }: ReminderRule): Shifting {
  return { ...(hour !== undefined && { hour }), ...(dayOff !== undefined && { dayOff }) }
}

function known<Value>(answer: { readonly ok: true; readonly value: Value } | { readonly ok: false }): Value | null {
  return answer.ok ? answer.value : null
}
