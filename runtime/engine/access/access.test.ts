import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AudienceEntry } from '../../../schemas/generated/audience.ts'
import type { AccessRule, DocumentType } from '../../../schemas/generated/document-type.ts'
import { keysOf } from '../audience/keys.ts'
import type { Card } from '../card/card.ts'
import { aContract, acme, actType, aSite, contractType, counterpartyType, theFacts } from '../card/sample-contract.ts'
import { readerOf } from '../document/fact-reader.ts'
import type { LinkedDocument } from '../document/facts.ts'
import type { Site } from '../site.ts'
import { mayOn, rightsOf, type Target } from './access.ts'
import { listAccess } from './list-access.ts'
import { matchesAccess } from './matches-access.ts'

function siteWith(
  access: readonly AccessRule[],
  type: DocumentType = contractType,
  others: readonly DocumentType[] = [counterpartyType, actType],
): Site {
  const types = [{ ...type, access: [...access] }, ...others]
  return aSite({ types: new Map(types.map((each) => [each.id, each])) })
}

describe('rights on a document', () => {
  it('add up from the rules that name the person', () => {
    const site = siteWith([
      { who: [{ role: 'lawyer' }], can: ['read', 'edit'] },
      { who: [{ field: 'responsible' }], can: ['convert'] },
    ])
    expect([...rightsOf(site, 'contract', 'ana', aContract({ responsible: 'ana' }))]).toEqual(['read', 'edit', 'convert'])
    expect([...rightsOf(site, 'contract', 'ana', aContract())]).toEqual(['read', 'edit'])
    expect([...rightsOf(site, 'contract', 'radu', aContract({ responsible: 'ana' }))]).toEqual([])
  })

  it('hang on a condition that is true, and a blank never grants', () => {
    const site = siteWith([{ who: [{ the: 'everyone' }], can: ['read'], when: 'amount < 100' }])
    expect(mayOn(site, 'contract', 'radu', aContract({ amount: 99 }), 'read')).toBe(true)
    expect(mayOn(site, 'contract', 'radu', aContract({ amount: 100 }), 'read')).toBe(false)
    expect(mayOn(site, 'contract', 'radu', aContract(), 'read')).toBe(false)
  })

  it('come from the process for whoever was asked, to read only', () => {
    const site = siteWith([])
    expect([...rightsOf(site, 'contract', 'ana', aContract(), { readers: ['r:lawyer'] })]).toEqual(['read'])
    expect([...rightsOf(site, 'contract', 'radu', aContract(), { readers: ['r:lawyer'] })]).toEqual([])
  })

  it('let an administrator administer and read, and not edit', () => {
    const people = new Map(aSite().people).set('boss', { ...aSite().people.get('radu')!, id: 'boss', roles: ['administrator'] })
    const site = { ...siteWith([]), people }
    expect([...rightsOf(site, 'contract', 'boss', aContract())]).toEqual(['read', 'administer'])
  })

  it('end when somebody leaves', () => {
    const site = siteWith([{ who: [{ the: 'everyone' }, { person: 'gone' }], can: ['read'] }])
    expect(mayOn(site, 'contract', 'gone', aContract({}, { author: 'gone' }), 'read', { readers: ['p:gone'] })).toBe(false)
  })

  it('let whoever may read the linked card read this one', () => {
    const site = siteWith([{ who: [{ readersOf: 'counterparty' }], can: ['read'] }], contractType, [
      { ...counterpartyType, access: [{ who: [{ field: 'owner' }], can: ['read'] }] },
    ])
    const reader = readerOf(theFacts({ site }))
    const document = aContract({ counterparty: { type: 'counterparty', id: 'c1' } })
    expect(mayOn(site, 'contract', 'radu', document, 'read', { reader })).toBe(true)
    expect(mayOn(site, 'contract', 'ana', document, 'read', { reader })).toBe(false)
  })
})

