import { describe, expect, it } from 'vitest'
import { durationFrom, offsetOf, partsOfDuration, sideOf } from './duration-parts.ts'

describe('a length of time in a panel', () => {
  it('is a count of one unit, and written back as it was', () => {
    for (const text of ['P2D', 'PT4H', 'PT30M', 'P1M', 'P2W']) {
      const parts = partsOfDuration(text)!
      expect(durationFrom(parts.amount, parts.unit)).toBe(text)
    }
  })
  it('composed of several has no one count', () => expect(partsOfDuration('P1DT4H')).toBeUndefined())
})

describe('when a step of a deadline comes', () => {
  it('is before, at or after it', () => {
    expect(['-PT4H', 'P0D', 'P1D'].map(sideOf)).toEqual(['before', 'on', 'after'])
  })
  it('can be put on the other side and keeps its distance', () => {
    expect(offsetOf('before', 'P1D')).toBe('-P1D')
    expect(offsetOf('after', '-P1D')).toBe('P1D')
    expect(offsetOf('on', 'P1D')).toBe('P0D')
  })
})
