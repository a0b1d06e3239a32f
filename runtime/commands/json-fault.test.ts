import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEEPEST_JSON, jsonFault } from './json-fault.ts'

const parses = (text: string) => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe('where a text stops being JSON', () => {
  it('is nowhere in what JSON writes', () => {
    fc.assert(fc.property(fc.json({ maxDepth: 5 }), (text) => jsonFault(text) === null))
  })

  it('is somewhere exactly where the platform refuses it', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '\\',
      '1',
      '-',
      '01',
      '1.',
      '2e3',
      'true',
      'nul',
      ' ',
      '\n',
      '\u00a0',
      '\\u00e9',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join('')
        expect(jsonFault(text) === null).toBe(parses(text))
      }),
      { numRuns: 5_000 },
    )
  })

  it('is at the word that is wrong', () => {
    expect(jsonFault('{ "id": oops }')).toEqual({ kind: 'not-json', at: 8 })
    expect(jsonFault('{ "id": 1, }')).toEqual({ kind: 'not-json', at: 11 })
    expect(jsonFault('{ "id" 1 }')).toEqual({ kind: 'not-json', at: 7 })
    expect(jsonFault('["a')).toEqual({ kind: 'not-json', at: 3 })
    expect(jsonFault('[1] 2')).toEqual({ kind: 'not-json', at: 4 })
    expect(jsonFault('')).toEqual({ kind: 'not-json', at: 0 })
  })

  it('is where it nests deeper than any definition', () => {
    expect(jsonFault(`${'['.repeat(DEEPEST_JSON)}${']'.repeat(DEEPEST_JSON)}`)).toBeNull()
    expect(jsonFault('['.repeat(1_000_000))).toEqual({ kind: 'too-deep', at: DEEPEST_JSON })
  })
})
