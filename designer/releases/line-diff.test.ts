import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineDiff, withContext } from './line-diff.ts'

const text = fc.array(fc.constantFrom('a', 'b', 'c', '', 'd'), { maxLength: 25 }).map((lines) => lines.join('\n'))

describe('two texts side by side', () => {
  it('keep every line of both, in order', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const rows = lineDiff(before, after)
        expect(rows.flatMap((row) => row.before ?? []).length === before.split('\n').length).toBe(true)
        expect(rows.flatMap((row) => (row.before === null ? [] : [row.before])).join('\n')).toBe(before)
        expect(rows.flatMap((row) => (row.after === null ? [] : [row.after])).join('\n')).toBe(after)
      }),
    )
  })
  it('put what was replaced opposite, and leave the rest beside itself', () => {
    expect(lineDiff('one\ntwo\nthree', 'one\n2\nthree\nfour')).toEqual([
      { before: 'one', after: 'one' },
      { before: 'two', after: '2' },
      { before: 'three', after: 'three' },
      { before: null, after: 'four' },
    ])
  })
  it('show only what lies around a difference', () => {
    const rows = lineDiff('a\nb\nc\nd\ne\nf\ng', 'a\nb\nc\nd\ne\nf\nG')
    expect(withContext(rows, 1)).toEqual([null, { before: 'f', after: 'f' }, { before: 'g', after: 'G' }])
  })
  it('do not freeze on very long ones', () => {
    const long = (letter: string) => Array.from({ length: 20_000 }, (_, index) => `${letter}${index}`).join('\n')
    const started = performance.now()
    expect(lineDiff(long('a'), long('b')).length).toBe(20_000)
    expect(performance.now() - started).toBeLessThan(1_000)
  })
})
