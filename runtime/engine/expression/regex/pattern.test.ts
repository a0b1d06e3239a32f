import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_BUDGET, Meter } from '../budget.ts'
import { patternOf } from './pattern.ts'

const meter = () => new Meter({ ...DEFAULT_BUDGET, steps: 10_000_000 })

function matches(text: string, source: string, flags = ''): boolean | string {
  const found = patternOf(source, flags)
  return found.ok ? found.pattern.test(text, meter()) : found.reason
}

describe('a pattern', () => {
  it('finds what JavaScript finds, with the same groups', () => {
    const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '(a)', '(a|b)', '(b|ab)', '(?:ab)', '1')
    const piece = fc.tuple(atom, fc.constantFrom('', '', '*', '+', '?', '*?', '+?', '{2}', '{1,2}', '{0,2}?')).map(([a, q]) => a + q)
    const source = fc.array(fc.oneof(piece, fc.constantFrom('|', '^', '$')), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''))
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '1', '\n'), maxLength: 10 })
    fc.assert(
      fc.property(source, text, (source, text) => {
        const found = patternOf(source, '')
        // JavaScript lets `^*` stand, and has its own mind about groups inside a repetition.
        if (!found.ok) return
        expect(found.pattern.test(text, meter())).toBe(new RegExp(source, 'v').test(text))
        if (found.pattern.matchesEmpty || /\)[*+?{]/.test(source)) return
        const theirs: (string | undefined)[][] = []
        text.replace(new RegExp(source, 'gv'), (...groups) => {
          if (groups[0] !== '') theirs.push(groups.slice(0, found.pattern.groups + 1))
          return ''
        })
        if ([...text.matchAll(new RegExp(source, 'gv'))].some(([all]) => all === '')) return
        const ours: (string | undefined)[][] = []
        found.pattern.replace(text, (groups) => String(ours.push([...groups])), meter())
        expect(ours).toEqual(theirs)
      }),
      { numRuns: 1000 },
    )
  }, 30_000)

  it('takes time in proportion to the text, whatever it looks like', () => {
    const started = performance.now()
    expect(matches('a'.repeat(20_000), '^(a+)+$b')).toBe(false)
    expect(matches('a'.repeat(20_000), '(a|a)*(a|aa)*c')).toBe(false)
    expect(performance.now() - started).toBeLessThan(3000)
  })

  it('reads the flags of XPath', () => {
    expect(matches('ABC', 'abc', 'i')).toBe(true)
    expect(matches('a\nb', '^b$', 'm')).toBe(true)
    expect(matches('a\nb', 'a.b')).toBe(false)
    expect(matches('a\nb', 'a.b', 's')).toBe(true)
    expect(matches('hello world', ' hello[ ]world ', 'x')).toBe(true)
    expect(matches('a+b', 'a+b', 'q')).toBe(true)
    expect(matches('a', 'a', 'g')).toBe('flags')
  })

  it('knows the sets of XML Schema', () => {
    expect(matches('X', '^[A-Z-[OI]]$')).toBe(true)
    expect(matches('O', '^[A-Z-[OI]]$')).toBe(false)
    expect(matches('Ș', '^\\p{Lu}$')).toBe(true)
    expect(matches('ș', '^\\p{IsBasicLatin}$')).toBe(false)
    expect(matches('😀', '^.$')).toBe(true)
    expect(matches('țară_1', '^\\w+$')).toBe(false)
    expect(matches('țară1', '^\\w+$')).toBe(true)
  })

  it('refuses what is no pattern, is not regular, or grows too large', () => {
    for (const source of ['(', 'a)', '[', '[b-a]', '*', 'a**', '\\y', 'a{3,2}', '\\p{Xy}', '(a)\\2', '\\1'])
      expect(matches('a', source)).toBe('syntax')
    expect(matches('aa', '(a)\\1')).toBe('back-reference')
    expect(matches('a', '((a{1000}){1000}){1000}')).toBe('too-large')
  })
})
