// The lists' reading of access rules against the core's own verdict on each document: random rules, random documents.
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { listAccess } from '../../../runtime/engine/access/list-access.ts'
import { matchesAccess } from '../../../runtime/engine/access/matches-access.ts'
import type { Card } from '../../../runtime/engine/card/card.ts'
import { linksOf } from '../../../runtime/engine/card/links.ts'
import { actType, aSite, contractType, counterpartyType, theFacts } from '../../../runtime/engine/card/sample-contract.ts'
import { readerOf } from '../../../runtime/engine/document/fact-reader.ts'
import type { LinkedDocument } from '../../../runtime/engine/document/facts.ts'
import type { Site } from '../../../runtime/engine/site.ts'
import { accessWhere } from '../../../runtime/store/access-where.ts'
import { readDocuments, writeDocument } from '../../../runtime/store/documents.ts'
import { ensurePartition } from '../../../runtime/store/partitions.ts'
import { listDocuments } from '../../../runtime/store/registry.ts'
import type { StoredDocument } from '../../../runtime/store/write.ts'
import type { AudienceEntry } from '../../../schemas/generated/audience.ts'
import type { AccessRule } from '../../../schemas/generated/document-type.ts'
import { creation, newId, noAgenda } from '../../support/a-document.ts'
import { onEachStore } from '../../support/databases.ts'

/** The people of the sample office, under ids that the database takes. */
const ids: Record<string, string> = Object.fromEntries(
  ['ana', 'elena', 'mihai', 'radu', 'gone'].map((name, n) => [name, `019ab000-0000-7000-8000-00000000000${n}`]),
)
const idOf = (name: string | null): string | null => (name === null ? null : (ids[name] ?? name))

function site(rules: readonly AccessRule[], counterpartyRules: readonly AccessRule[]): Site {
  const sample = aSite()
  const types = [{ ...contractType, access: [...rules] }, { ...counterpartyType, access: [...counterpartyRules] }, actType]
  return {
    ...sample,
    people: new Map([...sample.people.values()].map((one) => [ids[one.id]!, { ...one, id: ids[one.id]!, manager: idOf(one.manager) }])),
    departments: new Map([...sample.departments].map(([id, one]) => [id, { ...one, head: idOf(one.head) }])),
    groups: new Map([...sample.groups].map(([id, one]) => [id, { ...one, members: one.members.map((name) => ids[name]!) }])),
    types: new Map(types.map((type) => [type.id, type])),
  }
}

const person = fc.constantFrom(...Object.values(ids))
const plain = [
  { person: ids.radu! },
  { role: 'lawyer' },
  { group: 'managers' },
  { department: 'legal' },
  { the: 'author' },
  { the: 'everyone' },
  { field: 'author' },
  { managerOf: 'author' },
  { headOf: 'author' },
  { field: 'nothing' },
] as AudienceEntry[]
const throughTheCard = [
  { field: 'responsible' },
  { field: 'works.doer' },
  { field: 'counterparty.owner' },
  { field: 'counterparty.owner.manager' },
  { field: 'responsible.manager' },
  { field: 'author.department.head' },
  { field: 'responsible.department' },
  { managerOf: { field: 'responsible' } },
  { headOf: { field: 'works.doer' } },
  { readersOf: 'counterparty' },
] as AudienceEntry[]
const conditions = [
  'amount > 10',
  'not(amount > 10)',
  'amount = null',
  'amount != 50',
  'status = "in-force"',
  'status != "in-force"',
  'responsible = me',
  'not(responsible = me)',
  'author = me',
  'amount in [5, 50]',
  'amount between 5 and 60',
  'signedOn < date("2026-06-01")',
  'signedOn = null or amount > 10',
  'list contains(tags, "urgent")',
  'not(list contains(tags, "urgent"))',
  'advance = 0.125',
  'advance > 0.1',
  'side = "sale"',
  'starts with(taxNumber, "RO")',
  'createdOn < @"2026-11-24T00:00:00@Europe/Bucharest"',
  'balance > 0',
]
const rulesOf = (entries: readonly AudienceEntry[], when: readonly string[]): fc.Arbitrary<AccessRule[]> =>
  fc.array(
    fc.record(
      { who: fc.array(fc.constantFrom(...entries), { maxLength: 3 }), can: fc.constant(['read']), when: fc.constantFrom(...when) },
      { requiredKeys: ['who', 'can'] },
    ) as fc.Arbitrary<AccessRule>,
    { maxLength: 3 },
  )

