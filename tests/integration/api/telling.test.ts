// What people are told: notices, live changes, e-mails and webhooks; and what could not be delivered.
import { createHmac } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDue } from '../../../runtime/store/due.ts'
import { startClock } from '../../../runtime/worker/clock.ts'
import { aContract, aContractInApproval, aContractInForce, assignmentAt, pathOf } from '../../support/contracts.ts'
import { onEachStore } from '../../support/databases.ts'
import { type MailBox, openMailBox } from '../../support/mail-box.ts'
import { type Answer, type Caller, type Json, type Office, openOffice } from '../../support/office.ts'

/** Reads a stream of server-sent events as it comes. */
async function listen(caller: Caller): Promise<{ until(found: (message: Json) => boolean): Promise<Json[]>; leave(): Promise<void> }> {
  const response = await caller.raw('/api/live')
  if (response.status !== 200) throw new Error(`the stream answers ${response.status}`)
  const reader = response.body!.getReader()
  const decoder = new TextDecoder()
  const heard: Json[] = []
  let rest = ''
  const read = async () => {
    const { value, done } = await reader.read()
    if (done) throw new Error('the stream ended')
    rest += decoder.decode(value, { stream: true })
    const blocks = rest.split('\n\n')
    rest = blocks.pop()!
    for (const block of blocks) {
      const data = /^data: ?(.*)$/m.exec(block)?.[1]
      heard.push(data ? JSON.parse(data) : { kind: /^event: ?(.*)$/m.exec(block)?.[1] })
    }
  }
  const until = async (found: (message: Json) => boolean) => {
    while (!heard.some(found)) await read()
    return heard
  }
  await until(({ kind }) => kind === 'hello')
  return { until, leave: () => reader.cancel() }
}

