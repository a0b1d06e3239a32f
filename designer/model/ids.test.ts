import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idFrom } from './ids.ts'

describe('an id made from a label', () => {
  it('is written in plain letters, whatever the alphabet', () => {
    expect(idFrom('Aviz juridic', 'kebab', [])).toBe('aviz-juridic')
    expect(idFrom('Știință și înștiințare', 'camel', [])).toBe('stiintaSiInstiintare')
    expect(idFrom('Срок действия', 'camel', [])).toBe('srokDeistviia')
    expect(idFrom('Größe', 'kebab', [])).toBe('grosse')
    expect(idFrom('2nd look', 'kebab', [])).toBe('n-2nd-look')
    expect(idFrom('★', 'camel', [], 'field')).toBe('field')
  })
  it('is no word that the language keeps, and none that is taken', () => {
    expect(idFrom('Number', 'camel', [])).toBe('number2')
    expect(idFrom('If', 'camel', [])).toBe('if2')
    expect(idFrom('Review', 'kebab', ['review', 'review-2'])).toBe('review-3')
  })
  it('keeps the pattern of its kind', () => {
    const patterns = { camel: /^[a-z][A-Za-z0-9]*$/, kebab: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, item: /^[A-Za-z0-9-]+$/ } as const
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 120 }),
        fc.constantFrom('camel', 'kebab', 'item'),
        fc.array(fc.string()),
        (label, style, taken) => {
          const id = idFrom(label, style, taken)
          expect(id).toMatch(patterns[style])
          expect(id.length).toBeLessThanOrEqual(63)
          expect(taken).not.toContain(id)
        },
      ),
    )
  })
})
