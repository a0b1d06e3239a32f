import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type WorkingCalendar, type WorkingHours, weekdays } from './calendar.ts'
import { type Instant, instantOf, millisecondsOf } from './instant.ts'
import { dateOfDay, dayNumberOf, weekdayOfDay } from './local-date.ts'
import { addWorking, addWorkingMilliseconds, lastWorkingMoment, nextWorkingMoment, workingTimeBetween } from './working-time.ts'

/**
 * Working time counted a second way: a table of every minute of three weeks around a change of the clocks, each with what the wall shows
 * (straight from Intl) and whether somebody works then. Slow, plain, and sharing no arithmetic with what it tests.
 */
type Minute = { day: number; wall: number; works: number | undefined }
type Window = { zone: string; start: number; walls: { day: number; wall: number }[]; midnights: Map<number, number> }

const minute = 60_000

function windowAround(zone: string, change: string): Window {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  const start = millisecondsOf(`${change}T00:00:00.000Z`) - 10 * 24 * 60 * minute
  const walls = Array.from({ length: 21 * 24 * 60 }, (_, nth) => {
    const [date = '', time = ''] = format.format(start + nth * minute).split(' ')
    return { day: dayNumberOf(date), wall: Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) }
  })
  const midnights = new Map<number, number>()
  walls.forEach(({ day }, nth) => {
    if (!midnights.has(day)) midnights.set(day, nth)
  })
  return { zone, start, walls, midnights }
}

const windows = [
  windowAround('Europe/Bucharest', '2026-03-29'),
  windowAround('Europe/Bucharest', '2026-10-25'),
  windowAround('Europe/Chisinau', '2027-03-28'),
  windowAround('Europe/Chisinau', '2026-10-25'),
  // Midnight itself is left out in spring, and comes late in autumn.
  windowAround('Africa/Cairo', '2026-04-24'),
  windowAround('Africa/Cairo', '2026-10-30'),
  windowAround('America/St_Johns', '2026-11-01'),
]

const inMinutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

function hoursOf(calendar: WorkingCalendar, day: number): readonly WorkingHours[] {
  const date = dateOfDay(day)
  const extra = calendar.extraWorkingDays?.[date]
  if (extra) return extra
  const ofWeek = calendar.hours[weekdays[weekdayOfDay(day)]!] ?? []
  if (calendar.holidays.includes(date) || ofWeek.length === 0) return []
  return calendar.shortDays?.[date] ?? ofWeek
}

/** Every minute, `works` the day whose hours it belongs to. Hours run from the first minute that shows `from` (or more) to the first that shows `to`. */
function tableOf({ walls, midnights }: Window, calendar: WorkingCalendar): Minute[] {
  const table: Minute[] = walls.map((shown) => ({ ...shown, works: undefined }))
  for (const [day, midnight] of midnights) {
    const firstShowing = (wall: number) => {
      for (let nth = midnight; nth < walls.length; nth++) if (walls[nth]!.day > day || walls[nth]!.wall >= wall) return nth
      return walls.length
    }
    for (const [from, to] of hoursOf(calendar, day)) {
      const end = firstShowing(inMinutes(to))
      for (let nth = firstShowing(inMinutes(from)); nth < end; nth++) table[nth]!.works = day
    }
  }
  return table
}

/** Where a minute's beginning is a working moment: within hours, or at the end of them. Forward the ending day is meant, back the beginning one. */
function belongsTo(table: Minute[], nth: number, direction: 1 | -1): number | undefined {
  const [ending, beginning] = [table[nth - 1]?.works, table[nth]?.works]
  return direction > 0 ? (ending ?? beginning) : (beginning ?? ending)
}

function settle(table: Minute[], from: number, direction: 1 | -1): number | undefined {
  for (let nth = from; nth > 0 && nth < table.length; nth += direction) if (belongsTo(table, nth, direction) !== undefined) return nth
  return undefined
}

