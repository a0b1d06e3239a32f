import { civilFromDays, daysFromCivil, daysInMonth, formatZone, offsetAt, offsetOfLocal, parseZone, two, type Zone } from './zone.ts'

/** FEEL's dates and durations. All are immutable, exact to the nanosecond, and print as ISO 8601. */
export const NANOS = 1_000_000_000n
const MAX_YEAR = 999_999_999

export class FeelDate {
  readonly year: number
  readonly month: number
  readonly day: number
  constructor(year: number, month: number, day: number) {
    this.year = year
    this.month = month
    this.day = day
  }
  toString(): string {
    const size = String(Math.abs(this.year)).padStart(4, '0')
    return `${this.year < 0 ? '-' : ''}${size}-${two(this.month)}-${two(this.day)}`
  }
}

export class FeelTime {
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly nano: number
  readonly zone: Zone
  constructor(hour: number, minute: number, second: number, nano: number, zone: Zone) {
    this.hour = hour
    this.minute = minute
    this.second = second
    this.nano = nano
    this.zone = zone
  }
  toString(): string {
    return `${two(this.hour)}:${two(this.minute)}:${two(this.second)}${fraction(this.nano)}${formatZone(this.zone)}`
  }
}

export class FeelDateTime {
  readonly date: FeelDate
  readonly time: FeelTime
  constructor(date: FeelDate, time: FeelTime) {
    this.date = date
    this.time = time
  }
  toString(): string {
    return `${this.date}T${this.time}`
  }
}

