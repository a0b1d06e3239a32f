import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distance, nearest } from './nearest.ts'

describe('the distance of two words', () => {
  it.each([
    ['required', 'required', 0],
    ['reqired', 'required', 1],
    ['lable', 'label', 1],
    ['kind', 'type', 4],
    ['', 'ask', 3],
  ])('from %j to %j is %i', (a, b, expected) => {
    expect(distance(a, b)).toBe(expected)
  })

  it('is the same both ways, and none only between equal words', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
        expect(distance(a, b)).toBe(distance(b, a))
        expect(distance(a, b) === 0).toBe(a === b)
        expect(distance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length))
      }),
    )
  })
})

describe('the nearest word', () => {
  it('is the one with the fewest changes', () => {
    expect(nearest('visibelWhen', ['editableWhen', 'visibleWhen', 'requiredWhen'])).toBe('visibleWhen')
  })

  it('does not mind capitals', () => {
    expect(nearest('SeenBY', ['seenBy', 'editedBy'])).toBe('seenBy')
  })

  it('is none where nothing is near', () => {
    expect(nearest('currency', ['label', 'many', 'unique'])).toBeUndefined()
    expect(nearest('x', [])).toBeUndefined()
  })
})
