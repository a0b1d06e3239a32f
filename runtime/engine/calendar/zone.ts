import { type Instant, instantOf, millisecondsOf } from './instant.ts'
import { dateOfDay, dayNumberOf, type LocalDate, nearestDayInRange } from './local-date.ts'

/**
 * Arithmetic of time zones, through `Intl` alone: the rules are those of the platform (Node, the browser), so that no table of ours can
 * grow old. Offsets are milliseconds, east positive, and exact to the second even for local mean time of the nineteenth century.
 */

/** What the clock on the wall shows: a day (see `dayNumberOf`) and the milliseconds since its midnight. */
export type WallClock = { day: number; wall: number }

const dayLength = 86_400_000
const yearOne = Date.parse('0001-01-02T00:00:00.000Z')

type Zone = { format: Intl.DateTimeFormat; wholeDays: Map<number, number | undefined> }
const zones = new Map<string, Zone | undefined>()

/** Whether the platform knows a zone by this name (`Europe/Bucharest`). Names of offsets (`+02:00`) are none: they have no summer. */
export function isZone(name: string): boolean {
  return zoneNamed(name) !== undefined
}

/** How far the zone's clocks are ahead of UTC at a moment, in milliseconds. */
export function offsetAt(zone: string, milliseconds: number): number {
  const known = zoneNamed(zone)
  if (!known) throw new RangeError(`unknown time zone: ${zone}`)
  // A day (of UTC) that begins and ends with one offset has it all through: no zone has ever changed twice within a day.
  const day = Math.floor(milliseconds / dayLength)
  if (!known.wholeDays.has(day)) {
    if (known.wholeDays.size > 20_000) known.wholeDays.clear()
    const first = readOffset(known.format, day * dayLength)
    known.wholeDays.set(day, first === readOffset(known.format, (day + 1) * dayLength) ? first : undefined)
  }
  return known.wholeDays.get(day) ?? readOffset(known.format, milliseconds)
}

/** What the wall clocks of the zone show at a moment. */
export function wallClockAt(zone: string, milliseconds: number): WallClock {
  const shown = milliseconds + offsetAt(zone, milliseconds)
  const day = Math.floor(shown / dayLength)
  return { day, wall: shown - day * dayLength }
}

/**
 * The moment when the wall clocks show this; `wall` may be 24 hours (the next midnight). A time that comes twice in autumn is the earlier
 * one. A time that summer time leaves out moves forward by what was left out: 03:30 becomes 04:30, the same stretch after the last
 * moment that existed (as RFC 5545 and Temporal's "compatible" do).
 */
export function momentOf(zone: string, { day, wall }: WallClock): number {
  const shown = day * dayLength + wall
  const [before, after] = offsetsAround(zone, shown)
  if (before === after) return shown - before
  const fitting = [shown - Math.max(before, after), shown - Math.min(before, after)].filter((at) => at + offsetAt(zone, at) === shown)
  return fitting[0] ?? shown - before
}

/** The first moment when the wall clocks show this or more: where 03:30 is left out, the moment when they jump from 03:00 to 04:00. */
export function firstMomentOf(zone: string, clock: WallClock): number {
  const moment = momentOf(zone, clock)
  const shown = clock.day * dayLength + clock.wall
  if (moment + offsetAt(zone, moment) === shown) return moment
  // In the gap: the change lies after `low` and at or before `high`.
  const [, after] = offsetsAround(zone, shown)
  let low = shown - after
  let high = moment
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(zone, middle) === after) high = middle
    else low = middle
  }
  return high
}

/** The date that the wall calendars of the zone show at an instant. */
export function localDateAt(zone: string, instant: Instant): LocalDate {
  return dateOfDay(nearestDayInRange(wallClockAt(zone, millisecondsOf(instant)).day))
}

/** The first instant of a date in the zone: midnight, or what comes instead where the clocks jump over it. */
export function startOfDate(zone: string, date: LocalDate): Instant {
  return instantOf(firstMomentOf(zone, { day: dayNumberOf(date), wall: 0 }))
}

function zoneNamed(name: string): Zone | undefined {
  if (zones.has(name)) return zones.get(name)
  const zone = openZone(name)
  // Names come from people's texts too: a bound keeps a hostile card from filling the memory.
  if (zones.size < 1_000) zones.set(name, zone)
  return zone
}

function openZone(name: string): Zone | undefined {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(name)) return undefined
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    return { format, wholeDays: new Map() }
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function readOffset(format: Intl.DateTimeFormat, milliseconds: number): number {
  // Before the year 1 Intl counts years backwards ("1 BC"); no zone changed then.
  const at = Math.max(milliseconds, yearOne)
  const [month = 0, dayOfMonth = 0, year = 0, hour = 0, minute = 0, second = 0] = (format.format(at).match(/\d+/g) ?? []).map(Number)
  const shown = new Date(0)
  shown.setUTCFullYear(year, month - 1, dayOfMonth)
  shown.setUTCHours(hour, minute, second)
  return shown.getTime() - Math.floor(at / 1000) * 1000
}

// No zone is further than 14 hours from UTC, so a day either way lies surely before and after a change that could matter here.
function offsetsAround(zone: string, shown: number): [before: number, after: number] {
  return [offsetAt(zone, shown - dayLength), offsetAt(zone, shown + dayLength)]
}
