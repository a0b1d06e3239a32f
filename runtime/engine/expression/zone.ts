import { isZone, offsetAt as millisecondsAt, momentOf } from '../calendar/zone.ts'

/** Time zones: a fixed offset from UTC in seconds, an IANA name, or null for a local time that belongs to none. */
export type Zone = number | string | null

// JavaScript's dates end at ±8.64e12 seconds; beyond, the offset of the outermost year holds.
const LAST_SECOND = 8.6e12
const inRange = (seconds: number): number => Math.floor(Math.max(-LAST_SECOND, Math.min(LAST_SECOND, seconds)))

/** Seconds east of UTC in a named zone at an instant (seconds since 1970 in UTC). */
export function offsetAt(id: string, utcSeconds: number): number {
  return isZone(id) ? millisecondsAt(id, inRange(utcSeconds) * 1000) / 1000 : 0
}

/**
 * Seconds east of UTC that a wall clock in a named zone means. A time that summer time skips is read with the
 * offset before the jump, one that occurs twice as its first occurrence (as java.time and Temporal's "compatible" do).
 */
export function offsetOfLocal(id: string, localSeconds: number): number {
  if (!isZone(id)) return 0
  const seconds = inRange(localSeconds)
  const day = Math.floor(seconds / 86400)
  return seconds - momentOf(id, { day, wall: (seconds - day * 86400) * 1000 }) / 1000
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar (Hinnant, "chrono-compatible low-level date algorithms"). */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

export function civilFromDays(days: number): { year: number; month: number; day: number } {
  const z = days + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 }
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

export function formatZone(zone: Zone): string {
  if (zone === null) return ''
  if (typeof zone === 'string') return `@${zone}`
  if (zone === 0) return 'Z'
  const size = Math.abs(zone)
  const seconds = size % 60
  return `${zone < 0 ? '-' : '+'}${two(Math.floor(size / 3600))}:${two(Math.floor(size / 60) % 60)}${seconds ? `:${two(seconds)}` : ''}`
}

/** Reads what stands behind a time: nothing, `Z`, `+02:00`, `@Europe/Paris`; undefined where it is none of them. */
export function parseZone(text: string): Zone | undefined {
  if (text === '') return null
  if (text === 'Z' || text === 'z') return 0
  if (text.startsWith('@')) return isZone(text.slice(1)) ? text.slice(1) : undefined
  const match = /^([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(text)
  if (!match) return undefined
  const [, minus, hours, minutes, seconds = '0'] = match
  if (Number(minutes) > 59 || Number(seconds) > 59) return undefined
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  if (size > 18 * 3600) return undefined
  return minus === '-' && size !== 0 ? -size : size
}

export function two(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}
