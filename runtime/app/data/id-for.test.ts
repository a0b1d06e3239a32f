import { expect, it } from 'vitest'
import { idFor } from './id-for.ts'

it('a new role’s id is made of its name, and never one that there is', () => {
  expect(idFor('Șef de șantier', [])).toBe('sef-de-santier')
  expect(idFor('  Contabil (șef) ', ['contabil-sef', 'contabil-sef-2'])).toBe('contabil-sef-3')
  expect(idFor('会计', [])).toBe('unnamed')
  expect(idFor(`${'a'.repeat(79)} b`, [])).toMatch(/^a{79}$/)
})