describe('the access of a list', () => {
  it('is everything for a role, nothing for a stranger but what the process gives', () => {
    const site = siteWith([{ who: [{ role: 'lawyer' }], can: ['read'] }])
    expect(listAccess(site, 'contract', 'ana')).toEqual({ kind: 'everything' })
    expect(listAccess(site, 'contract', 'radu')).toEqual({ kind: 'readers', keys: ['p:radu'] })
  })

  it('says of every document what the card says', () => {
    fc.assert(
      fc.property(worlds, ({ rules, counterpartyRules, person, document, linked }) => {
        const site = siteWith(rules, contractType, [{ ...counterpartyType, access: counterpartyRules }, actType])
        const reader = readerOf(theFacts({ site, documents: { 'counterparty/c1': linked } }), { rollups: 'kept' })
        const card = mayOn(site, 'contract', person, document, 'read', { reader })
        expect(matchesAccess(listAccess(site, 'contract', person), document, reader)).toBe(card)
        return true
      }),
      { numRuns: 3000 },
    )
  })
})

const people = fc.constantFrom('ana', 'elena', 'mihai', 'radu', 'gone')
const entry: fc.Arbitrary<AudienceEntry> = fc.oneof(
  ...[
    { person: 'radu' },
    { role: 'lawyer' },
    { group: 'managers' },
    { department: 'legal' },
    { the: 'author' },
    { the: 'everyone' },
    { the: 'assignee' },
    { the: 'me' },
    { field: 'responsible' },
    { field: 'author' },
    { field: 'works.doer' },
    { field: 'counterparty.owner' },
    { field: 'counterparty.owner.manager' },
    { field: 'responsible.manager' },
    { field: 'author.department.head' },
    { field: 'responsible.department' },
    { managerOf: 'author' },
    { headOf: 'author' },
    { managerOf: 'me' },
    { managerOf: { field: 'responsible' } },
    { headOf: { field: 'works.doer' } },
    { readersOf: 'counterparty' },
    { whoActedAt: 'x' },
    { guest: 'counterparty' },
    { field: 'nothing' },
  ].map((each) => fc.constant(each as AudienceEntry)),
)
const entries = fc.array(
  fc
    .tuple(entry, fc.constantFrom(undefined, 'person.limit > 1000', 'person.limit > amount', 'person.name = "Ana Munteanu"'))
    .map(([each, where]) => (where === undefined ? each : { ...each, where })),
  { maxLength: 3 },
)
const rules: fc.Arbitrary<AccessRule[]> = fc.array(
  fc.record(
    {
      who: entries,
      can: fc.constantFrom<AccessRule['can'][]>(['read'], ['edit'], ['administer'], ['read', 'edit']).map((can) => [...can]),
      when: fc.constantFrom('amount > 10', 'status = "in-force"', 'responsible = me', 'amount = null'),
    },
    { requiredKeys: ['who', 'can'] },
  ) as fc.Arbitrary<AccessRule>,
  { maxLength: 3 },
)
const keys = fc.array(fc.constantFrom('p:ana', 'r:director', 'g:managers', 'd:sales'), { maxLength: 2 })
const cards: fc.Arbitrary<Card> = fc.record(
  {
    responsible: fc.oneof(people, fc.constantFrom('legal', 'sales')),
    amount: fc.constantFrom(5, 50, 10_000),
    counterparty: fc.constantFrom({ type: 'counterparty', id: 'c1' }, { type: 'counterparty', id: 'c9' }),
    works: fc.array(fc.record({ _id: fc.constant('r1'), doer: fc.oneof(people, fc.constant('legal')) }, { requiredKeys: ['_id'] }), {
      minLength: 1,
      maxLength: 2,
    }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Card>
const worlds = fc.record({
  rules,
  counterpartyRules: rules.map((list) =>
    list.map((rule) => ({
      ...rule,
      who: rule.who.filter(
        ({ field, readersOf }) => (field === undefined || field === 'author' || field === 'nothing') && readersOf === undefined,
      ),
    })),
  ),
  person: people,
  document: fc
    .record({ card: cards, author: people, status: fc.constantFrom('draft', 'in-force'), readers: keys })
    .map(({ card, author, status, readers }): Target => ({ ...aContract(card, { author, status }), readers })),
  linked: fc
    .record({ owner: people, readers: keys, author: people })
    .map(({ owner, readers, author }): LinkedDocument => ({ ...acme, author, card: { ...acme.card, owner }, readers }) as LinkedDocument),
})

describe('the keys of a person', () => {
  it('are what the tree asks the readers for', () => {
    const site = siteWith([])
    expect(listAccess(site, 'contract', 'ana')).toEqual({ kind: 'readers', keys: keysOf(site.people.get('ana')!, site) })
  })
})
