import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinVerdict } from './join.ts'

/** `a` arrived, `u` arrived uncounted, `e` ended, `r` running. */
const branches = (text: string) =>
  [...text].map((letter) => ({ state: ({ a: 'arrived', u: 'uncounted', e: 'ended', r: 'running' } as const)[letter as 'a'] }))

describe('a join', () => {
  it.each([
    ['all', 'aa', 'met'],
    ['all', 'ar', 'waiting'],
    ['all', 'ae', 'met'],
    ['all', 'aur', 'unreached'],
    ['all', 'ee', 'met'],
    ['any', 'ar', 'met'],
    ['any', 'ur', 'waiting'],
    ['any', 'ue', 'unreached'],
    ['any', 'er', 'waiting'],
    [{ atLeast: 2 }, 'arr', 'waiting'],
    [{ atLeast: 2 }, 'aar', 'met'],
    [{ atLeast: 2 }, 'aue', 'unreached'],
    [{ atLeast: 2 }, 'ar', 'waiting'],
    [{ atLeast: 3 }, 'ar', 'unreached'],
    [{ atLeast: 2 }, 'e', 'met'],
  ] as const)('%j of %s is %s', (rule, text, verdict) => expect(joinVerdict(rule, branches(text))).toBe(verdict))

  it('waits for nothing once no branch runs', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'u', 'e'), { maxLength: 6 }), fc.integer({ min: 1, max: 4 }), (letters, atLeast) => {
        for (const rule of ['all', 'any', { atLeast }] as const) expect(joinVerdict(rule, branches(letters.join('')))).not.toBe('waiting')
      }),
    ))
})
