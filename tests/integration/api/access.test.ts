// What the lists of the shipped template show, against the rights on each card: random documents, every person, both stores.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rightsOf } from '../../../runtime/engine/access/access.ts'
import { visibleFields } from '../../../runtime/engine/access/visible-fields.ts'
import type { Card } from '../../../runtime/engine/card/card.ts'
import { linksOf } from '../../../runtime/engine/card/links.ts'
import { readerOf } from '../../../runtime/engine/document/fact-reader.ts'
import type { Facts, LinkedDocument } from '../../../runtime/engine/document/facts.ts'
import { readDocuments, writeDocument } from '../../../runtime/store/documents.ts'
import type { StoredDocument } from '../../../runtime/store/write.ts'
import { creation, noAgenda } from '../../support/a-document.ts'
import { onEachStore } from '../../support/databases.ts'
import { type Answer, type Json, type Office, openOffice } from '../../support/office.ts'

onEachStore('the lists of the template', ({ database }) => {
  let office: Office
  let documents: StoredDocument[]
  let linked: Record<string, LinkedDocument>
  beforeAll(async () => {
    office = await openOffice(database())
    const { edges } = office.parts
    const site = await edges.sites.at(database())
    const person = fc.constantFrom(...Object.values(office.people))
    const keys = [
      ...Object.values(office.people).map((id) => `p:${id}`),
      'r:lawyer',
      'r:director',
      'g:finance',
      'g:site-managers',
      'd:works',
    ]
    const wanted = (type: string, targets: readonly string[]) =>
      fc.record({
        author: person,
        status: fc.constantFrom(...(site.types.get(type)!.statuses ?? [{ id: 'kept' }]).map(({ id }) => id)),
        readers: fc.subarray(keys, { maxLength: 2 }),
        card: fc.record(
          {
            responsible: person,
            ...(type === 'contract' && { siteManager: person, margin: fc.constantFrom(5, 12.5), amount: fc.constantFrom(0, 100, 1e9) }),
            ...(type !== 'contract' && { contract: fc.constantFrom(...targets).map((id) => ({ type: 'contract', id })) }),
          },
          { requiredKeys: [] },
        ) as unknown as fc.Arbitrary<Card>,
      })
    const made: { type: string; id: string }[] = []
    for (const [type, count] of [
      ['contract', 60],
      ['act', 40],
      ['payment', 40],
      ['additional-agreement', 40],
    ] as const) {
      const definition = site.types.get(type)!
      const program = edges.programs.of(definition, site.schemas.get(definition.approval![0]!.schema)!)
      const targets = made.filter(({ type: of }) => of === 'contract').map(({ id }) => id)
      for (const { author, status, readers, card } of fc.sample(wanted(type, targets), { numRuns: count, seed: 5 })) {
        const links = linksOf(definition, card).map(({ field, to }) => ({ field, toType: to.type, toId: to.id }))
        const written = creation({ type, card, status, links, title: type, agenda: { ...noAgenda, readers } })
        const document = { ...written.document, author, program: program.hash }
        expect(await writeDocument(database(), { ...written, document })).toMatchObject({ kind: 'written' })
        made.push({ type, id: document.id })
      }
    }
    documents = await readDocuments(database(), made)
    linked = Object.fromEntries(
      documents.map(({ document, readers }) => [`${document.type}/${document.id}`, { ...document, readers } as LinkedDocument]),
    )
  }, 120_000)
  afterAll(() => office?.stop())

  it('show, count and open exactly the documents that each person may read, with the fields that they see', async () => {
    const { edges } = office.parts
    const site = await edges.sites.at(database())
    const facts: Facts = {
      now: edges.clock.now().toISOString(),
      newId: edges.newId,
      site,
      documents: linked,
      rollups: {},
      numbers: {},
      workload: {},
      lastInTurn: {},
    }
    let some = 0
    for (const [name, person] of Object.entries(office.people)) {
      const caller = office.as(name)
      for (const type of ['contract', 'act', 'payment', 'additional-agreement']) {
        const of = documents.filter(({ document }) => document.type === type)
        const reader = readerOf(facts, { rollups: 'kept' })
        const readable = of.filter(({ document, readers }) =>
          rightsOf(site, type, person, { ...document, readers }, { reader, readers }).has('read'),
        )
        const rows: Json[] = []
        let total = 0
        for (let after: string | null = ''; after !== null; ) {
          const page: Answer = await caller.get(`/api/documents/${type}?limit=25${after && `&after=${encodeURIComponent(after)}`}`)
          expect([name, type, page.status]).toEqual([name, type, 200])
          rows.push(...page.body.items)
          total = page.body.count?.total ?? total
          after = page.body.after
        }
        const ids = (list: readonly string[]) => [...list].sort()
        expect([name, type, ids(rows.map(({ id }) => id))]).toEqual([name, type, ids(readable.map(({ document }) => document.id))])
        expect([name, type, total]).toEqual([name, type, readable.length])
        for (const { document, readers } of readable) {
          const seen = visibleFields(site, type, person, document, { reader, readers })
          const { card } = rows.find(({ id }) => id === document.id)!
          expect(Object.keys(document.card).filter((field) => seen.has(field))).toEqual(
            Object.keys(document.card).filter((field) => field in card),
          )
        }
        // What the list leaves out is not there at all.
        for (const { document } of of.filter((one) => !readable.includes(one)).slice(0, 3))
          expect((await caller.get(`/api/documents/${type}/${document.id}`)).problem).toBe('document-unknown')
        if (readable.length > 0 && readable.length < of.length) some++
      }
    }
    expect(some).toBeGreaterThan(10)
  }, 120_000)
})
