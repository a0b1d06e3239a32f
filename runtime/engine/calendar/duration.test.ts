import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDuration, isZero, negateDuration, parseDuration } from './duration.ts'

const read = (text: string) => {
  const parsed = parseDuration(text)
  if (!parsed.ok) throw new Error(text)
  return parsed.value
}

describe('a duration', () => {
  it('reads all its parts', () => {
    expect(read('-P1Y2M3W4DT5H6M7.05S')).toEqual({
      sign: -1,
      years: 1,
      months: 2,
      weeks: 3,
      days: 4,
      hours: 5,
      minutes: 6,
      seconds: 7,
      milliseconds: 50,
    })
  })
  it('tells months from minutes', () => {
    expect(read('P2M').months).toBe(2)
    expect(read('PT2M').minutes).toBe(2)
  })
  it.each([
    ['P', 'nothing-counted'],
    ['PT', 'nothing-counted'],
    ['P1DT', 'nothing-counted'],
    ['P1.5D', 'fraction'],
    ['PT1,5H', 'fraction'],
    ['PT1.2345S', 'fraction'],
    ['P-1D', 'sign-inside'],
    ['+P1D', 'shape'],
    ['p1d', 'shape'],
    ['P1D2M', 'shape'],
    ['P4H', 'shape'],
    ['2 days', 'shape'],
    ['P1D ', 'shape'],
    ['', 'shape'],
    ['P1234567890D', 'too-long'],
  ])('refuses %j: %s', (text, why) => {
    expect(parseDuration(text)).toEqual({ ok: false, problem: { code: 'not-a-duration', text, why } })
  })
  it('is written without what is 0', () => {
    expect(formatDuration(read('P0Y0M1DT0H30M'))).toBe('P1DT30M')
    expect(formatDuration(read('PT0.500S'))).toBe('PT0.5S')
    expect(formatDuration(read('-PT0S'))).toBe('P0D')
  })
  it('turned round twice is the same', () => {
    expect(negateDuration(negateDuration(read('P2D')))).toEqual(read('P2D'))
    expect(isZero(read('P0DT0S'))).toBe(true)
    expect(isZero(read('PT0.001S'))).toBe(false)
  })
  it('comes back from its text', () => {
    const count = fc.integer({ min: 0, max: 999_999_999 })
    const parts = {
      years: count,
      months: count,
      weeks: count,
      days: count,
      hours: count,
      minutes: count,
      seconds: count,
      milliseconds: fc.integer({ min: 0, max: 999 }),
    }
    fc.assert(
      fc.property(fc.record({ sign: fc.constantFrom<1 | -1>(1, -1), ...parts }), (duration) => {
        fc.pre(!isZero(duration))
        expect(read(formatDuration(duration))).toEqual(duration)
      }),
    )
  })
})
