import { expect, it } from 'vitest'
import { lettersOf } from './letters-of.ts'

it('names are told apart by as few letters as it takes', () => {
  expect([...lettersOf(['Contracte', 'Procese-verbale', 'Acte adiționale', 'Plăți']).values()]).toEqual(['C', 'Pr', 'A', 'Pl'])
  expect([...lettersOf(['Contracts', 'Companies', 'Contact persons']).values()]).toEqual(['Con', 'Com', 'Cp'])
  expect([...lettersOf(['Șantiere']).values()]).toEqual(['Ș'])
})
