import { expect, it } from 'vitest'
import type { OfficeAnswer, OfficePerson } from '../../api/answers.ts'
import { en } from '../language/en.ts'
import { makeTexts } from '../language/texts.tsx'
import { peopleFound } from './people-found.ts'

const person = (name: string, more: Partial<OfficePerson> = {}): OfficePerson => ({
  id: name,
  name,
  what: null,
  email: null,
  language: 'en',
  department: null,
  manager: null,
  calendar: null,
  signingLimit: null,
  roles: [],
  groups: [],
  maySignIn: false,
  ...more,
})
const office: OfficeAnswer = {
  people: [
    person('Ștefan Rusu', { department: 'legal' }),
    person('Ana Munteanu', { roles: ['lawyer'], email: 'ana@example.org' }),
    person('Ana Albu', { left: true }),
  ],
  roles: [{ id: 'lawyer', label: { en: 'Lawyer', ro: 'Jurist' }, usedBy: [] }],
  groups: [],
  departments: [{ id: 'legal', label: 'Legal', parent: null, head: null, usedBy: [] }],
  calendars: [],
  absences: [],
}
const found = (typed: string, withLeft = false) => peopleFound(office, typed, withLeft, makeTexts('en', en)).map(({ name }) => name)

it('the list of people is by name, those who left last and only on demand', () => {
  expect(found('')).toEqual(['Ana Munteanu', 'Ștefan Rusu'])
  expect(found('', true)).toEqual(['Ana Munteanu', 'Ștefan Rusu', 'Ana Albu'])
})
it('it is searched without diacritics, by all that it says of a person', () => {
  expect(found('stef rus')).toEqual(['Ștefan Rusu'])
  expect(found('lawy ana')).toEqual(['Ana Munteanu'])
  expect(found('legal')).toEqual(['Ștefan Rusu'])
  expect(found('ana legal')).toEqual([])
})
