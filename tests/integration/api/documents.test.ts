// One document over HTTP: made, read, changed, decided; and every way in which that is refused, with nothing left behind.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aContract, aContractInApproval, aContractInForce, aPartner, assignmentAt, pathOf } from '../../support/contracts.ts'
import { onEachStore } from '../../support/databases.ts'
import { type Answer, type Json, type Office, openOffice } from '../../support/office.ts'

onEachStore('a document', ({ database }) => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice(database())
  })
  afterAll(() => office?.stop())
  const elena = () => office.as('elena')
  const refusal = ({ status, problem }: Answer) => [status, problem]
  /** How many events there are: a refusal adds none. */
  const events = async () => (await office.database.query<{ n: number }>('select count(*)::int as n from event'))[0]!.n

  describe('that is made', () => {
    it('refuses an unknown type and says what may have been meant', async () => {
      const answer = await elena().post('/api/documents/contracts', { card: {} }, { 'accept-language': 'en' })
      expect(refusal(answer)).toEqual([404, 'type-unknown'])
      expect(answer.body.problem).toMatchObject({ type: 'contracts', didYouMean: 'contract' })
    })
    it('refuses values that do not fit, all at once, each with its place', async () => {
      const before = await events()
      const answer = await elena().post('/api/documents/contract', {
        card: {
          ammount: 1,
          amount: 'much',
          vat: 120,
          side: 'gift',
          validUntil: '2027-02-30',
          responsible: randomUUID(),
          works: [{ what: 'x' }],
        },
      })
      expect(refusal(answer)).toEqual([422, 'card-invalid'])
      const { errors } = answer.body.problem
      const at = (path: string) => errors.find((error: Json) => error.path === path)
      expect(at('ammount')).toMatchObject({ expected: expect.stringContaining('amount') })
      expect(at('amount')).toMatchObject({ found: 'much' })
      for (const path of ['vat', 'side', 'validUntil']) expect([path, at(path) !== undefined]).toEqual([path, true])
      expect(await events()).toBe(before)
    })
    it('refuses more digits than can be kept exactly', async () => {
      const answer = await elena().post('/api/documents/contract', '{"card": {"amount": 12345678901234567.5}}')
      expect(refusal(answer)).toEqual([422, 'card-invalid'])
      expect(answer.body.problem.errors[0]).toMatchObject({ path: 'amount' })
    })
    it('refuses what the request itself may not have', async () => {
      const answer = await elena().post('/api/documents/contract', { card: {}, author: office.people.mihai })
      expect(refusal(answer)).toEqual([422, 'request-invalid'])
      expect(JSON.stringify(answer.body.problem.errors)).toContain('author')
    })
    it('refuses a calculated value and a link to nothing', async () => {
      const answer = await elena().post('/api/documents/contract', { card: { amountWithVat: 5 } })
      expect(answer.status).toBeGreaterThanOrEqual(400)
      const nowhere = await elena().post('/api/documents/contract', { card: { counterparty: { type: 'counterparty', id: randomUUID() } } })
      expect(refusal(nowhere)).toEqual([422, 'card-invalid'])
      const nobody = await elena().post('/api/documents/contract', { card: { responsible: randomUUID() } })
      expect(refusal(nobody)).toEqual([422, 'card-invalid'])
      expect(nobody.body.problem.errors[0]).toMatchObject({ path: 'responsible' })
    })
    it('is a record only when all that it requires is there', async () => {
      const answer = await elena().post('/api/documents/counterparty', { card: { taxNumber: 'RO1234567' } })
      expect(refusal(answer)).toEqual([422, 'card-incomplete'])
      expect(answer.body.problem.fields).toEqual(['name', 'group'])
    })
    it('refuses a second one with a value that must be unique, and names the twin to who may read it', async () => {
      const first = await aPartner(office, { taxNumber: 'RO999999' })
      const twin = await elena().post('/api/documents/counterparty', {
        card: { name: 'Twin', taxNumber: 'RO999999', group: 'subcontractor' },
      })
      expect(refusal(twin)).toEqual([409, 'not-unique'])
      expect(twin.body.problem).toMatchObject({ field: 'taxNumber', twin: first })
    })
    it('refuses who may not', async () => {
      expect(refusal(await office.as('vlad').post('/api/documents/contract', { card: {} }))).toEqual([403, 'not-allowed'])
    })
  })

  describe('that is read', () => {
    it('says nothing to a stranger, not even that it exists', async () => {
      const path = pathOf(await aContract(office))
      const stranger = office.as('vlad')
      for (const [method, at, body] of [
        ['get', path, undefined],
        ['get', `${path}/history`, undefined],
        ['get', `${path}/at?on=2026-10-05T12:00:00.000Z`, undefined],
        ['get', `${path}/related/acts`, undefined],
        ['patch', path, { changes: [{ path: 'amount', to: 1 }] }],
        ['post', `${path}/actions`, { node: 'draft', action: 'submit' }],
        ['post', `${path}/commands/withdraw`, {}],
      ] as const) {
        const answer =
          method === 'get' ? await stranger.get(at) : method === 'patch' ? await stranger.patch(at, body) : await stranger.post(at, body)
        expect([at, ...refusal(answer)]).toEqual([at, 404, 'document-unknown'])
        expect(JSON.stringify(answer.body)).not.toContain('Schele')
      }
    })
    it('answers the same for one that is not there, and for an id that is none', async () => {
      for (const id of [randomUUID(), 'nonsense', '1', '%27'])
        expect([id, ...refusal(await elena().get(`/api/documents/contract/${id}`))]).toEqual([id, 404, 'document-unknown'])
    })
    it('has its revision in the ETag', async () => {
      const made = await aContract(office)
      expect(made.headers.get('etag')).toBe(`"${made.body.revision}"`)
      const read = await elena().get(pathOf(made))
      expect(read.headers.get('etag')).toBe(made.headers.get('etag'))
    })
    it('shows nobody what they may not see, whoever wrote it', async () => {
      const sent = await aContractInApproval(office, { amount: 200_000 })
      const path = pathOf(sent)
      for (const [name, node, person] of [
        ['ana', 'legal', null],
        ['radu', 'finance', 'radu'],
        ['ioana', 'finance', 'ioana'],
      ] as const)
        await office
          .as(name)
          .post(`/api/assignments/${assignmentAt(sent, node, person && office.people[person]!)}/decision`, { outcome: 'approved' })
      const now = await office.as('mihai').get(path)
      const decided = await office.as('mihai').post(`/api/assignments/${assignmentAt(now, 'director', null)}/decision`, {
        outcome: 'approved',
        changes: [{ path: 'margin', to: 17.25 }],
      })
      expect(decided.body.card.margin).toBe(17.25)
      for (const name of ['elena', 'ana', 'radu', 'daria'])
        for (const at of [
          path,
          `${path}/history`,
          `${path}/at?on=2027-01-01T00:00:00.000Z`,
          '/api/documents/contract',
          '/api/types/contract',
        ]) {
          const { status, body } = await office.as(name).get(at)
          expect(status).toBe(200)
          // Daria is the administrator: she sees the field's definition, not its values, unless the rule says so.
          expect([name, at, JSON.stringify(body).includes('17.25')]).toEqual([name, at, false])
        }
    })
  })

  describe('that is changed', () => {
    it('takes a change from what was seen, and says what it calculated', async () => {
      const made = await aContract(office)
      const edited = await elena().patch(
        pathOf(made),
        {
          changes: [
            { path: 'amount', from: 5_000, to: 0.1 },
            { path: 'vat', from: 21, to: 0 },
          ],
        },
        { 'if-match': made.headers.get('etag')! },
      )
      expect(edited.problem).toBeUndefined()
      expect(edited.body.card).toMatchObject({ amount: 0.1, amountWithVat: 0.1 })
      expect(edited.body.revision).toBeGreaterThan(made.body.revision)
      expect(edited.headers.get('etag')).toBe(`"${edited.body.revision}"`)
    })
    it('is refused with 412 where the ETag is old, and with 422 where it is none', async () => {
      const made = await aContract(office)
      const etag = made.headers.get('etag')!
      await elena().patch(pathOf(made), { changes: [{ path: 'subject', to: 'Altele' }] })
      const stale = await elena().patch(pathOf(made), { changes: [{ path: 'amount', to: 6_000 }] }, { 'if-match': etag })
      expect(refusal(stale)).toEqual([412, 'stale'])
      expect(refusal(await elena().patch(pathOf(made), { changes: [{ path: 'amount', to: 6_000 }] }, { 'if-match': 'yesterday' }))).toEqual(
        [422, 'request-invalid'],
      )
      expect((await elena().get(pathOf(made))).body.card.amount).toBe(5_000)
    })
    it('meets another change only in the same field', async () => {
      const made = await aContract(office)
      const path = pathOf(made)
      await elena().patch(path, { changes: [{ path: 'subject', from: 'Schele', to: 'Cofraje' }] })
      const other = await elena().patch(path, { changes: [{ path: 'amount', from: 5_000, to: 6_000 }] })
      expect(other.body.card).toMatchObject({ subject: 'Cofraje', amount: 6_000 })
      const same = await elena().patch(path, { changes: [{ path: 'subject', from: 'Schele', to: 'Zidărie' }] })
      expect(refusal(same)).toEqual([409, 'edit-conflict'])
      expect(same.body.problem.conflicts).toEqual([{ path: 'subject', yours: 'Zidărie', theirs: 'Cofraje' }])
    })
    it('is refused by a rule of its type, in its own words', async () => {
      const made = await aContract(office)
      const broken = await elena().patch(pathOf(made), { changes: [{ path: 'signedOn', to: '2028-01-01' }] }, { 'accept-language': 'ro' })
      expect(refusal(broken)).toEqual([422, 'check-failed'])
      expect(broken.body.detail).toBe('Un contract nu se poate încheia înainte de semnare.')
    })
    it('by who may not at this step is refused, and so is a field that is not theirs', async () => {
      const sent = await aContractInApproval(office)
      expect(refusal(await elena().patch(pathOf(sent), { changes: [{ path: 'amount', to: 1 }] }))).toEqual([403, 'not-allowed'])
      const finance = await office.as('radu').patch(pathOf(sent), { changes: [{ path: 'costCentre', to: 'SB-014' }] })
      expect(finance.body.card.costCentre).toBe('SB-014')
      const more = await office.as('radu').patch(pathOf(sent), {
        changes: [
          { path: 'costCentre', to: 'SB-015' },
          { path: 'amount', to: 1 },
        ],
      })
      expect(refusal(more)).toEqual([403, 'not-allowed'])
      expect((await elena().get(pathOf(sent))).body.card).toMatchObject({ costCentre: 'SB-014', amount: 5_000 })
    })
    it('with a pattern that does not hold names it', async () => {
      const sent = await aContractInApproval(office)
      const wrong = await office.as('radu').patch(pathOf(sent), { changes: [{ path: 'costCentre', to: 'sb14' }] })
      expect(refusal(wrong)).toEqual([422, 'card-invalid'])
      expect(wrong.body.problem.errors[0]).toMatchObject({ path: 'costCentre', found: 'sb14' })
    })
    it('keeps rows apart by their ids', async () => {
      const made = await aContract(office, {
        works: [{ _id: '019ab000-0000-7000-8000-000000000001', what: 'Schele', quantity: 2, unitPrice: 10.5 }],
      })
      expect(made.body.card.works[0]).toMatchObject({ price: 21 })
      const edited = await elena().patch(pathOf(made), {
        changes: [{ path: 'works/019ab000-0000-7000-8000-000000000001/quantity', from: 2, to: 3 }],
      })
      expect(edited.problem).toBeUndefined()
      expect(edited.body.card).toMatchObject({ planned: 31.5, works: [{ quantity: 3, price: 31.5 }] })
    })
  })

  describe('that is decided', () => {
    it('is refused by an unknown button, an unknown step, and what is not filled', async () => {
      const draft = await elena().post('/api/documents/contract', { card: { subject: 'Gol' } })
      const act = (body: object) => elena().post(`${pathOf(draft)}/actions`, body)
      expect(refusal(await act({ node: 'draft', action: 'send' }))).toEqual([422, 'action-unknown'])
      expect(refusal(await act({ node: 'signing', action: 'signed' }))).toEqual([409, 'not-at-node'])
      const empty = await act({ node: 'draft', action: 'submit' })
      expect(refusal(empty)).toEqual([422, 'card-incomplete'])
      expect(empty.body.problem.fields).toEqual(expect.arrayContaining(['side', 'counterparty', 'amount', 'validUntil']))
      expect(empty.body.detail).toBe('Completează mai întâi: Noi, Partener, Valoare fără TVA, Valabil până la.')
    })
    it('is refused to who is not asked, by an unknown outcome, and without the comment that it needs', async () => {
      const sent = await aContractInApproval(office)
      const radus = assignmentAt(sent, 'finance', office.people.radu!)
      const decide = (name: string, body: object) => office.as(name).post(`/api/assignments/${radus}/decision`, body)
      expect(refusal(await decide('ioana', { outcome: 'approved' }))).toEqual([403, 'not-your-turn'])
      expect(refusal(await decide('vlad', { outcome: 'approved' }))).toEqual([404, 'assignment-unknown'])
      const unknown = await decide('radu', { outcome: 'maybe' })
      expect(refusal(unknown)).toEqual([422, 'outcome-unknown'])
      expect(unknown.body.problem.expected).toEqual(['approved', 'rejected'])
      expect(refusal(await decide('radu', { outcome: 'rejected' }))).toEqual([422, 'comment-missing'])
      expect(refusal(await office.as('radu').post(`/api/assignments/${randomUUID()}/decision`, { outcome: 'approved' }))).toEqual([
        404,
        'assignment-unknown',
      ])
      expect(refusal(await office.as('radu').post(`/api/assignments/none/decision`, { outcome: 'approved' }))).toEqual([
        404,
        'assignment-unknown',
      ])
    })
    it('is closed afterwards, and says who closed it', async () => {
      const sent = await aContractInApproval(office)
      const radus = assignmentAt(sent, 'finance', office.people.radu!)
      expect((await office.as('radu').post(`/api/assignments/${radus}/decision`, { outcome: 'approved' })).status).toBe(200)
      const again = await office.as('radu').post(`/api/assignments/${radus}/decision`, { outcome: 'rejected', comment: 'Nu.' })
      expect(refusal(again)).toEqual([409, 'assignment-closed'])
      expect(again.body.problem).toMatchObject({ by: office.people.radu, outcome: 'approved' })
      expect(again.body.detail).toContain('Radu Ionescu')
    })
    it('is asked again where what the step shows has changed meanwhile', async () => {
      const sent = await aContractInApproval(office)
      const radus = assignmentAt(sent, 'finance', office.people.radu!)
      const changed = await office.as('ioana').patch(pathOf(sent), { changes: [{ path: 'paymentDays', to: 45 }] })
      const blind = await office
        .as('radu')
        .post(`/api/assignments/${radus}/decision`, { outcome: 'approved', sawRevision: sent.body.revision })
      expect(refusal(blind)).toEqual([409, 'card-changed'])
      expect(blind.body.problem.fields).toContain('paymentDays')
      const seen = await office
        .as('radu')
        .post(`/api/assignments/${radus}/decision`, { outcome: 'approved', sawRevision: changed.body.revision })
      expect(seen.status).toBe(200)
    })
    it('can be claimed and put back, delegated and reassigned, by who may', async () => {
      const sent = await aContractInApproval(office)
      const legal = assignmentAt(sent, 'legal', null)
      const give = (name: string, command: string, body: object = {}) => office.as(name).post(`/api/assignments/${legal}/${command}`, body)
      expect(refusal(await give('ana', 'give-back'))).toEqual([409, 'not-claimed'])
      expect((await give('ana', 'claim')).status).toBe(200)
      expect((await give('ana', 'give-back')).status).toBe(200)
      expect((await give('cristina', 'claim')).status).toBe(200)
      expect(refusal(await give('cristina', 'delegate', { to: randomUUID() }))).toEqual([422, 'person-unknown'])
      expect((await give('cristina', 'delegate', { to: office.people.stefan })).status).toBe(200)
      expect((await office.as('stefan').get('/api/assignments')).body.items.map(({ assignment }: Json) => assignment)).toContain(legal)
      expect(refusal(await give('radu', 'reassign', { to: office.people.ana, comment: 'x' }))).toEqual([403, 'not-allowed'])
      expect(refusal(await give('daria', 'explode'))).toEqual([422, 'request-invalid'])
    })
    it('can be withdrawn by its author, and what was open ends', async () => {
      const sent = await aContractInApproval(office)
      const radus = assignmentAt(sent, 'finance', office.people.radu!)
      expect(refusal(await office.as('radu').post(`${pathOf(sent)}/commands/withdraw`))).toEqual([403, 'not-allowed'])
      const withdrawn = await elena().post(`${pathOf(sent)}/commands/withdraw`, { comment: 'Mai am de lucru' })
      expect(withdrawn.body.status).toBe('draft')
      expect(refusal(await office.as('radu').post(`/api/assignments/${radus}/decision`, { outcome: 'approved' }))).toEqual([
        409,
        'assignment-closed',
      ])
      expect(refusal(await elena().post(`${pathOf(sent)}/commands/explode`))).toEqual([422, 'request-invalid'])
    })
  })

  describe('with an Idempotency-Key', () => {
    it('is made once, and the answer is the same', async () => {
      const before = await events()
      const body = { card: { subject: 'O singură dată' } }
      const key = { 'idempotency-key': randomUUID() }
      const first = await elena().post('/api/documents/contract', body, key)
      const after = await events()
      const second = await elena().post('/api/documents/contract', body, key)
      expect([first.status, second.status]).toEqual([201, 200])
      expect(second.body).toEqual(first.body)
      expect([before < after, await events()]).toEqual([true, after])
    })
    it('is done once where it was sent twice at the same time', async () => {
      const body = { card: { subject: 'Deodată' } }
      const key = { 'idempotency-key': randomUUID() }
      const answers = await Promise.all([1, 2, 3, 4].map(() => elena().post('/api/documents/contract', body, key)))
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201])
      expect(new Set(answers.map(({ body: { id } }) => id)).size).toBe(1)
    })
    it('repeats a decision without deciding twice, though its assignment is closed', async () => {
      const sent = await aContractInApproval(office)
      const radus = assignmentAt(sent, 'finance', office.people.radu!)
      const key = { 'idempotency-key': randomUUID() }
      const decide = () => office.as('radu').post(`/api/assignments/${radus}/decision`, { outcome: 'approved' }, key)
      const [first, after] = [await decide(), await events()]
      const second = await decide()
      expect([first.status, second.status]).toEqual([200, 200])
      expect(await events()).toBe(after)
    })
    it('refuses another body under it, and a key of another shape', async () => {
      const key = { 'idempotency-key': randomUUID() }
      await elena().post('/api/documents/contract', { card: { subject: 'Unu' } }, key)
      expect(refusal(await elena().post('/api/documents/contract', { card: { subject: 'Doi' } }, key))).toEqual([
        422,
        'idempotency-key-reused',
      ])
      expect(refusal(await elena().post('/api/documents/contract', { card: {} }, { 'idempotency-key': 'x'.repeat(201) }))).toEqual([
        422,
        'request-invalid',
      ])
    })
    it('is each person’s own', async () => {
      const key = { 'idempotency-key': randomUUID() }
      const hers = await elena().post('/api/documents/contract', { card: { subject: 'Al ei' } }, key)
      const his = await office.as('bogdan').post('/api/documents/contract', { card: { subject: 'Al ei' } }, key)
      expect([hers.status, his.status]).toEqual([201, 201])
      expect(his.body.id).not.toBe(hers.body.id)
    })
  })

  describe('and its past', () => {
    it('shows before and after, newest first, page by page', async () => {
      const made = await aContract(office)
      const path = pathOf(made)
      await elena().patch(path, { changes: [{ path: 'amount', to: 6_000 }] })
      await elena().patch(path, {
        changes: [
          { path: 'amount', to: 7_000 },
          { path: 'notes', to: 'Notă' },
        ],
      })
      const { items } = (await elena().get(`${path}/history`)).body
      expect(items[0]).toMatchObject({ what: 'card-edited', by: office.people.elena })
      expect(items[0].changes).toContainEqual({
        path: 'amount',
        label: { en: 'Amount, without VAT', ro: 'Valoare fără TVA' },
        before: 6_000,
        after: 7_000,
      })
      expect(items[0].changes).toContainEqual(expect.objectContaining({ path: 'notes', before: null, after: 'Notă' }))
      const paged: Json[] = []
      for (let after: string | null = ''; after !== null; ) {
        const page: Answer = await elena().get(`${path}/history?limit=1${after && `&after=${after}`}`)
        paged.push(...page.body.items)
        after = page.body.after
      }
      expect(paged).toEqual(items)
    })
    it('shows the card as it was, and refuses a moment that is none', async () => {
      office.clock.to('2026-10-05T06:00:00.000Z')
      const made = await aContract(office)
      const path = pathOf(made)
      office.clock.to('2026-10-05T09:00:00.000Z')
      await elena().patch(path, { changes: [{ path: 'amount', to: 9_000 }] })
      const past = await elena().get(`${path}/at?on=2026-10-05T07:00:00.000Z`)
      expect(past.body).toMatchObject({ card: { amount: 5_000, amountWithVat: 6_050 }, status: 'draft' })
      expect((await elena().get(`${path}/at?on=2026-10-05T10:00:00.000Z`)).body.card.amount).toBe(9_000)
      expect(refusal(await elena().get(`${path}/at?on=2026-10-01T10:00:00.000Z`))).toEqual([404, 'document-unknown'])
      expect(refusal(await elena().get(`${path}/at?on=yesterday`))).toEqual([422, 'request-invalid'])
    })
  })

  describe('and what hangs on it', () => {
    it('shows acts under their contract, adds them up, and does not let them exceed it', async () => {
      const contract = await aContractInForce(office, { amount: 1_000 })
      const link = { type: 'contract', id: contract.body.id }
      const act = async (amount: number) => {
        const made = await office.as('andrei').post('/api/documents/act', {
          card: { contract: link, periodFrom: '2026-10-01', periodTo: '2026-10-05', amount },
        })
        expect(made.problem).toBeUndefined()
        return office.as('andrei').post(`${pathOf(made)}/actions`, { node: 'draft', action: 'submit' })
      }
      const first = await act(600)
      expect(first.problem).toBeUndefined()
      const second = await act(600)
      expect(refusal(second)).toEqual([422, 'check-failed'])
      expect(second.body.problem.checks[0]).toMatchObject({ check: 'ceiling', mayOverride: false })
      const related = await elena().get(`${pathOf(contract)}/related/acts`)
      expect(related.body.items).toHaveLength(2)
      expect(refusal(await elena().get(`${pathOf(contract)}/related/nothing`))).toEqual([422, 'request-invalid'])
      await office.catchUp()
      expect((await elena().get(pathOf(contract))).body.card).toMatchObject({ claimed: 600, currentAmount: 1_000 })
    })
    it('shows the contracts of a counterparty only to who may read them', async () => {
      const partner = await aPartner(office)
      const contract = await aContract(office, { counterparty: partner })
      const at = `/api/documents/counterparty/${partner.id}/related/contracts`
      expect((await elena().get(at)).body.items.map(({ id }: Json) => id)).toEqual([contract.body.id])
      expect((await office.as('vlad').get(at)).body.items).toEqual([])
    })
  })
})
