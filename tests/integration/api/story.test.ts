// The whole way of one contract over HTTP, with the clock moved: from the form to its number, with those who are late.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApprovalSchema } from '../../../schemas/generated/approval-schema.ts'
import { onEachStore } from '../../support/databases.ts'
import { type MailBox, openMailBox } from '../../support/mail-box.ts'
import { type Json, type Office, openOffice } from '../../support/office.ts'

onEachStore('a contract over the amount', ({ database }) => {
  let office: Office
  let box: MailBox
  let partner: { type: 'counterparty'; id: string }
  beforeAll(async () => {
    box = await openMailBox()
    office = await openOffice(database(), { smtp: box.url })
    const made = await office.as('elena').post('/api/documents/counterparty', {
      card: { name: 'Stejaru & Fiii SRL', taxNumber: 'RO20377311', group: 'subcontractor' },
    })
    expect(made.problem).toBeUndefined()
    partner = { type: 'counterparty', id: made.body.id }
  })
  afterAll(async () => {
    await office?.stop()
    await box?.close()
  })

  const waiting = async (name: string): Promise<Json[]> => (await office.as(name).get('/api/assignments')).body.items
  const decide = async (name: string, body: object) => {
    const [row] = await waiting(name)
    return office.as(name).post(`/api/assignments/${row.assignment}/decision`, body)
  }
  const at = (answer: Json) => Object.values<Json>(answer.process.state.tokens).map(({ node }) => node)
  const noticesOf = async (name: string): Promise<Json[]> => (await office.as(name).get('/api/notices')).body.items

  describe('from the form to its number', () => {
    let path: string
    it('is filled and saved as a draft', async () => {
      const made = await office.as('elena').post('/api/documents/contract', {
        card: {
          side: 'purchase',
          counterparty: partner,
          subject: 'Termoizolarea fațadei, bloc C2',
          amount: 348_600,
          validUntil: '2027-03-31',
        },
      })
      expect(made.status).toBe(201)
      path = `/api/documents/contract/${made.body.id}`
      expect(made.headers.get('location')).toBe(path)
      expect(made.body).toMatchObject({ status: 'draft', number: null, author: office.people.elena })
      // Defaults, copies and formulas are there.
      expect(made.body.card).toMatchObject({ taxNumber: 'RO20377311', currency: 'RON', vat: 21, amountWithVat: 421_806 })
      expect(made.body.actions.map(({ action }: Json) => action)).toEqual(['submit', 'drop'])
      expect(made.body.linked[`counterparty/${partner.id}`].title.en).toBe('Stejaru & Fiii SRL')
    })
    it('is sent, and a pool of lawyers and two people of finance are asked at once', async () => {
      const sent = await office.as('elena').post(`${path}/actions`, { node: 'draft', action: 'submit' })
      expect(sent.problem).toBeUndefined()
      expect(sent.body.status).toBe('in-approval')
      expect(at(sent.body).sort()).toEqual(['finance', 'legal'])
      expect(await waiting('ana')).toMatchObject([
        { state: 'pool', node: 'legal', from: office.people.elena, late: false, amount: { value: 348_600, currency: 'RON' } },
      ])
      expect(await waiting('cristina')).toMatchObject([{ state: 'pool' }])
      expect(await waiting('radu')).toMatchObject([{ state: 'open', node: 'finance' }])
      expect(await waiting('ioana')).toMatchObject([{ state: 'open', node: 'finance' }])
      expect(await waiting('mihai')).toEqual([])
      // Two working days from Monday at nine, in Bucharest.
      expect((await waiting('radu'))[0].due).toBe('2026-10-07T06:00:00.000Z')
    })
    it('is told to each of them in the program and by e-mail, in their language', async () => {
      await office.catchUp()
      const to = (name: string) => box.mails.filter((mail) => mail.to[0] === `${name}@example.org`)
      for (const name of ['ana.munteanu', 'cristina.marin', 'radu.ionescu', 'ioana.petrescu'])
        expect([name, to(name).length]).toEqual([name, 1])
      expect(to('mihai.dragomir')).toEqual([])
      expect(to('radu.ionescu')[0]!.text).toContain(`http://localhost:3000/documents/contract/`)
      expect(to('radu.ionescu')[0]!.text).toMatch(/Deschide în Dosar/)
      expect(to('cristina.marin')[0]!.text).toMatch(/Open it in Dosar/)
      expect(await noticesOf('radu')).toMatchObject([{ about: 'asked', read: null, document: { type: 'contract' } }])
    })
    it('is claimed by one lawyer, and then waits for no other', async () => {
      const [row] = await waiting('ana')
      const claimed = await office.as('ana').post(`/api/assignments/${row.assignment}/claim`)
      expect(claimed.problem).toBeUndefined()
      expect(await waiting('ana')).toMatchObject([{ state: 'open' }])
      expect(await waiting('cristina')).toEqual([])
      const late = await office.as('cristina').post(`/api/assignments/${row.assignment}/claim`)
      expect([late.status, late.problem]).toEqual([409, 'already-claimed'])
      expect((await office.as('cristina').post(`/api/assignments/${row.assignment}/decision`, { outcome: 'approved' })).problem).toBe(
        'already-claimed',
      )
    })
    it('is approved by the lawyer and by one of finance, who fills the cost centre with the decision', async () => {
      expect((await decide('ana', { outcome: 'approved' })).problem).toBeUndefined()
      const radu = await decide('radu', { outcome: 'approved', changes: [{ path: 'costCentre', to: 'SB-014' }] })
      expect(radu.problem).toBeUndefined()
      expect(radu.body.card.costCentre).toBe('SB-014')
      expect(at(radu.body)).toContain('finance')
    })
    it('meanwhile the schema is changed and published', async () => {
      const schema = structuredClone(office.set.schemas.find(({ id }) => id === 'contract-approval')!) as Json as ApprovalSchema
      const nodes = (schema as Json).nodes as Json[]
      nodes.splice(1, 0, {
        id: 'secretary',
        kind: 'approval',
        label: 'Secretary',
        status: 'in-approval',
        ask: [{ id: 'secretary', who: [{ role: 'secretary' }], take: 'one' }],
        ifNobody: { ask: [{ id: 'head', who: [{ managerOf: 'author' }] }] },
        xy: [100, 0],
      })
      const routes = (schema as Json).routes as Json[]
      routes[0] = { from: 'draft', on: 'submit', to: 'secretary' }
      routes.push({ from: 'secretary', on: 'approved', to: 'review' }, { from: 'secretary', on: 'rejected', to: 'draft' })
      const draft = await office.as('daria').put('/api/drafts/approval-schema/contract-approval', { body: schema, base: null, revision: 0 })
      expect(draft.problem).toBeUndefined()
      expect(draft.body.findings.filter(({ level }: Json) => level === 'problem')).toEqual([])
      const published = await office.as('daria').post('/api/releases', {
        drafts: [{ kind: 'approval-schema', id: 'contract-approval', revision: draft.body.draft.revision }],
        message: 'The secretary looks first',
      })
      expect([published.status, published.problem]).toEqual([201, undefined])
    })
    it('reminds the one who is late, and her head', async () => {
      office.clock.to('2026-10-07T07:00:00.000Z')
      await office.catchUp()
      expect(await waiting('ioana')).toMatchObject([{ late: true }])
      expect((await noticesOf('ioana')).filter(({ about }) => about !== 'asked').length).toBeGreaterThan(0)
      expect((await noticesOf('gabriela')).length).toBeGreaterThan(0)
      expect((await noticesOf('radu')).filter(({ about }) => about !== 'asked')).toEqual([])
      expect(box.mails.filter(({ to }) => to[0] === 'ioana.petrescu@example.org').length).toBeGreaterThan(1)
      expect(box.mails.filter(({ to }) => to[0] === 'gabriela.stan@example.org').length).toBeGreaterThan(0)
    })
    it('is not decided late without a reason of the list', async () => {
      const without = await decide('ioana', { outcome: 'approved' })
      expect([without.status, without.problem]).toEqual([422, 'overdue-reason-missing'])
      expect((await decide('ioana', { outcome: 'approved', reason: 'i-forgot' })).problem).toBe('reason-unknown')
      const reasoned = await decide('ioana', { outcome: 'approved', reason: 'papers-missing', comment: 'Polița a venit abia azi.' })
      expect(reasoned.problem).toBeUndefined()
      expect(at(reasoned.body)).toEqual(['director'])
    })
    it('goes to the director because of its amount, on the release that it began with', async () => {
      const [row] = await waiting('mihai')
      expect(row).toMatchObject({ node: 'director' })
      const decided = await decide('mihai', { outcome: 'approved', changes: [{ path: 'margin', to: 12.5 }] })
      expect(decided.problem).toBeUndefined()
      expect(decided.body).toMatchObject({ status: 'signing', card: { margin: 12.5 } })
      // The margin is for the director alone.
      const seen = await office.as('elena').get(path)
      expect(seen.body.card).not.toHaveProperty('margin')
      const history = await office.as('elena').get(`${path}/history`)
      expect(JSON.stringify(history.body)).not.toContain('12.5')
    })
    it('is not signed without its dates, then gets its number and comes into force', async () => {
      const elena = office.as('elena')
      const missing = await elena.post(`${path}/actions`, { node: 'signing', action: 'signed' })
      expect([missing.status, missing.problem]).toEqual([422, 'card-incomplete'])
      const signed = await elena.post(`${path}/actions`, {
        node: 'signing',
        action: 'signed',
        changes: [{ path: 'signedOn', to: '2026-10-07' }],
      })
      expect(signed.problem).toBeUndefined()
      expect(signed.body).toMatchObject({ status: 'in-force', number: 'A-2026/0001' })
      expect(signed.body.title.en).toBe('Contract A-2026/0001 with Stejaru & Fiii SRL')
    })
    it('tells accountant and secretary that it is in force', async () => {
      await office.catchUp()
      for (const name of ['gabriela', 'irina'])
        expect((await noticesOf(name)).map(({ text }) => text.en)).toContain('Contract A-2026/0001 with Stejaru & Fiii SRL is in force.')
    })
    it('keeps who said what, for whom and why in its history', async () => {
      const { items } = (await office.as('elena').get(`${path}/history`)).body
      const decided = items.filter(({ what }: Json) => what === 'assignment-decided').reverse()
      expect(decided.map(({ by }: Json) => by)).toEqual(['ana', 'radu', 'ioana', 'mihai'].map((name) => office.people[name]))
      expect(decided[2]).toMatchObject({ reason: 'papers-missing', comment: 'Polița a venit abia azi.', action: 'approved' })
      const filled = items.find(({ changes }: Json) => changes.some(({ path: at }: Json) => at === 'costCentre'))
      expect(filled.changes).toContainEqual(expect.objectContaining({ path: 'costCentre', before: null, after: 'SB-014' }))
    })
    it('is told apart from the next one, which follows the new schema', async () => {
      const next = await office.as('elena').post('/api/documents/contract', {
        card: { side: 'purchase', counterparty: partner, subject: 'Schele', amount: 100, validUntil: '2027-03-31' },
      })
      const sent = await office.as('elena').post(`/api/documents/contract/${next.body.id}/actions`, { node: 'draft', action: 'submit' })
      expect(at(sent.body)).toEqual(['secretary'])
      expect(await waiting('irina')).toMatchObject([{ node: 'secretary', state: 'pool' }])
    })
    it('left nothing behind that the clock could not do', async () => {
      const failures = await office.as('daria').get('/api/failures')
      expect(failures.body.items).toEqual([])
      expect(office.logged.filter(({ level }) => level === 'error')).toEqual([])
    })
  })
})