function count(table: Minute[], from: number, minutes: number): number | undefined {
  let left = Math.abs(minutes)
  if (minutes > 0) {
    for (let nth = from; nth < table.length; nth++) if (table[nth]!.works !== undefined && --left === 0) return nth + 1
  } else for (let nth = from - 1; nth > 0; nth--) if (table[nth]!.works !== undefined && --left === 0) return nth
  return undefined
}

function addDays(table: Minute[], calendar: WorkingCalendar, from: number, days: number): number | undefined {
  const direction = days < 0 ? -1 : 1
  const begin = settle(table, from, direction)
  if (begin === undefined) return undefined
  const day = belongsTo(table, begin, direction)!
  const wall = table[begin]!.day > day ? 24 * 60 : table[begin]!.wall
  let target = day
  for (let left = Math.abs(days); left > 0; ) {
    target += direction
    if (target < table[0]!.day || target > table.at(-1)!.day) return undefined
    if (hoursOf(calendar, target).length > 0) left--
  }
  const shown = (time: number) =>
    time === 24 * 60 ? table.findIndex((at) => at.day === target + 1) : table.findIndex((at) => at.day === target && at.wall === time)
  // A time that is left out: so much later as was left out, which in these zones is an hour.
  const same = shown(wall) >= 0 ? shown(wall) : shown(wall === 24 * 60 ? 24 * 60 : wall + 60)
  if (same < 0) return undefined
  const moments = table.flatMap((at, nth) => (at.works === target || table[nth - 1]?.works === target ? [nth] : []))
  if (moments.length === 0) return undefined
  return direction > 0 ? (moments.find((nth) => nth >= same) ?? moments.at(-1)) : (moments.findLast((nth) => nth <= same) ?? moments[0])
}

const someHours = fc.constantFrom<WorkingHours[]>(
  [['09:00', '17:00']],
  [
    ['08:30', '12:00'],
    ['13:00', '17:30'],
  ],
  [['00:00', '24:00']],
  [['22:00', '24:00']],
  [
    ['00:00', '06:00'],
    ['20:15', '24:00'],
  ],
  [['02:30', '03:30']],
  [
    ['03:00', '04:00'],
    ['10:00', '12:00'],
  ],
  [['03:30', '11:00']],
)

const [earliest, latest] = [4 * 24 * 60, 17 * 24 * 60]

const aSituation = fc
  .record({
    window: fc.constantFrom(...windows),
    week: fc.array(fc.option(someHours, { freq: 4, nil: [] }), { minLength: 7, maxLength: 7 }),
    holidays: fc.uniqueArray(fc.integer({ min: -6, max: 6 }), { maxLength: 4 }),
    short: fc.array(fc.tuple(fc.integer({ min: -6, max: 6 }), someHours), { maxLength: 2 }),
    extra: fc.array(fc.tuple(fc.integer({ min: -6, max: 6 }), someHours), { maxLength: 2 }),
    from: fc.integer({ min: earliest, max: latest }),
    // What goes wrong goes wrong where hours begin and end: half of the time begin there.
    edge: fc.option(fc.nat(), { freq: 2 }),
  })
  .map(({ window, week, holidays, short, extra, from, edge }) => {
    const middle = window.walls[10 * 24 * 60]!.day
    const byDate = (days: [number, WorkingHours[]][]) => Object.fromEntries(days.map(([day, hours]) => [dateOfDay(middle + day), hours]))
    const calendar: WorkingCalendar = {
      zone: window.zone,
      hours: Object.fromEntries(weekdays.map((day, nth) => [day, week[nth]!])),
      holidays: holidays.map((day) => dateOfDay(middle + day)),
      shortDays: byDate(short),
      extraWorkingDays: byDate(extra),
    }
    const at = (nth: number): Instant => instantOf(window.start + nth * minute)
    const table = tableOf(window, calendar)
    const edges = table.flatMap(({ works }, nth) => (nth >= earliest && nth <= latest && works !== table[nth - 1]?.works ? [nth] : []))
    return { calendar, at, table, from: (edge !== null && edges[edge % edges.length]) || from }
  })
  .filter(({ table }) => table.some(({ works }) => works !== undefined))