export class DaysTimeDuration {
  readonly nanos: bigint
  constructor(nanos: bigint) {
    this.nanos = nanos
  }
  toString(): string {
    if (this.nanos === 0n) return 'PT0S'
    const { days, hours, minutes, seconds, nano } = parts(this)
    const clock = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${seconds || nano ? `${seconds}${fraction(nano)}S` : ''}`
    return `${this.nanos < 0n ? '-' : ''}P${days ? `${days}D` : ''}${clock ? `T${clock}` : ''}`
  }
}

export class YearsMonthsDuration {
  readonly months: number
  constructor(months: number) {
    this.months = months === 0 ? 0 : months
  }
  toString(): string {
    if (this.months === 0) return 'P0M'
    const size = Math.abs(this.months)
    const years = Math.floor(size / 12)
    return `${this.months < 0 ? '-' : ''}P${years ? `${years}Y` : ''}${size % 12 ? `${size % 12}M` : ''}`
  }
}

/** The parts of a duration, all without sign. */
export function parts(duration: DaysTimeDuration): { days: bigint; hours: number; minutes: number; seconds: number; nano: number } {
  const size = duration.nanos < 0n ? -duration.nanos : duration.nanos
  const total = size / NANOS
  const ofDay = Number(total % 86400n)
  return {
    days: total / 86400n,
    hours: Math.floor(ofDay / 3600),
    minutes: Math.floor(ofDay / 60) % 60,
    seconds: ofDay % 60,
    nano: Number(size % NANOS),
  }
}

function fraction(nano: number): string {
  return nano === 0 ? '' : `.${String(nano).padStart(9, '0').replace(/0+$/, '')}`
}

/** Null where there is no such day. */
export function makeDate(year: number, month: number, day: number): FeelDate | null {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return null
  if (Math.abs(year) > MAX_YEAR || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return new FeelDate(year, month, day)
}

export function makeTime(hour: number, minute: number, second: number, nano: number, zone: Zone): FeelTime | null {
  if (!Number.isInteger(hour) || !Number.isInteger(minute) || !Number.isInteger(second)) return null
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return null
  return new FeelTime(hour, minute, second, nano, zone)
}

export function parseDate(text: string): FeelDate | null {
  const match = /^(-?)(\d{4}|[1-9]\d{4,8})-(\d\d)-(\d\d)$/.exec(text)
  if (!match) return null
  const year = Number(match[2])
  return makeDate(match[1] && year !== 0 ? -year : year, Number(match[3]), Number(match[4]))
}

export function parseTime(text: string): FeelTime | null {
  const match = /^(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(.*)$/.exec(text)
  if (!match) return null
  const zone = parseZone(match[5]!)
  if (zone === undefined) return null
  const nano = Number((match[4] ?? '').slice(0, 9).padEnd(9, '0'))
  // ISO 8601's end of the day is the beginning of the next.
  const endOfDay = match[1] === '24' && match[2] === '00' && match[3] === '00' && nano === 0
  return makeTime(endOfDay ? 0 : Number(match[1]), Number(match[2]), Number(match[3]), nano, zone)
}

/** `2026-11-25T10:00:00@Europe/Bucharest`; a date alone is its midnight. */
export function parseDateTime(text: string): FeelDateTime | null {
  const at = text.indexOf('T')
  const date = parseDate(at < 0 ? text : text.slice(0, at))
  if (!date) return null
  if (at < 0) return new FeelDateTime(date, new FeelTime(0, 0, 0, 0, null))
  const clock = text.slice(at + 1)
  const time = parseTime(clock)
  if (!time) return null
  return clock.startsWith('24') ? dateTimeOf(shiftDate(date, 1), time) : new FeelDateTime(date, time)
}

export function parseDuration(text: string): DaysTimeDuration | YearsMonthsDuration | null {
  const months = /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?$/.exec(text)
  if (months && (months[2] || months[3])) {
    const size = Number(months[2] ?? 0) * 12 + Number(months[3] ?? 0)
    return Number.isSafeInteger(size) ? new YearsMonthsDuration(months[1] ? -size : size) : null
  }
  const match = /^(-?)P(?:(\d+)D)?(T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d*))?S)?)?$/.exec(text)
  if (!match || match[3] === 'T' || (!match[2] && !match[3]) || text.length > 100) return null
  const seconds = BigInt(match[2] ?? 0) * 86400n + BigInt(match[4] ?? 0) * 3600n + BigInt(match[5] ?? 0) * 60n + BigInt(match[6] ?? 0)
  const nanos = seconds * NANOS + BigInt((match[7] ?? '').slice(0, 9).padEnd(9, '0'))
  return new DaysTimeDuration(match[1] ? -nanos : nanos)
}

export function dateTimeOf(date: FeelDate | null, time: FeelTime): FeelDateTime | null {
  return date && new FeelDateTime(date, time)
}

export function daysOf(date: FeelDate): number {
  return daysFromCivil(date.year, date.month, date.day)
}

/** Null outside the years that FEEL knows. */
export function dateOfDays(days: number): FeelDate | null {
  const { year, month, day } = civilFromDays(days)
  return Math.abs(year) > MAX_YEAR ? null : new FeelDate(year, month, day)
}

function shiftDate(date: FeelDate, days: number): FeelDate | null {
  return dateOfDays(daysOf(date) + days)
}

export function secondsOfDay(time: FeelTime): number {
  return time.hour * 3600 + time.minute * 60 + time.second
}

/** Seconds east of UTC; a zone's name needs the day to know. Null for a local time. */
export function offsetOf(time: FeelTime, date: FeelDate): number | null {
  if (typeof time.zone !== 'string') return time.zone
  return offsetOfLocal(time.zone, daysOf(date) * 86400 + secondsOfDay(time))
}

/** Nanoseconds on the time line since 1970; a local time counts as UTC, and is comparable only with its like. */
export function instantOf({ date, time }: FeelDateTime): bigint {
  const local = BigInt(daysOf(date)) * 86400n + BigInt(secondsOfDay(time))
  return (local - BigInt(offsetOf(time, date) ?? 0)) * NANOS + BigInt(time.nano)
}

/** The wall clock of an instant in a zone. */
export function atZone(instant: bigint, zone: Zone): FeelDateTime | null {
  const seconds = floorDivide(instant, NANOS)
  const nano = Number(instant - seconds * NANOS)
  const offset = typeof zone === 'string' ? offsetAt(zone, Number(seconds)) : (zone ?? 0)
  const local = seconds + BigInt(offset)
  const days = floorDivide(local, 86400n)
  const ofDay = Number(local - days * 86400n)
  const time = new FeelTime(Math.floor(ofDay / 3600), Math.floor(ofDay / 60) % 60, ofDay % 60, nano, zone)
  return dateTimeOf(dateOfDays(Number(days)), time)
}

export function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient
}

/** Midnight in UTC, as FEEL reads a date where a date and time is needed. */
export function midnight(date: FeelDate): FeelDateTime {
  return new FeelDateTime(date, new FeelTime(0, 0, 0, 0, 0))
}

/** Adds months; the day is cut to the month's last (31 January + 1 month = 28 February). */
export function addMonths(date: FeelDate, months: number): FeelDate | null {
  const total = date.year * 12 + date.month - 1 + months
  const year = Math.floor(total / 12)
  const month = total - year * 12 + 1
  return makeDate(year, month, Math.min(date.day, daysInMonth(year, month)))
}

/** On the time line: an hour is an hour also where summer time begins. */
export function addNanos(value: FeelDateTime, nanos: bigint): FeelDateTime | null {
  return atZone(instantOf(value) + nanos, value.time.zone)
}

export function addToTime(time: FeelTime, nanos: bigint): FeelTime {
  const day = 86400n * NANOS
  const sum = (((BigInt(secondsOfDay(time)) * NANOS + BigInt(time.nano) + nanos) % day) + day) % day
  const seconds = Number(sum / NANOS)
  return new FeelTime(Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60, Number(sum % NANOS), time.zone)
}

/** Whole months between two dates, toward zero. */
export function monthsBetween(from: FeelDate, to: FeelDate): number {
  const months = (to.year - from.year) * 12 + to.month - from.month
  if (months > 0 && to.day < from.day) return months - 1
  if (months < 0 && to.day > from.day) return months + 1
  return months
}

/** Monday is 1. */
export function weekday(date: FeelDate): number {
  return ((((daysOf(date) + 3) % 7) + 7) % 7) + 1
}

export function dayOfYear(date: FeelDate): number {
  return daysOf(date) - daysFromCivil(date.year, 1, 1) + 1
}

/** ISO 8601: the week that holds the year's first Thursday is the first. */
export function weekOfYear(date: FeelDate): number {
  const thursday = dateOfDays(daysOf(date) + 4 - weekday(date))
  return thursday ? Math.floor((dayOfYear(thursday) - 1) / 7) + 1 : 1
}
