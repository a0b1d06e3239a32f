import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addMonths,
  addNanos,
  atZone,
  dateOfDays,
  daysOf,
  FeelDate,
  instantOf,
  monthsBetween,
  NANOS,
  parseDate,
  parseDateTime,
  parseDuration,
  parseTime,
  weekday,
  weekOfYear,
} from './temporal.ts'

const dates = fc.integer({ min: -800_000, max: 800_000 }).map((days) => dateOfDays(days)!)
const hour = 3600n * NANOS

describe('dates', () => {
  it('are counted as JavaScript counts them', () =>
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (days) => {
        const theirs = new Date(days * 86_400_000)
        const ours = dateOfDays(days)!
        expect([ours.year, ours.month, ours.day]).toEqual([theirs.getUTCFullYear(), theirs.getUTCMonth() + 1, theirs.getUTCDate()])
        expect(weekday(ours) % 7).toBe(theirs.getUTCDay())
      }),
    ))
  it('are read back from what they print, BC too', () =>
    fc.assert(
      fc.property(dates, (date) => {
        expect(daysOf(parseDate(String(date))!)).toBe(daysOf(date))
      }),
    ))
  it('keep to the end of the month when months are added', () => {
    expect(String(addMonths(new FeelDate(2024, 1, 31), 1))).toBe('2024-02-29')
    expect(String(addMonths(new FeelDate(2024, 2, 29), -12))).toBe('2023-02-28')
  })
  it('are as many months apart as can be added without passing the end', () =>
    fc.assert(
      fc.property(dates, dates, (from, to) => {
        fc.pre(daysOf(from) <= daysOf(to))
        const months = monthsBetween(from, to)
        expect(daysOf(addMonths(from, months)!)).toBeLessThanOrEqual(daysOf(to))
        expect(daysOf(addMonths(new FeelDate(from.year, from.month, 1), months + 1)!) + from.day - 1).toBeGreaterThan(daysOf(to))
      }),
    ))
  it('have the weeks of ISO 8601', () => {
    for (const [date, week] of [
      ['2026-01-01', 1],
      ['2027-01-01', 53],
      ['2024-12-30', 1],
      ['2021-01-03', 53],
    ] as const) {
      expect(weekOfYear(parseDate(date)!)).toBe(week)
    }
  })
  it('are refused where the calendar has no such day', () => {
    for (const text of ['2026-02-29', '2026-13-01', '2026-00-10', '26-01-01', '02026-01-01', '2026-1-1', '2026-01-01T', '+2026-01-01']) {
      expect(parseDate(text)).toBe(null)
    }
  })
})

describe('date and time', () => {
  it('is the same instant in every zone', () => {
    const bucharest = instantOf(parseDateTime('2026-07-01T12:00:00@Europe/Bucharest')!)
    expect(bucharest).toBe(instantOf(parseDateTime('2026-07-01T09:00:00Z')!))
    expect(bucharest).toBe(instantOf(parseDateTime('2026-07-01T14:30:00+05:30')!))
    expect(String(atZone(bucharest, 'Asia/Kolkata'))).toBe('2026-07-01T14:30:00@Asia/Kolkata')
  })
  it('passes over the hour that summer time skips, and takes the first of the one that it repeats', () => {
    const skipped = parseDateTime('2026-03-29T03:30:00@Europe/Bucharest')!
    expect(instantOf(skipped)).toBe(instantOf(parseDateTime('2026-03-29T01:30:00Z')!))
    const repeated = parseDateTime('2026-10-25T03:30:00@Europe/Bucharest')!
    expect(instantOf(repeated)).toBe(instantOf(parseDateTime('2026-10-25T00:30:00Z')!))
    expect(String(addNanos(parseDateTime('2026-03-29T02:30:00@Europe/Bucharest')!, hour))).toBe('2026-03-29T04:30:00@Europe/Bucharest')
  })
  it('goes to the wall clock of a zone and back', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: -2_000_000_000, max: 4_000_000_000 }),
        fc.constantFrom('Europe/Bucharest', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia', 'Etc/UTC'),
        (seconds, zone) => {
          const instant = BigInt(seconds) * NANOS
          const back = instantOf(atZone(instant, zone)!)
          // Of an hour that occurs twice the wall clock cannot tell which one was meant: then the first is.
          expect(back === instant || (back < instant && instant - back <= hour)).toBe(true)
        },
      ),
      { numRuns: 200 },
    ))
})

describe('times and durations', () => {
  it('print what they read', () => {
    for (const text of ['10:00:00', '10:00:00.5', '10:00:00Z', '10:00:00+02:00', '10:00:00@Europe/Bucharest'])
      expect(String(parseTime(text))).toBe(text)
    for (const text of ['P1D', 'PT1H30M', '-P2DT3H4M5.25S', 'PT0S', 'P1Y2M', '-P11M', 'P0M']) expect(String(parseDuration(text))).toBe(text)
    expect(String(parseDuration('PT36H'))).toBe('P1DT12H')
    expect(String(parseDuration('P14M'))).toBe('P1Y2M')
  })
  it('refuse what is none', () => {
    for (const text of [
      '24:00:01',
      '10:60:00',
      '10:00',
      '1:00:00',
      '10:00:00+19:00',
      '10:00:00@Europe/Nowhere',
      '10:00:00+02:00@Europe/Bucharest',
    ]) {
      expect(parseTime(text)).toBe(null)
    }
    for (const text of ['P', 'PT', 'P1', '1D', 'P1H', 'P1Y1D', 'P-1D', 'P1DT', '']) expect(parseDuration(text)).toBe(null)
  })
})