onEachStore('what people are told', ({ database }) => {
  let office: Office
  let box: MailBox
  beforeAll(async () => {
    box = await openMailBox()
    office = await openOffice(database(), { smtp: box.url, webhooksInside: true })
  })
  afterAll(async () => {
    await office?.stop()
    await box?.close()
  })
  const elena = () => office.as('elena')

  it('goes to one person in the order in which it was written, however slow the first mail is; others need not wait', async () => {
    const { edges } = office.parts
    const [radu, ioana] = [office.people.radu!, office.people.ioana!]
    const sent: string[] = []
    const sending = startClock(edges, {
      async send({ key }) {
        if (key === 'first') await new Promise((resolve) => setTimeout(resolve, 200))
        sent.push(key)
        return { ok: true }
      },
    })
    const at = office.clock.now().toISOString()
    // One lease takes all of them.
    await database().transaction(async (tx) => {
      for (const [key, to] of [
        ['first', radu],
        ['second', radu],
        ['other', ioana],
      ] as const)
        await makeDue(tx, { kind: 'delivery', at, key, payload: { via: 'email', notice: edges.newId(), to } })
    })
    await sending.catchUp()
    await sending.stop()
    expect(sent).toEqual(['other', 'first', 'second'])
  })

  describe('in the program', () => {
    it('is counted until it is read, each by itself or all at once, by nobody else', async () => {
      for (let n = 0; n < 3; n++) await aContractInApproval(office)
      const radu = office.as('radu')
      const first = (await radu.get('/api/notices')).body
      expect(first).toMatchObject({ unread: 3, items: [{ about: 'asked', read: null, document: { type: 'contract' } }, {}, {}] })
      expect(first.items[0].text.ro).toBeTruthy()
      const one = first.items[0].id
      expect((await office.as('ioana').post('/api/notices/read', { ids: [one] })).body).toEqual({ unread: 3 })
      expect((await radu.get('/api/notices')).body.unread).toBe(3)
      expect((await radu.post('/api/notices/read', { ids: [one] })).body).toEqual({ unread: 2 })
      expect((await radu.post('/api/notices/read', { ids: 'all' })).body).toEqual({ unread: 0 })
      expect((await radu.post('/api/notices/read', { ids: 'some' })).problem).toBe('request-invalid')
    })
    it('comes page by page, and a mark that no page has answered is ignored', async () => {
      const radu = office.as('radu')
      const items: Json[] = []
      for (let after: string | null = ''; after !== null; ) {
        const page: Answer = await radu.get(`/api/notices?limit=1${after && `&after=${encodeURIComponent(after)}`}`)
        items.push(...page.body.items)
        after = page.body.after
      }
      expect(items).toEqual((await radu.get('/api/notices')).body.items)
      for (const path of ['/api/notices', '/api/assignments'])
        for (const after of [
          'x',
          'x~y',
          "2026-01-01T00:00:00.000Z~' or 1=1",
          '2026-99-01T00:00:00.000Z~019ab000-0000-7000-8000-000000000001',
        ])
          expect([after, (await radu.get(`${path}?after=${encodeURIComponent(after)}`)).status]).toEqual([after, 200])
      expect((await office.as('daria').get('/api/failures?after=x~y')).status).toBe(200)
    })
  })

  describe('live', () => {
    it('names a changed document to who may read it, and tells who is asked that something waits', async () => {
      const [radu, vlad] = [await listen(office.as('radu')), await listen(office.as('vlad'))]
      const sent = await aContractInApproval(office)
      const heard = await radu.until(({ kind }) => kind === 'notices')
      expect(heard).toContainEqual(expect.objectContaining({ kind: 'document', type: 'contract', id: sent.body.id }))
      expect(heard).toContainEqual({ kind: 'inbox' })
      expect(heard.find(({ kind }) => kind === 'notices').unread).toBeGreaterThan(0)
      // Vlad may read counterparties, not this contract: he hears of the first alone.
      const told = await vlad.until(({ type }) => type === 'counterparty')
      await radu.leave()
      await vlad.leave()
      expect(told.some(({ type, kind }) => type === 'contract' || kind === 'inbox')).toBe(false)
    })
    it('names what was written under locks as well, and only once it is there', async () => {
      const stream = await listen(elena())
      // Signing takes a number, and an act is held against what its contract has left: both under locks.
      const contract = await aContractInForce(office)
      await stream.until(({ id, revision }) => id === contract.body.id && revision > 1)
      const card = { contract: { type: 'contract', id: contract.body.id }, periodFrom: '2026-09-01', periodTo: '2026-09-30', amount: 100 }
      const act = await elena().post('/api/documents/act', { card })
      expect(act.status).toBe(201)
      await stream.until(({ id }) => id === act.body.id)
      await stream.leave()
      expect(office.logged.filter(({ event }) => event === 'live-not-told')).toEqual([])
    })
    it('tells of a new release', async () => {
      const stream = await listen(elena())
      await office.publish([
        { kind: 'directory', id: 'regions', body: { ...office.set.directories.find(({ id }) => id === 'regions')!, label: 'Regions' } },
      ])
      const { release } = (await elena().get('/api/session')).body.site
      expect(await stream.until(({ kind }) => kind === 'release')).toContainEqual({ kind: 'release', release })
      await stream.leave()
    })
    it('forgets who has gone', async () => {
      const before = office.parts.api.live.connected
      const stream = await listen(elena())
      expect(office.parts.api.live.connected).toBe(before + 1)
      await stream.leave()
      await expect.poll(() => office.parts.api.live.connected).toBe(before)
    })
    it('is not for those who are not signed in', async () => {
      expect((await office.caller().raw('/api/live')).status).toBe(401)
    })
  })

  describe('by e-mail', () => {
    it('is tried again while the server does not take it, given up into a list, and sent when somebody asks', async () => {
      await office.catchUp()
      const before = box.mails.length
      box.refuse(451)
      const sent = await aContractInApproval(office)
      await office.catchUp()
      expect(box.mails.length).toBe(before)
      expect((await office.as('daria').get('/api/failures')).body.items).toEqual([])
      // Ten tries, ten seconds apart at first and never more than an hour and a half before the last.
      for (let n = 0; n < 9; n++) {
        office.clock.to(1.5)
        await office.catchUp()
      }
      const { items } = (await office.as('daria').get('/api/failures?limit=200')).body
      const lost = items.filter(({ document }: Json) => document?.id === sent.body.id)
      expect(lost.length).toBeGreaterThanOrEqual(4)
      expect(lost[0]).toMatchObject({ kind: 'email', attempts: 10, lastError: expect.stringContaining('refused by the test') })
      expect(lost.map(({ to }: Json) => to)).toEqual(expect.arrayContaining(['Radu Ionescu', 'Ioana Petrescu']))
      expect((await office.as('elena').get('/api/failures')).problem).toBe('not-allowed')
      expect((await office.as('elena').post(`/api/failures/${lost[0].id}/retry`)).problem).toBe('not-allowed')
      box.refuse(null)
      for (const { id } of items) expect((await office.as('daria').post(`/api/failures/${id}/retry`)).status).toBe(204)
      expect((await office.as('daria').post(`/api/failures/${lost[0].id}/retry`)).problem).toBe('not-found')
      await office.catchUp()
      expect((await office.as('daria').get('/api/failures')).body.items).toEqual([])
      expect(box.mails.length).toBeGreaterThanOrEqual(before + 4)
    }, 60_000)
    it('that no mailbox will ever take is given up at once', async () => {
      box.refuse(550)
      const sent = await aContractInApproval(office)
      await office.catchUp()
      const { items } = (await office.as('daria').get('/api/failures?limit=200')).body
      expect(items.filter(({ document }: Json) => document?.id === sent.body.id)[0]).toMatchObject({ kind: 'email', attempts: 1 })
      box.refuse(null)
    })
  })

  describe('by webhook', () => {
    let server: Server
    const got: { headers: Record<string, unknown>; body: string }[] = []
    let answer = 204
    beforeAll(async () => {
      server = createServer((request, response) => {
        let body = ''
        request.on('data', (part) => (body += part))
        request.on('end', () => {
          got.push({ headers: request.headers, body })
          response.writeHead(answer).end()
        })
      })
      await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
      const schema = structuredClone(office.set.schemas.find(({ id }) => id === 'contract-approval')) as Json
      schema.nodes.find(({ id }: Json) => id === 'register').does.push({ do: 'webhook', webhook: 'archive' })
      await office.publish([{ kind: 'approval-schema', id: 'contract-approval', body: schema }])
    })
    afterAll(() => new Promise((done) => server.close(done)))

    it('leads where the administrator says, and nobody else may say it', async () => {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
      expect((await elena().put('/api/office/webhooks/archive', { url })).problem).toBe('not-allowed')
      expect((await elena().get('/api/office/webhooks')).problem).toBe('not-allowed')
      for (const wrong of ['ftp://x.example', 'javascript:alert(1)', 'nonsense'])
        expect([wrong, (await office.as('daria').put('/api/office/webhooks/archive', { url: wrong })).problem]).toEqual([
          wrong,
          'request-invalid',
        ])
      const saved = await office.as('daria').put('/api/office/webhooks/archive', { url })
      expect(saved.body.items).toMatchObject([{ id: 'archive', url }])
    })
    it('arrives signed with the key that the administrator was shown, without what is confidential', async () => {
      const { key } = (await office.as('daria').get('/api/office/webhooks')).body
      const inForce = await aContractInForce(office, { amount: 150_000 })
      await office.catchUp()
      expect(got).toHaveLength(1)
      const { headers, body } = got[0]!
      const bytes = Buffer.from(key.replace('whsec_', ''), 'base64')
      const signature = createHmac('sha256', bytes)
        .update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`)
        .digest('base64')
      expect(headers['webhook-signature']).toBe(`v1,${signature}`)
      expect(JSON.parse(body)).toMatchObject({ event: 'contract.register' })
      expect(body).toContain(inForce.body.id)
      expect(body).not.toContain('margin')
    })
    it('is tried again after a failure, and gives up where its receiver is gone', async () => {
      answer = 500
      await aContractInForce(office)
      await office.catchUp()
      expect(got).toHaveLength(2)
      answer = 204
      office.clock.to(1)
      await office.catchUp()
      expect(got).toHaveLength(3)
      expect(got[2]!.headers['webhook-id']).toBe(got[1]!.headers['webhook-id'])
      answer = 410
      const gone = await aContractInForce(office)
      await office.catchUp()
      const { items } = (await office.as('daria').get('/api/failures?limit=200')).body
      expect(items.find(({ kind }: Json) => kind === 'webhook')).toMatchObject({
        document: { id: gone.body.id },
        to: expect.stringContaining('/hook'),
      })
    })
  })

  describe('by a reminder', () => {
    it('comes once for each occasion, however often the clock looks', async () => {
      office.clock.to('2026-11-02T07:00:00.000Z')
      await office.catchUp()
      const contract = await aContractInForce(office, { validUntil: '2026-12-02' })
      expect(contract.body.status).toBe('in-force')
      const about = async (name: string) =>
        ((await office.as(name).get('/api/notices?limit=200')).body.items as Json[]).filter(
          ({ about: what, document }) => what === 'reminder' && document?.id === contract.body.id,
        )
      for (let round = 0; round < 10; round++) {
        office.clock.to(24 * 4)
        await office.catchUp()
        await office.catchUp()
      }
      const told = await about('elena')
      expect(told.length).toBeGreaterThan(0)
      expect(new Set(told.map(({ at }) => at.slice(0, 10))).size).toBe(told.length)
    }, 120_000)
    it('is not repeated for what was decided meanwhile', async () => {
      const sent = await aContractInApproval(office)
      await office
        .as('radu')
        .post(`/api/assignments/${assignmentAt(sent, 'finance', office.people.radu!)}/decision`, { outcome: 'approved' })
      office.clock.to(24 * 4)
      await office.catchUp()
      const told = ((await office.as('radu').get('/api/notices?limit=200')).body.items as Json[]).filter(
        ({ document }) => document?.id === sent.body.id,
      )
      expect(told.map(({ about }) => about)).toEqual(['asked'])
    })
  })

  it('never speaks of a draft to who may not read it', async () => {
    const draft = await aContract(office)
    await office.catchUp()
    const told = ((await office.as('vlad').get('/api/notices?limit=200')).body.items as Json[]).filter(
      ({ document }) => document?.id === draft.body.id,
    )
    expect([told, (await office.as('vlad').get(pathOf(draft))).status]).toEqual([[], 404])
  })
})
