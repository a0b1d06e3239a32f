import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countIn, countingKey, formatNumber, numberingDate, pathsOf, seriesFor } from './number.ts'

const material = { date: '2026-11-25', values: { side: 'purchase', 'counterparty.region': 'cj' } }

describe('choosing a series', () => {
  const buying = { when: 'side = "purchase"', pattern: 'A-{yyyy}/{0000}' }
  const otherwise = { pattern: 'V-{yyyy}/{0000}' }

  it('takes the first whose condition holds', () => {
    expect(seriesFor({ series: [buying, otherwise] }, () => true)).toBe(buying)
  })
  it('takes one without a condition when no earlier one holds', () => {
    expect(seriesFor({ series: [buying, otherwise] }, () => false)).toBe(otherwise)
  })
  it('has none when none holds', () => {
    expect(seriesFor({ series: [buying] }, () => false)).toBeUndefined()
  })
  it('asks for the values of its text and of what it counts by, not for the parts of the date', () => {
    expect(pathsOf({ pattern: '{side}-{yyyy}/{000}', per: ['yyyy', 'counterparty.region'] })).toEqual(['side', 'counterparty.region'])
  })
})

describe('a number', () => {
  it('is padded to the digits of its pattern', () => {
    expect(formatNumber('A-{yyyy}/{0000}', material, 7)).toEqual({ ok: true, value: 'A-2026/0007' })
  })
  it('grows wider after the last count of its digits and never begins again', () => {
    expect(formatNumber('A-{yyyy}/{0000}', material, 10_000)).toEqual({ ok: true, value: 'A-2026/10000' })
  })
  it('shows every part of the date and values of the card', () => {
    expect(formatNumber('{dd}.{mm}.{yy}/{counterparty.region}-{00}', material, 3)).toEqual({ ok: true, value: '25.11.26/cj-03' })
  })
  it('is refused while a value that it shows is blank', () => {
    expect(formatNumber('{side}-{000}', { date: '2026-01-01', values: {} }, 1)).toEqual({
      ok: false,
      problem: { code: 'number-value-missing', path: 'side' },
    })
  })
  it('is refused for a count that no series can have', () => {
    expect(formatNumber('{000}', material, 0)).toMatchObject({ ok: false, problem: { code: 'number-count-impossible' } })
  })
  it('takes no value from what every object inherits', () => {
    expect(formatNumber('{constructor}-{0}', material, 1)).toMatchObject({ ok: false, problem: { code: 'number-value-missing' } })
  })
})

describe('the key under which a series counts', () => {
  const keyOf = (pattern: string, date = '2026-11-25', per?: string[]) => countingKey({ pattern, per }, { ...material, date })

  it('is the text around the digits, so the counter starts anew each year', () => {
    expect(keyOf('A-{yyyy}/{0000}')).toEqual({ ok: true, value: 'A-2026/{n}' })
    expect(keyOf('A-{yyyy}/{0000}', '2027-01-01')).toEqual({ ok: true, value: 'A-2027/{n}' })
  })
  it('counts on over the years where the text does not show them', () => {
    expect(keyOf('A/{0000}')).toEqual(keyOf('A/{0000}', '2031-06-01'))
  })
  it('names what it counts by where the text does not show it, in one order', () => {
    expect(keyOf('{0000}', '2026-11-25', ['yyyy', 'side'])).toEqual({ ok: true, value: '{n}{side=purchase}{yyyy=2026}' })
    expect(keyOf('{0000}', '2026-11-25', ['side', 'yyyy'])).toEqual(keyOf('{0000}', '2026-11-25', ['yyyy', 'side']))
  })
  it('stays the same when a series grows by a digit', () => {
    expect(keyOf('A-{yyyy}/{0000}')).toEqual(keyOf('A-{yyyy}/{000}'))
  })
  it('is refused while a value that it counts by is blank', () => {
    expect(countingKey({ pattern: '{000}', per: ['branch'] }, material)).toEqual({
      ok: false,
      problem: { code: 'number-value-missing', path: 'branch' },
    })
  })
  it('differs for values that differ, whatever they contain', () => {
    const text = fc.string({ unit: fc.constantFrom('{', '}', 'n', '=', 'a'), minLength: 1, maxLength: 6 })
    const of = (side: string, region: string) =>
      countingKey({ pattern: '{side}/{000}', per: ['region'] }, { date: '2026-01-01', values: { side, region } })
    fc.assert(
      fc.property(text, text, text, text, (a, b, c, d) => {
        const same = a === c && b === d
        if (same) expect(of(a, b)).toEqual(of(c, d))
        else expect(of(a, b)).not.toEqual(of(c, d))
      }),
    )
  })
})

describe('a number given by hand', () => {
  it('tells its count, so that the series goes on after it', () => {
    expect(countIn('A-{yyyy}/{0000}', material, 'A-2026/0123')).toBe(123)
  })
  it('leaves the counter alone when it is of another year, another text or another width', () => {
    for (const number of ['A-2025/0123', 'B-2026/0123', 'A-2026/123', 'A-2026/00123', 'A-2026/', 'A-2026/0000', 'nine']) {
      expect(countIn('A-{yyyy}/{0000}', material, number)).toBeUndefined()
    }
  })
  it('reads back every number that was made', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('A-{yyyy}/{0000}', '{0}', '{side}{00}-{mm}', '{000000}/{yy}'),
        fc.integer({ min: 1, max: 2 ** 45 }),
        (pattern, count) => {
          const made = formatNumber(pattern, material, count)
          expect(made.ok && countIn(pattern, material, made.value)).toBe(count)
        },
      ),
    )
  })
})

describe('the date whose year counts', () => {
  const newYear = '2026-12-31T22:30:00.000Z'

  it('is that of the named field', () => {
    expect(numberingDate('2025-12-30', newYear, 'Europe/Bucharest')).toBe('2025-12-30')
  })
  it('is the day of numbering while the field is blank, as the wall calendar of the office shows it', () => {
    expect(numberingDate(undefined, newYear, 'Europe/Bucharest')).toBe('2027-01-01')
  })
  it('is the day in the zone of the office where the field holds a moment', () => {
    expect(numberingDate(newYear, '2030-01-01T00:00:00.000Z', 'Europe/Bucharest')).toBe('2027-01-01')
  })
})
