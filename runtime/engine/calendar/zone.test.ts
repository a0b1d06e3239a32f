import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf, millisecondsOf } from './instant.ts'
import { dayNumberOf } from './local-date.ts'
import { wallOf } from './local-time.ts'
import { firstMomentOf, isZone, localDateAt, momentOf, offsetAt, startOfDate, wallClockAt } from './zone.ts'

const clock = (date: string, time: string) => ({ day: dayNumberOf(date), wall: wallOf(time, { end: true })! })
const at = (zone: string, date: string, time: string) => instantOf(momentOf(zone, clock(date, time)))

describe.each(['Europe/Bucharest', 'Europe/Chisinau'])('the clocks of %s', (zone) => {
  it('are two hours ahead in winter and three in summer', () => {
    expect(offsetAt(zone, millisecondsOf('2026-01-15T00:00:00.000Z'))).toBe(2 * 3_600_000)
    expect(offsetAt(zone, millisecondsOf('2026-07-15T00:00:00.000Z'))).toBe(3 * 3_600_000)
  })
  it('change within the day on which they change, to the millisecond', () => {
    expect(offsetAt(zone, millisecondsOf('2026-03-29T00:59:59.999Z'))).toBe(2 * 3_600_000)
    expect(offsetAt(zone, millisecondsOf('2026-03-29T01:00:00.000Z'))).toBe(3 * 3_600_000)
  })
  it('leave 03:30 out in spring: it moves forward to 04:30', () => {
    expect(at(zone, '2026-03-29', '03:30')).toBe('2026-03-29T01:30:00.000Z')
    expect(at(zone, '2026-03-29', '04:30')).toBe('2026-03-29T01:30:00.000Z')
  })
  it('first show 03:30 or more in spring when they jump to 04:00', () => {
    expect(instantOf(firstMomentOf(zone, clock('2026-03-29', '03:30')))).toBe('2026-03-29T01:00:00.000Z')
  })
  it('show 03:30 twice in autumn, of which the earlier is meant', () => {
    expect(at(zone, '2026-10-25', '03:30')).toBe('2026-10-25T00:30:00.000Z')
    expect(wallClockAt(zone, millisecondsOf('2026-10-25T01:30:00.000Z'))).toEqual(clock('2026-10-25', '03:30'))
  })
  it('are read back from every moment but the second showing of an hour', () => {
    const span = { min: millisecondsOf('1995-01-01T00:00:00.000Z'), max: millisecondsOf('2040-01-01T00:00:00.000Z') }
    fc.assert(
      fc.property(fc.integer(span), (moment) => {
        const back = momentOf(zone, wallClockAt(zone, moment))
        expect([0, 3_600_000]).toContain(moment - back)
        expect(wallClockAt(zone, back)).toEqual(wallClockAt(zone, moment))
      }),
    )
  })
})

describe('the clocks of other zones', () => {
  it('may jump over midnight, and then the date begins later', () => {
    expect(startOfDate('Africa/Cairo', '2026-04-24')).toBe('2026-04-23T22:00:00.000Z')
    expect(wallClockAt('Africa/Cairo', millisecondsOf('2026-04-23T22:00:00.000Z'))).toEqual(clock('2026-04-24', '01:00'))
  })
  it('may leave out a whole day', () => {
    expect(localDateAt('Pacific/Apia', '2011-12-30T09:59:59.999Z')).toBe('2011-12-29')
    expect(localDateAt('Pacific/Apia', '2011-12-30T10:00:00.000Z')).toBe('2011-12-31')
    expect(at('Pacific/Apia', '2011-12-30', '12:00')).toBe(at('Pacific/Apia', '2011-12-31', '12:00'))
  })
  it('may differ by less than an hour', () => {
    expect(at('Asia/Kathmandu', '2026-11-25', '05:45')).toBe('2026-11-25T00:00:00.000Z')
  })
})

describe('a zone', () => {
  it('is known by its name', () => {
    expect(isZone('Europe/Bucharest')).toBe(true)
    for (const name of ['Europe/Bucuresti', '+02:00', '']) expect(isZone(name)).toBe(false)
  })
  it('ends the day at the next midnight', () => {
    expect(at('Europe/Bucharest', '2026-11-25', '24:00')).toBe(startOfDate('Europe/Bucharest', '2026-11-26'))
  })
})