const aCounterparty = fc.record({ owner: fc.option(person), author: person, readers: fc.subarray(['r:director', 'd:sales', 'g:managers']) })
const contracts = (counterparties: readonly string[]) =>
  fc.record({
    card: fc.record(
      {
        responsible: fc.oneof(person, fc.constantFrom('legal', 'sales')),
        amount: fc.constantFrom(0, 5, 10, 50, 10_000.5),
        advance: fc.constantFrom(12.5, 10, 0),
        side: fc.constantFrom('purchase', 'sale'),
        taxNumber: fc.constantFrom('RO1', 'MD%', 'ro1'),
        signedOn: fc.constantFrom('2026-01-01', '2026-06-01', '2026-12-31'),
        tags: fc.constantFrom(['urgent'], ['big'], ['urgent', 'big']),
        counterparty: fc.constantFrom(...counterparties).map((id) => ({ type: 'counterparty', id })),
        works: fc.array(fc.record({ _id: fc.constant(newId()), doer: fc.oneof(person, fc.constant('legal')) }, { requiredKeys: ['_id'] }), {
          minLength: 1,
          maxLength: 2,
        }),
      },
      { requiredKeys: [] },
    ) as unknown as fc.Arbitrary<Card>,
    author: person,
    status: fc.constantFrom('draft', 'in-force'),
    readers: fc.subarray([`p:${ids.ana}`, 'r:director', 'g:managers', 'd:sales']),
  })

onEachStore('what a list shows', (store) => {
  const db = () => store.database()
  let documents: StoredDocument[]
  let linked: Record<string, LinkedDocument | null>

  beforeAll(async () => {
    await db().transaction(async (tx) => {
      for (const type of ['contract', 'counterparty']) await ensurePartition(tx, type)
    })
    const write = async (type: string, author: string, card: Card, status: string, readers: readonly string[]) => {
      const links = type === 'contract' ? linksOf(contractType, card).map(({ field, to }) => ({ field, toType: to.type, toId: to.id })) : []
      const made = creation({ type, card, status, links, agenda: { ...noAgenda, readers } })
      expect(await writeDocument(db(), { ...made, document: { ...made.document, author } })).toMatchObject({ kind: 'written' })
      return { type, id: made.document.id }
    }
    const partners = []
    for (const { owner, author, readers } of fc.sample(aCounterparty, { numRuns: 12, seed: 7 }))
      partners.push(await write('counterparty', author, owner ? { owner } : {}, 'active', readers))
    // One link leads nowhere.
    const targets = [...partners.map(({ id }) => id), newId()]
    const made = []
    for (const one of fc.sample(contracts(targets), { numRuns: 120, seed: 7 }))
      made.push(await write('contract', one.author, one.card, one.status, one.readers))
    documents = await readDocuments(db(), made)
    linked = Object.fromEntries(targets.map((id) => [`counterparty/${id}`, null]))
    for (const { document, readers } of await readDocuments(db(), partners))
      linked[`counterparty/${document.id}`] = { ...document, readers } as LinkedDocument
  }, 60_000)

  it('is what the card itself would show, for every rule and every reader', async () => {
    const worlds = fc.sample(
      fc.record({
        rules: rulesOf([...plain, ...throughTheCard], conditions),
        counterpartyRules: rulesOf(plain, ['blocked = null', 'name != null']),
        reader: person,
      }),
      {
        numRuns: 200,
        seed: 11,
      },
    )
    let some = 0
    for (const { rules, counterpartyRules, reader } of worlds) {
      const office = site(rules, counterpartyRules)
      const tree = listAccess(office, 'contract', reader)
      const facts = readerOf({ ...theFacts({ site: office, documents: linked }), now: '2026-11-23T08:00:00.000Z' }, { rollups: 'kept' })
      const expected = documents
        .filter(({ document, readers }) => matchesAccess(tree, { ...document, readers }, facts))
        .map(({ document }) => document.id)
      const page = await listDocuments(db(), {
        type: 'contract',
        access: accessWhere(office, 'contract', tree, '2026-11-23T08:00:00.000Z'),
        after: null,
        limit: 1000,
        countUpTo: 1000,
      })
      const shown = page.items.map(({ document }) => document.id)
      expect({ rules, counterpartyRules, reader, shown: shown.sort() }).toEqual({
        rules,
        counterpartyRules,
        reader,
        shown: expected.sort(),
      })
      expect(page.count!.total).toBe(expected.length)
      if (expected.length > 0 && expected.length < documents.length) some++
    }
    expect(some).toBeGreaterThan(50)
  }, 60_000)
})