const runs = { numRuns: 150 }
const direction = fc.constantFrom<1 | -1>(1, -1)

describe('working time against a count of every minute, over changes of the clocks and holidays', { timeout: 60_000 }, () => {
  it('finds the same nearest working moment', () => {
    fc.assert(
      fc.property(aSituation, direction, ({ calendar, from, at, table }, way) => {
        const expected = settle(table, from, way)
        fc.pre(expected !== undefined)
        const found = way > 0 ? nextWorkingMoment(calendar, at(from)) : lastWorkingMoment(calendar, at(from))
        expect(found).toEqual({ ok: true, value: at(expected!) })
      }),
      runs,
    )
  })
  it('counts the same hours and minutes, forward and back', () => {
    fc.assert(
      fc.property(aSituation, direction, fc.integer({ min: 1, max: 3000 }), ({ calendar, from, at, table }, way, minutes) => {
        const expected = count(table, from, way * minutes)
        fc.pre(expected !== undefined)
        expect(addWorking(calendar, at(from), `${way < 0 ? '-' : ''}PT${minutes}M`)).toEqual({ ok: true, value: at(expected!) })
      }),
      runs,
    )
  })
  it('counts the same days, forward and back', () => {
    fc.assert(
      fc.property(aSituation, direction, fc.integer({ min: 1, max: 5 }), ({ calendar, from, at, table }, way, days) => {
        const expected = addDays(table, calendar, from, way * days)
        fc.pre(expected !== undefined)
        expect(addWorking(calendar, at(from), `${way < 0 ? '-' : ''}P${days}D`)).toEqual({ ok: true, value: at(expected!) })
      }),
      runs,
    )
  })
  it('finds the same working time between two moments', () => {
    fc.assert(
      fc.property(aSituation, fc.integer({ min: -4000, max: 4000 }), ({ calendar, from, at, table }, away) => {
        const [start, end] = [Math.min(from, from + away), Math.max(from, from + away)]
        const worked = table.slice(start, end).filter(({ works }) => works !== undefined).length * minute
        expect(workingTimeBetween(calendar, at(from), at(from + away))).toEqual({
          ok: true,
          value: away < 0 && worked > 0 ? -worked : worked,
        })
      }),
      runs,
    )
  })
  it('gives back exactly the time that it measured', () => {
    fc.assert(
      fc.property(aSituation, fc.integer({ min: 1, max: 200_000_000 }), ({ calendar, from, at }, milliseconds) => {
        const later = addWorkingMilliseconds(calendar, at(from), milliseconds)
        fc.pre(later.ok)
        expect(later.ok && workingTimeBetween(calendar, at(from), later.value)).toEqual({ ok: true, value: milliseconds })
      }),
      runs,
    )
  })
  it('never makes a later question due earlier', () => {
    const durations = fc.constantFrom('P1D', 'P3D', 'PT5H', 'P1DT2H', 'P1W', '-P2D', '-PT7H')
    fc.assert(
      fc.property(aSituation, fc.integer({ min: 0, max: 3000 }), durations, ({ calendar, from, at, table }, later, duration) => {
        // Clocks put back show an hour twice: who asks in the second of them asks at an earlier time of day.
        fc.pre(
          table
            .slice(from, from + later)
            .every(({ day, wall }, nth, all) => nth === 0 || day > all[nth - 1]!.day || wall > all[nth - 1]!.wall),
        )
        const [first, second] = [addWorking(calendar, at(from), duration), addWorking(calendar, at(from + later), duration)]
        fc.pre(first.ok && second.ok)
        expect(first.ok && second.ok && first.value <= second.value).toBe(true)
      }),
      runs,
    )
  })
})
