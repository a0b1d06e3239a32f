import { describe, expect, it } from 'vitest'
import { hueOf, initialsOf } from './person.tsx'

describe('a face', () => {
  it('bears the first letters of the first and the last name, diacritics and all', () => {
    expect(['Ana Munteanu', 'Ștefan Rusu', 'Maria-Elena Pop', 'Țiglăria', 'J. R. van der Berg', ''].map(initialsOf)).toEqual([
      'AM',
      'ȘR',
      'MP',
      'Ț',
      'JB',
      '',
    ])
  })
  it('always has the same hue', () => {
    expect(hueOf('Ana Munteanu')).toBe(hueOf('Ana Munteanu'))
    for (const name of ['Ana', 'Ștefan Rusu', '']) expect([0, 1, 2, 3, 4]).toContain(hueOf(name))
  })
})
