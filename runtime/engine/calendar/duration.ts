import { type Answer, answer, noAnswer } from './answer.ts'
import type { CalendarProblem, DurationFault } from './calendar-problem.ts'

/**
 * A stretch of time as people say it: two days, four hours. Its parts stay apart, because a day is not always 24 hours and a month
 * never a fixed number of days. All parts are whole and not negative; `sign` says whether it counts forward or back.
 */
export type Duration = {
  sign: 1 | -1
  years: number
  months: number
  weeks: number
  days: number
  hours: number
  minutes: number
  seconds: number
  milliseconds: number
}

const shape = /^(-)?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:(T)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d{1,3}))?S)?)?$/

/**
 * Reads an ISO 8601 duration: `P1Y2M3W4DT5H6M7S`, with `-` before it for what lies before. Seconds may have up to three decimals.
 * Refused: nothing counted (`P`, `PT`, `P1DT`), fractions of anything but seconds (`P1.5D`), a sign inside (`P-1D`) or a plus, small
 * letters, more than nine digits, and every other shape.
 */
export function parseDuration(text: string): Answer<Duration, CalendarProblem> {
  const refuse = (why: DurationFault) => noAnswer<CalendarProblem>({ code: 'not-a-duration', text, why })
  const match = shape.exec(text)
  if (!match) return refuse(faultOf(text))
  const [, minus, years, months, weeks, days, timeMark, hours, minutes, seconds, decimals = ''] = match
  const parts = [years, months, weeks, days, hours, minutes, seconds]
  if (parts.every((part) => part === undefined)) return refuse('nothing-counted')
  if (timeMark && [hours, minutes, seconds].every((part) => part === undefined)) return refuse('nothing-counted')
  if (parts.some((part) => part !== undefined && part.length > 9)) return refuse('too-long')
  const count = (part: string | undefined) => Number(part ?? 0)
  return answer({
    sign: minus ? -1 : 1,
    years: count(years),
    months: count(months),
    weeks: count(weeks),
    days: count(days),
    hours: count(hours),
    minutes: count(minutes),
    seconds: count(seconds),
    milliseconds: Number(decimals.padEnd(3, '0')),
  })
}

/** The ISO 8601 text of a duration, parts that are 0 left out; nothing at all is `P0D`. */
export function formatDuration(duration: Duration): string {
  const { years, months, weeks, days, hours, minutes, seconds, milliseconds } = duration
  if (isZero(duration)) return 'P0D'
  const part = (count: number, letter: string) => (count === 0 ? '' : `${count}${letter}`)
  const wholeSeconds = milliseconds === 0 ? part(seconds, 'S') : `${seconds}.${String(milliseconds).padStart(3, '0').replace(/0+$/, '')}S`
  const time = part(hours, 'H') + part(minutes, 'M') + wholeSeconds
  const date = part(years, 'Y') + part(months, 'M') + part(weeks, 'W') + part(days, 'D')
  return `${duration.sign < 0 ? '-' : ''}P${date}${time === '' ? '' : `T${time}`}`
}

/** The same stretch the other way round. */
export function negateDuration(duration: Duration): Duration {
  return { ...duration, sign: duration.sign === 1 ? -1 : 1 }
}

export function isZero({ years, months, weeks, days, ...duration }: Duration): boolean {
  return years + months + weeks + days + timePart({ years, months, weeks, days, ...duration }) === 0
}

/** Hours, minutes and seconds of a duration together, in milliseconds, without the sign. */
export function timePart({ hours, minutes, seconds, milliseconds }: Duration): number {
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds
}

function faultOf(text: string): DurationFault {
  if (/^-?P.*[-+]/.test(text)) return 'sign-inside'
  if (/^-?P.*\d[.,]\d/.test(text)) return 'fraction'
  return 'shape'
}
