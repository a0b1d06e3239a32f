import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Audience } from '../../../schemas/generated/audience.ts'
import { aPerson, aSite } from '../testing/a-site.ts'
import { hasKey, keysOf, membersOf } from './keys.ts'
import { type AudienceContext, isAmong, poolKeys, resolveAudience } from './resolve.ts'

const site = aSite({ people: [aPerson('bogdan', { roles: ['lawyer'], attributes: { limit: 100 } })] })
const card: Readonly<Record<string, readonly string[]>> = {
  responsible: ['ana'],
  team: ['radu', 'ioana'],
  unit: ['money'],
  'partner.name': ['Stejaru'],
}
const context: AudienceContext = {
  site,
  author: 'elena',
  assignee: 'ana',
  me: 'daria',
  values: (path) => card[path] ?? [],
  actedAt: (node) => (node === 'legal' ? ['stefan', 'petru'] : []),
  readersOf: (path) => (path === 'contract' ? ['mihai'] : []),
  holds: (where, person) => where === 'person.limit >= 50' && Number(person.attributes.limit ?? 0) >= 50,
}
const who = (...audience: Audience) => resolveAudience(audience, context)

describe('an audience', () => {
  it.each([
    ['one person', { person: 'ana' }, ['ana']],
    ['a role, without who has left', { role: 'lawyer' }, ['stefan', 'ana', 'bogdan']],
    ['a group', { group: 'finance' }, ['radu', 'ioana']],
    ['a department', { department: 'legal' }, ['stefan', 'ana']],
    ['whoever stands in a field', { field: 'responsible' }, ['ana']],
    ['everybody in a field of many', { field: 'team' }, ['radu', 'ioana']],
    ['a department in a field', { field: 'unit' }, ['radu', 'ioana']],
    ['nobody for a blank field, or a text', { field: 'partner.name' }, []],
    ['the author', { the: 'author' }, ['elena']],
    ['the one who is asked', { the: 'assignee' }, ['ana']],
    ['the one who looks', { the: 'me' }, ['daria']],
    ['the manager of who is asked', { managerOf: 'assignee' }, ['stefan']],
    ['the manager of who stands in a field', { managerOf: { field: 'responsible' } }, ['stefan']],
    ['the head of the department', { headOf: 'assignee' }, ['stefan']],
    ['the head above, for a head', { headOf: 'author' }, ['mihai']],
    ['whoever acted at a node and has not left', { whoActedAt: 'legal' }, ['stefan']],
    ['the readers of a linked document', { readersOf: 'contract' }, ['mihai']],
    ['nobody from outside yet', { guest: 'contactPerson' }, []],
    ['those for whom a condition holds', { role: 'lawyer', where: 'person.limit >= 50' }, ['bogdan']],
  ] as const)('names %s', (_, entry, people) => expect(who(entry as Audience[number])).toEqual(people))

  it('is the union of its entries, each person once', () =>
    expect(who({ person: 'ana' }, { role: 'lawyer' })).toEqual(['ana', 'stefan', 'bogdan']))
  it('of everyone names all who have not left', () => expect(who({ the: 'everyone' })).not.toContain('petru'))
  it('that is empty, or left out, is nobody', () => {
    expect(who()).toEqual([])
    expect(resolveAudience(undefined, context)).toEqual([])
  })
  it('grants nothing where the context does not know', () => {
    const bare: AudienceContext = { site, author: null, values: () => [] }
    const entries: Audience = [
      { the: 'author' },
      { the: 'assignee' },
      { the: 'me' },
      { whoActedAt: 'legal' },
      { readersOf: 'x' },
      { role: 'lawyer', where: 'true' },
      { managerOf: 'me' },
    ]
    expect(resolveAudience(entries, bare)).toEqual([])
  })
  it('has among it whom it resolves to, and nobody else', () => {
    const entry = fc.constantFrom<Audience[number]>(
      { role: 'lawyer' },
      { role: 'lawyer', where: 'person.limit >= 50' },
      { group: 'finance' },
      { department: 'office' },
      { the: 'everyone' },
      { the: 'everyone', where: 'person.limit >= 50' },
      { field: 'team' },
      { headOf: 'author' },
      { person: 'petru' },
    )
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 4 }), fc.constantFrom(...site.people.keys(), 'stranger'), (audience, person) => {
        expect(isAmong(audience, person, context)).toBe(resolveAudience(audience, context).includes(person))
      }),
    )
  })
})

describe('keys', () => {
  it('are of the person, the roles, the groups and the departments, those above too', () =>
    expect(keysOf(site.people.get('ioana')!, site)).toEqual(['p:ioana', 'g:finance', 'd:money', 'd:office']))
  it('of a pool stay live where they can, and are people where they depend on the card', () => {
    expect(poolKeys([{ role: 'lawyer' }, { group: 'finance' }, { department: 'sales' }, { field: 'responsible' }], context)).toEqual([
      'r:lawyer',
      'g:finance',
      'd:sales',
      'p:ana',
    ])
    expect(poolKeys([{ role: 'lawyer', where: 'person.limit >= 50' }], context)).toEqual(['p:bogdan'])
  })
  it('open what they name to their members and to nobody else', () => {
    expect(membersOf(['d:office'], site)).toContain('ioana')
    expect(hasKey(['g:finance'], 'radu', site)).toBe(true)
    expect(hasKey(['g:finance'], 'ana', site)).toBe(false)
    expect(hasKey(['g:finance'], 'stranger', site)).toBe(false)
  })
})
