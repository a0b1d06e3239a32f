import { type Answer, answer, noAnswer } from './answer.ts'
import type { CalendarProblem } from './calendar-problem.ts'
import { dayNumberOf, isLocalDate, type LocalDate, weekdayOfDay } from './local-date.ts'
import { type LocalTime, wallOf } from './local-time.ts'
import { firstMomentOf, isZone } from './zone.ts'

/** From when to when people work, on the wall clock; `to` may be 24:00. */
export type WorkingHours = readonly [from: LocalTime, to: LocalTime]

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday'

/**
 * When an office works, or one person of it. A plain JSON value, and never changed in place: what is made of it is kept by its identity.
 * - `hours`: of each day of the week, in order and apart from each other; a day left out is a day off.
 * - `holidays`: days off, whatever their weekday. Which days a country celebrates is not known here; dates come in.
 * - `shortDays`: other hours on a day that is worked anyway (the eve of a holiday); without effect on a day off.
 * - `extraWorkingDays`: days that are worked though the week or a holiday says otherwise (a Saturday worked for a bridge day).
 */
export type WorkingCalendar = {
  readonly zone: string
  readonly hours: { readonly [day in Weekday]?: readonly WorkingHours[] }
  readonly holidays: readonly LocalDate[]
  readonly shortDays?: HoursByDate
  readonly extraWorkingDays?: HoursByDate
}

export type HoursByDate = { readonly [date: LocalDate]: readonly WorkingHours[] }

/** Why nobody works on a day: it is a holiday (of a day that would be worked), or the week leaves it free. */
export type DayOff = 'holiday' | 'weekend'

/** Working hours of one day in milliseconds since its midnight on the wall. */
export type WallHours = { from: number; to: number }

/** Working hours as moments, in milliseconds since 1970. */
export type Shift = { from: number; to: number }

/** A calendar made ready for counting. Days are numbers, see `dayNumberOf`. */
export type PreparedCalendar = {
  zone: string
  /** The hours of a day on the wall; none on a day off. */
  hoursOn: (day: number) => readonly WallHours[]
  /** The same as moments: summer time stretches and shortens them. */
  shiftsOn: (day: number) => readonly Shift[]
  dayOff: (day: number) => DayOff | undefined
}

/** The days of the week as a calendar names them, Monday first. */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const satisfies Weekday[]

const none: readonly never[] = []
const prepared = new WeakMap<WorkingCalendar, Answer<PreparedCalendar, CalendarProblem>>()

/** What is wrong with a calendar, if something is: a zone nobody knows, hours that overlap, a date that does not exist, no hours at all. */
export function calendarProblem(calendar: WorkingCalendar): CalendarProblem | undefined {
  const made = prepareCalendar(calendar)
  return made.ok ? undefined : made.problem
}

/** Reads a calendar for counting, once for each calendar value. Refuses what `calendarProblem` names. */
export function prepareCalendar(calendar: WorkingCalendar): Answer<PreparedCalendar, CalendarProblem> {
  const known = prepared.get(calendar)
  if (known) return known
  const made = readCalendar(calendar)
  prepared.set(calendar, made)
  return made
}

function readCalendar(calendar: WorkingCalendar): Answer<PreparedCalendar, CalendarProblem> {
  const { zone, hours, holidays, shortDays = {}, extraWorkingDays = {} } = calendar
  if (!isZone(zone)) return noAnswer({ code: 'unknown-zone', zone })

  const week: (readonly WallHours[])[] = []
  for (const day of weekdays) {
    const read = readHours(hours[day] ?? [], `hours.${day}`)
    if (!read.ok) return read
    week.push(read.value)
  }
  const free = new Set<number>()
  for (const date of holidays) {
    if (!isLocalDate(date)) return noAnswer({ code: 'bad-date', place: 'holidays', found: String(date) })
    free.add(dayNumberOf(date))
  }
  const short = readDays(shortDays, 'shortDays')
  if (!short.ok) return short
  const extra = readDays(extraWorkingDays, 'extraWorkingDays')
  if (!extra.ok) return extra
  if (week.every((day) => day.length === 0) && extra.value.size === 0) return noAnswer({ code: 'no-working-hours' })

  const ofWeek = (day: number) => week[weekdayOfDay(day)] ?? none
  const dayOff = (day: number): DayOff | undefined => {
    if (extra.value.has(day)) return undefined
    if (ofWeek(day).length === 0) return 'weekend'
    return free.has(day) ? 'holiday' : undefined
  }
  const hoursOn = (day: number) => extra.value.get(day) ?? (dayOff(day) ? none : (short.value.get(day) ?? ofWeek(day)))
  return answer({ zone, hoursOn, shiftsOn: rememberShifts(zone, hoursOn), dayOff })
}

function rememberShifts(zone: string, hoursOn: (day: number) => readonly WallHours[]) {
  const shifts = new Map<number, readonly Shift[]>()
  return (day: number): readonly Shift[] => {
    const known = shifts.get(day)
    if (known) return known
    // Hours that summer time leaves out altogether (03:00 to 04:00 on that Sunday) are no shift.
    const made = hoursOn(day)
      .map(({ from, to }) => ({ from: firstMomentOf(zone, { day, wall: from }), to: firstMomentOf(zone, { day, wall: to }) }))
      .filter(({ from, to }) => from < to)
    if (shifts.size > 20_000) shifts.clear()
    shifts.set(day, made)
    return made
  }
}

function readDays(days: HoursByDate, place: string): Answer<Map<number, readonly WallHours[]>, CalendarProblem> {
  const read = new Map<number, readonly WallHours[]>()
  for (const [date, hours] of Object.entries(days)) {
    if (!isLocalDate(date)) return noAnswer({ code: 'bad-date', place, found: date })
    const ofDay = readHours(hours, `${place}.${date}`)
    if (!ofDay.ok) return ofDay
    // A day listed here without hours is a mistake: a day off is a holiday.
    if (ofDay.value.length === 0) return noAnswer({ code: 'bad-working-hours', place: `${place}.${date}`, found: '' })
    read.set(dayNumberOf(date), ofDay.value)
  }
  return answer(read)
}

// Hours that touch (09:00 to 12:00, 12:00 to 17:00) are joined, so that no count ever ends in a break of no length.
function readHours(hours: readonly WorkingHours[], place: string): Answer<readonly WallHours[], CalendarProblem> {
  const read: WallHours[] = []
  for (const [fromTime, toTime] of hours) {
    const from = wallOf(fromTime)
    const to = wallOf(toTime, { end: true })
    const last = read.at(-1)
    if (from === undefined || to === undefined || from >= to || (last && from < last.to)) {
      return noAnswer({ code: 'bad-working-hours', place, found: `${fromTime}-${toTime}` })
    }
    if (last && last.to === from) last.to = to
    else read.push({ from, to })
  }
  return answer(read)
}
