import { describe, expect, it } from 'vitest'
import { addMilliseconds, compareInstants, instantOf, isInRange, isInstant, millisecondsBetween, millisecondsOf } from './instant.ts'

describe('an instant', () => {
  it('is UTC text of one width', () => {
    expect(isInstant('2026-11-25T08:00:00.000Z')).toBe(true)
  })
  it('is no other spelling of the same moment, and no moment that does not exist', () => {
    for (const text of [
      '2026-11-25',
      '2026-11-25T08:00:00Z',
      '2026-11-25T10:00:00.000+02:00',
      '2026-02-31T08:00:00.000Z',
      '2026-11-25T24:00:00.000Z',
      7,
    ]) {
      expect(isInstant(text)).toBe(false)
    }
  })
  it('sorts as text does', () => {
    expect(compareInstants('2026-09-30T23:59:59.999Z', '2026-10-01T00:00:00.000Z')).toBeLessThan(0)
    expect(compareInstants('2026-10-01T00:00:00.000Z', '2026-10-01T00:00:00.000Z')).toBe(0)
  })
  it('moves by milliseconds', () => {
    expect(addMilliseconds('2026-12-31T23:59:59.999Z', 1)).toBe('2027-01-01T00:00:00.000Z')
    expect(millisecondsBetween('2027-01-01T00:00:00.000Z', '2026-12-31T23:59:59.999Z')).toBe(-1)
  })
  it('ends with the year 9999, where its width would', () => {
    expect(isInRange(millisecondsOf('9999-12-31T23:59:59.999Z'))).toBe(true)
    expect(isInRange(millisecondsOf('9999-12-31T23:59:59.999Z') + 1)).toBe(false)
    expect(() => instantOf(Number.NaN)).toThrow(RangeError)
    expect(() => millisecondsOf('2026-11-25')).toThrow(RangeError)
  })
})
