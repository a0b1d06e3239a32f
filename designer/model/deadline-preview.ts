import type { WorkingCalendar } from '../../runtime/engine/calendar/calendar.ts'
import type { CalendarProblem } from '../../runtime/engine/calendar/calendar-problem.ts'
import { calendarTexts } from '../../runtime/engine/calendar/calendar-texts.ts'
import { addTime, dueOnDate, shiftMoment } from '../../runtime/engine/calendar/due.ts'
import type { Instant } from '../../runtime/engine/calendar/instant.ts'
import type { LocalDate } from '../../runtime/engine/calendar/local-date.ts'
import type { JumpedDay } from '../../runtime/engine/calendar/working-days.ts'
import { explainWorking } from '../../runtime/engine/calendar/working-time.ts'
import type { ScreenLanguage } from '../../schemas/finding.ts'
import type { Deadline } from '../../schemas/generated/approval-schema.ts'

/** A worked example of a deadline: asked now, due then, and why not sooner. */
export interface DeadlinePreview {
  readonly due: Instant | null
  /** Days off that were jumped over and are worth saying: the holidays. */
  readonly holidays: readonly LocalDate[]
  /** "Asked on Fri 27 Nov at 14:00, it is due Thu 3 Dec, 14:00, because Mon 30 Nov and Tue 1 Dec are holidays." */
  readonly sentence: string
}

/**
 * When something asked at a moment falls due, by the engine's own calendar, with the reason. For a deadline on a date of the card
 * `date` is an example of it; without one there is nothing to count. What cannot be counted says why.
 */
export function previewDeadline(
  deadline: Pick<Deadline, 'in' | 'hour' | 'dayOff'> & { readonly within?: string | undefined; readonly on?: string | undefined },
  {
    calendar,
    asked,
    date,
    language,
  }: { readonly calendar: WorkingCalendar; readonly asked: Instant; readonly date?: LocalDate; readonly language: ScreenLanguage },
): DeadlinePreview {
  const { zone } = calendar
  const shifting = { ...(deadline.dayOff && { dayOff: deadline.dayOff }), ...(deadline.hour && { hour: deadline.hour }) }
  const kind = deadline.in ?? 'calendar-time'
  if (deadline.on !== undefined) {
    if (date === undefined) return { due: null, holidays: [], sentence: '' }
    const due = dueOnDate(calendar, date, kind, shifting)
    return due.ok
      ? { due: due.value, holidays: [], sentence: onDateSentence(date, due.value, zone, language) }
      : refused(due.problem, language)
  }
  const within = deadline.within ?? 'P0D'
  const counted = addTime(calendar, asked, within, kind)
  if (!counted.ok) return refused(counted.problem, language)
  const due = shiftMoment(calendar, counted.value, shifting)
  if (!due.ok) return refused(due.problem, language)
  const explained = kind === 'working-time' ? explainWorking(calendar, asked, within) : undefined
  const jumped = explained?.ok ? explained.value.jumped : []
  const holidays = jumped.filter(({ why }) => why === 'holiday').map((day) => day.date)
  return { due: due.value, holidays, sentence: countedSentence(asked, due.value, jumped, due.value !== counted.value, zone, language) }
}

function refused(problem: CalendarProblem, language: ScreenLanguage): DeadlinePreview {
  const { code, ...facts } = problem
  return { due: null, holidays: [], sentence: calendarTexts[code][language](facts as never) }
}

const locales = { en: 'en-GB', ro: 'ro-RO' } as const

function moment(at: Instant, zone: string, language: ScreenLanguage): { readonly day: string; readonly hour: string } {
  const when = new Date(at)
  const day = new Intl.DateTimeFormat(locales[language], {
    weekday: language === 'ro' ? 'long' : 'short',
    day: 'numeric',
    month: 'short',
    timeZone: zone,
  }).format(when)
  const hour = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(when)
  return { day: day.replace(/,/g, ''), hour }
}

const dayName = (date: LocalDate, language: ScreenLanguage): string => moment(`${date}T12:00:00.000Z`, 'UTC', language).day

const list = (words: readonly string[], language: ScreenLanguage): string =>
  new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(words)

function countedSentence(
  asked: Instant,
  due: Instant,
  jumped: readonly JumpedDay[],
  shifted: boolean,
  zone: string,
  language: ScreenLanguage,
): string {
  const [from, to] = [moment(asked, zone, language), moment(due, zone, language)]
  const base =
    language === 'ro'
      ? `Cerut ${from.day} la ${from.hour}, are termen ${to.day}, ora ${to.hour}`
      : `Asked on ${from.day} at ${from.hour}, it is due ${to.day}, ${to.hour}`
  const holidays = jumped.filter(({ why }) => why === 'holiday').map(({ date }) => dayName(date, language))
  const free = jumped.length > holidays.length
  if (holidays.length > 0) {
    const named =
      holidays.length > 4
        ? [...holidays.slice(0, 3), language === 'ro' ? `încă ${holidays.length - 3}` : `${holidays.length - 3} more`]
        : holidays
    const many = holidays.length > 1
    return language === 'ro'
      ? `${base}, pentru că ${list(named, 'ro')} ${many ? 'sunt zile libere' : 'este zi liberă'}.`
      : `${base}, because ${list(named, 'en')} ${many ? 'are holidays' : 'is a holiday'}.`
  }
  if (shifted)
    return language === 'ro'
      ? `${base}, mutat la ora sau în ziua lucrătoare cerută.`
      : `${base}, moved to the hour or working day asked for.`
  if (free)
    return language === 'ro'
      ? `${base}: zilele în care nu se lucrează nu se numără.`
      : `${base}: days on which nobody works are not counted.`
  return `${base}.`
}

function onDateSentence(date: LocalDate, due: Instant, zone: string, language: ScreenLanguage): string {
  const to = moment(due, zone, language)
  return language === 'ro'
    ? `Pentru ${dayName(date, 'ro')}, termenul este ${to.day}, ora ${to.hour}.`
    : `For ${dayName(date, 'en')}, it is due ${to.day}, ${to.hour}.`
}
