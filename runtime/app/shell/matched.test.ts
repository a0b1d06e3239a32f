import { describe, expect, it } from 'vitest'
import { cutAtMatches, matches, wordsTyped } from './matched.ts'

describe('what was typed', () => {
  it('is found without diacritics, every word of it', () => {
    expect(matches('Contract cu Țiglăria Ștefan', wordsTyped('tigl  STEF'))).toBe(true)
    expect(matches('Contract cu Țiglăria Ștefan', wordsTyped('tigl ana'))).toBe(false)
    expect(matches('anything', wordsTyped(' '))).toBe(true)
  })
  it('is marked where it stands, whole letters of the text', () => {
    expect(cutAtMatches('Fațada, bloc C2', wordsTyped('fatada c2'))).toEqual(['', 'Fațada', ', bloc ', 'C2'])
    expect(cutAtMatches('Acte', [])).toEqual(['Acte'])
    expect(cutAtMatches('aaa', ['aa'])).toEqual(['', 'aaa'])
    expect(cutAtMatches('e\u0301te\u0301', ['ete'])).toEqual(['', '\u00e9t\u00e9'])
  })
  it('gives back the text, whatever is marked', () => {
    for (const text of ['', 'Façade', 'ß 5', '👷 șantier'])
      for (const word of ['a', 'ss', 'santier', '5']) expect(cutAtMatches(text, [word]).join('')).toBe(text)
  })
})
