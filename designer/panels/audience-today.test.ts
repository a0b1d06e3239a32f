import { describe, expect, it } from 'vitest'
import type { Organisation } from '../../runtime/engine/check-world.ts'
import type { Person } from '../../runtime/engine/site.ts'
import { audienceToday } from './audience-today.ts'

const person = (id: string, change: Partial<Person> = {}): Person => ({
  id,
  name: id,
  email: null,
  language: 'en',
  department: null,
  manager: null,
  roles: [],
  calendar: null,
  left: false,
  attributes: {},
  ...change,
})
const office: Organisation = {
  people: new Map(
    [person('ana', { roles: ['lawyer'] }), person('dan', { roles: ['lawyer'], left: true }), person('ion')].map((one) => [one.id, one]),
  ),
  roles: new Map([['lawyer', { id: 'lawyer', label: 'Lawyer' }]]),
  groups: new Map(),
  departments: new Map(),
}

describe('whom an audience means today', () => {
  it('is who has the role and still works here', () => {
    const { people, depends } = audienceToday([{ role: 'lawyer' }], office)
    expect(people.map(({ id }) => id)).toEqual(['ana'])
    expect(depends).toBe(false)
  })
  it('cannot be told where the document says it', () => {
    expect(audienceToday([{ the: 'author' }], office)).toMatchObject({ people: [], depends: true })
  })
  it('counts nobody twice, and says when others depend on the document', () => {
    const { people, depends } = audienceToday([{ role: 'lawyer' }, { person: 'ana' }, { managerOf: 'author' }], office)
    expect(people).toHaveLength(1)
    expect(depends).toBe(true)
  })
  it('is everybody where everybody is named', () => expect(audienceToday([{ the: 'everyone' }], office).everyone).toBe(true))
})
