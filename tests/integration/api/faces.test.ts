// Every face of a document shows what rights say, to everybody, over the whole demo office: card, history, the card as it was, lists,
// files, search and what is related. What somebody may not see is in none of them, not even as what a list is sorted or filtered by.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rightsOf } from '../../../runtime/engine/access/access.ts'
import { visibleFields } from '../../../runtime/engine/access/visible-fields.ts'
import { fieldsOf, isBackRollup } from '../../../runtime/engine/card/field.ts'
import { readerOf } from '../../../runtime/engine/document/fact-reader.ts'
import type { Facts, LinkedDocument } from '../../../runtime/engine/document/facts.ts'
import type { Site } from '../../../runtime/engine/site.ts'
import { readDocuments } from '../../../runtime/store/documents.ts'
import type { StoredDocument } from '../../../runtime/store/write.ts'
import { onEachStore } from '../../support/databases.ts'
import { type Caller, type Json, type Office, openOffice } from '../../support/office.ts'

onEachStore('the faces of a document', ({ database }) => {
  let office: Office
  let site: Site
  let documents: StoredDocument[]
  let facts: Facts
  beforeAll(async () => {
    office = await openOffice(database(), { samples: true })
    const { edges } = office.parts
    site = await edges.sites.at(database())
    const keys = await database().query<{ type: string; id: string }>('select type, id from document order by created_at, id')
    documents = await readDocuments(database(), keys)
    facts = {
      now: edges.clock.now().toISOString(),
      newId: edges.newId,
      site,
      documents: Object.fromEntries(
        documents.map(({ document, readers }) => [`${document.type}/${document.id}`, { ...document, readers } as LinkedDocument]),
      ),
      rollups: {},
      numbers: {},
      workload: {},
      lastInTurn: {},
    }
  }, 180_000)
  afterAll(() => office?.stop())

  /** What rights say of a document, for a person: nothing where they may not read it. */
  const seenBy = (person: string, { document, readers }: StoredDocument): ReadonlySet<string> | null => {
    const reader = readerOf(facts, { rollups: 'kept' })
    if (!rightsOf(site, document.type, person, { ...document, readers }, { reader, readers }).has('read')) return null
    return visibleFields(site, document.type, person, document, { reader, readers })
  }
  const everybody = () => Object.entries(office.people)
  /** Fields whose value comes from elsewhere are the business of their own rules. */
  const ownFields = (stored: StoredDocument): string[] => {
    const type = site.types.get(stored.document.type)!
    return Object.keys(stored.document.card).filter((id) => {
      const field = fieldsOf(type).get(id)
      return !field || !isBackRollup(type, field)
    })
  }
  /** Some of each type, all contracts. */
  const chosen = () => documents.filter(({ document }, index) => document.type === 'contract' || index % 4 === 0)

  it('card, history and the card as it was: the same fields, or nothing at all', async () => {
    let hidden = 0
    for (const [name, person] of everybody()) {
      const caller: Caller = office.as(name)
      for (const stored of chosen()) {
        const { type, id } = stored.document
        const path = `/api/documents/${type}/${id}`
        const seen = seenBy(person, stored)
        const [card, history, past] = await Promise.all([
          caller.get(path),
          caller.get(`${path}/history?limit=200`),
          caller.get(`${path}/at?on=${encodeURIComponent(facts.now)}`),
        ])
        if (seen === null) {
          expect([name, path, card.problem, history.problem, past.problem]).toEqual([
            name,
            path,
            'document-unknown',
            'document-unknown',
            'document-unknown',
          ])
          continue
        }
        const unseen = ownFields(stored).filter((field) => !seen.has(field))
        hidden += unseen.length
        const told = JSON.stringify([card.body.card, history.body, past.body.card])
        for (const field of unseen) {
          expect([name, path, field, field in card.body.card, field in past.body.card]).toEqual([name, path, field, false, false])
          expect([name, path, field, told.includes(`"${field}"`)]).toEqual([name, path, field, false])
        }
        for (const field of ownFields(stored))
          if (seen.has(field)) expect([name, path, field, field in card.body.card]).toEqual([name, path, field, true])
      }
    }
    // The director alone sees the margin: somebody must have been shown less, or nothing was tried.
    expect(hidden).toBeGreaterThan(20)
  }, 240_000)

  it('a list is neither filtered nor sorted by what somebody does not see, and its file has none of it', async () => {
    for (const [name, person] of everybody()) {
      const caller: Caller = office.as(name)
      const sees = site.people.get(person)!.roles.includes('director')
      for (const query of ['filter=margin%20%3E%201', 'filter=margin%20%3D%20null', 'sort=-margin', 'columns=number,margin']) {
        const answer = await caller.get(`/api/documents/contract?${query}`)
        if (answer.status === 403) continue
        const told = JSON.stringify(answer.body)
        if (!sees && !query.startsWith('columns')) expect([name, query, answer.problem]).toEqual([name, query, 'request-invalid'])
        if (!sees && answer.status === 200) expect([name, query, told.includes('"margin"')]).toEqual([name, query, false])
      }
      const file = await caller.raw('/api/documents/contract/export?format=csv')
      if (file.status !== 200) continue
      const text = await file.text()
      if (!sees) expect([name, /margin/i.test(text)]).toEqual([name, false])
      const rows = text.trim().split('\r\n').length - 1
      const readable = documents.filter((stored) => stored.document.type === 'contract' && seenBy(person, stored) !== null)
      expect([name, rows]).toEqual([name, readable.length])
    }
  }, 120_000)

  it('search and what is related show just what may be read', async () => {
    let found = 0
    for (const [name, person] of everybody()) {
      const caller: Caller = office.as(name)
      const mayRead = new Set(documents.filter((stored) => seenBy(person, stored) !== null).map(({ document }) => document.id))
      for (const word of ['contract', 'stejaru', 'beton', 'A-20']) {
        const { body } = await caller.get(`/api/search?q=${encodeURIComponent(word)}&limit=50`)
        for (const { id } of (body.documents ?? []) as Json[]) {
          found++
          expect([name, word, id, mayRead.has(id)]).toEqual([name, word, id, true])
        }
      }
      for (const { document } of documents.filter(({ document: { type, id } }) => type === 'contract' && mayRead.has(id)).slice(0, 6))
        for (const back of ['acts', 'payments', 'agreements']) {
          const { body, status } = await caller.get(`/api/documents/contract/${document.id}/related/${back}`)
          if (status !== 200) continue
          for (const { id } of body.items as Json[]) expect([name, back, id, mayRead.has(id)]).toEqual([name, back, id, true])
        }
    }
    expect(found).toBeGreaterThan(50)
  }, 120_000)

  it('notices tell nobody of what they may not see', async () => {
    for (const [name, person] of everybody()) {
      const { body } = await office.as(name).get('/api/notices?limit=200')
      const sees = site.people.get(person)!.roles.includes('director')
      for (const notice of body.items as Json[]) if (!sees) expect([name, JSON.stringify(notice).includes('margin')]).toEqual([name, false])
    }
  })
})
