import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isExpression, maskOfPattern, patternOfMask } from './pattern-mask.ts'

describe('a mask', () => {
  it.each([
    ['@@-###', '^[A-Z]{2}-[0-9]{3}$'],
    ['RO ######', '^RO [0-9]{6}$'],
    ['#', '^[0-9]$'],
    ['Nr. #/##', '^Nr\\. [0-9]\\/[0-9]{2}$'],
  ])('%s is the pattern %s, and back', (mask, pattern) => {
    expect(patternOfMask(mask)).toBe(pattern)
    expect(maskOfPattern(pattern)).toBe(mask)
  })
  it('is told from an expression by the anchors', () => {
    expect(['^[JFC]\\d+$', '^A$', '@@-###', '^@', '#$', '^$'].map(isExpression)).toEqual([true, true, false, false, false, false])
  })
  it('that is blank asks for nothing', () => expect(patternOfMask('  ')).toBeUndefined())
  it('takes digits as others write them too', () => expect(maskOfPattern('^\\d{4}$')).toBe('####'))
  it.each(['^(RO)?[0-9]{2,10}$', '^[JFC][0-9]{2}$', '[0-9]{3}', '^[A-Z0-9]+$', '^a{2}$', '^\\w$', '^@$', '^[A-Z]{2}'])(
    'does not stand for %s',
    (pattern) => expect(maskOfPattern(pattern)).toBeUndefined(),
  )
  it('is found again in its pattern, which takes what looks like it', () => {
    const signs = fc.constantFrom('@', '#', '-', '.', '/', ' ', 'A', 'z', '7', '(', '+', 'ș', '^', '$')
    fc.assert(
      fc.property(fc.array(signs, { minLength: 1, maxLength: 12 }), (all) => {
        const mask = all.join('').trim()
        fc.pre(mask !== '')
        const pattern = patternOfMask(mask)!
        expect(maskOfPattern(pattern)).toBe(mask)
        expect(new RegExp(pattern, 'u').test(mask.replaceAll('@', 'K').replaceAll('#', '5'))).toBe(true)
        expect(new RegExp(pattern, 'u').test(`${mask.replaceAll('@', 'K').replaceAll('#', '5')}!`)).toBe(false)
      }),
    )
  })
})
