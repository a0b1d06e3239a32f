import { expect, it } from 'vitest'
import type { OfficeAnswer } from '../../api/answers.ts'
import { en } from '../language/en.ts'
import { makeTexts } from '../language/texts.tsx'
import { possibleParents, structureRows } from './structure.ts'

const department = (id: string, parent: string | null) => ({ id, label: id, parent, head: null, usedBy: [] })
const office: OfficeAnswer = {
  people: [],
  roles: [],
  groups: [],
  departments: [department('sites', null), department('roads', 'sites'), department('legal', null), department('bridges', 'roads')],
  calendars: [],
  absences: [],
}

it('departments stand below the one that they belong to, by name', () => {
  const rows = structureRows(office, 'departments', makeTexts('en', en))
  expect(rows.map(({ name, depth }) => [name, depth])).toEqual([
    ['legal', 0],
    ['sites', 0],
    ['roads', 1],
    ['bridges', 2],
  ])
})
it('a department does not come to lie within itself', () => {
  expect(possibleParents(office, 'roads').map(({ id }) => id)).toEqual(['sites', 'legal'])
  expect(possibleParents(office, null)).toHaveLength(4)
})
