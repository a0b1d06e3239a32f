import { describe, expect, it } from 'vitest'
import type { OfficeAnswer } from '../../api/answers.ts'
import { type PeopleColumn, readPeople } from './pasted-people.ts'

const office: OfficeAnswer = {
  people: [
    {
      id: 'ana',
      name: 'Ana Munteanu',
      what: null,
      email: 'ana@example.org',
      language: 'ro',
      department: 'legal',
      manager: null,
      calendar: null,
      signingLimit: null,
      roles: ['lawyer'],
      groups: [],
      maySignIn: true,
    },
  ],
  roles: [
    { id: 'lawyer', label: { en: 'Lawyer', ro: 'Jurist' }, usedBy: [] },
    { id: 'director', label: 'Director', usedBy: [] },
  ],
  groups: [{ id: 'finance', label: { en: 'Finance', ro: 'Financiar' }, usedBy: [] }],
  departments: [{ id: 'legal', label: { en: 'Legal', ro: 'Juridic' }, parent: null, head: null, usedBy: [] }],
  calendars: [],
  absences: [],
}
const heads: Record<PeopleColumn, string[]> = {
  name: ['Name', 'Nume'],
  email: ['E-mail'],
  department: ['Department'],
  manager: ['Manager', 'Șef'],
  roles: ['Roles'],
  groups: ['Groups'],
  language: ['Language'],
}
function read(text: string) {
  let next = 0
  const texts = {
    of: (label: unknown) => (typeof label === 'string' ? label : ((label as { en: string } | undefined)?.en ?? '')),
    language: 'en' as const,
  }
  return readPeople(text, { office, heads, texts, newId: () => `new-${++next}` })
}

describe('people pasted from a spreadsheet', () => {
  it('come in the order of the columns where no line names them', () => {
    expect(read('Ilie Toma\tilie@example.org\tLegal\tAna Munteanu\tLawyer, director\tfinance\tro')).toEqual([
      {
        known: false,
        faults: [],
        person: {
          id: 'new-1',
          name: 'Ilie Toma',
          email: 'ilie@example.org',
          department: 'legal',
          manager: 'ana',
          roles: ['lawyer', 'director'],
          groups: ['finance'],
          language: 'ro',
        },
      },
    ])
  })
  it('come by the names of the columns, in any order, without minding diacritics', () => {
    const [one, two] = read('sef\tnume\n\tIlie Toma\nIlie Toma\tMaria Toma')
    expect(one!.person).toMatchObject({ name: 'Ilie Toma', manager: null })
    expect(two!.person).toMatchObject({ name: 'Maria Toma', manager: one!.person.id })
  })
  it('are known by their address, or by a name that is only theirs, and keep what is not said', () => {
    const [known] = read('Name\tE-mail\tGroups\nAna M. Munteanu\tANA@example.org\tFinance')
    expect(known).toMatchObject({
      known: true,
      person: { id: 'ana', name: 'Ana M. Munteanu', roles: ['lawyer'], groups: ['finance'], department: 'legal' },
    })
    expect(read('Ana Munteanu')[0]!.known).toBe(true)
    expect(read('Ana Munteanu\tother@example.org')[0]!.known).toBe(false)
  })
  it('say what of them was not understood, and lose only that', () => {
    const [one] = read('Ilie Toma\tno address\tRoads\tNobody\tLawyer, Wizard\tfinance\tKlingon')
    expect(one!.faults.map(({ column, found }) => [column, found])).toEqual([
      ['email', 'no address'],
      ['manager', 'Nobody'],
      ['language', 'Klingon'],
      ['department', 'Roads'],
      ['roles', 'Wizard'],
    ])
    expect(one!.person).toMatchObject({ name: 'Ilie Toma', email: null, roles: ['lawyer'], groups: ['finance'], manager: null })
  })
  it('is nothing where nothing was pasted, and somebody is not their own manager', () => {
    expect(read('')).toEqual([])
    expect(read('\n \t \n')).toEqual([])
    expect(read('Ilie Toma\t\t\tIlie Toma')[0]!.faults).toEqual([{ column: 'manager', found: 'Ilie Toma' }])
  })
})
