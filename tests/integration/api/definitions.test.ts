// Changing how the office works while it works: drafts, the check, releases, going back, moving what runs.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aContract, aContractInApproval, aContractInForce, pathOf } from '../../support/contracts.ts'
import { onEachStore } from '../../support/databases.ts'
import { type Answer, type Json, type Office, openOffice } from '../../support/office.ts'

onEachStore('the definitions', ({ database }) => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice(database())
  })
  afterAll(() => office?.stop())
  const daria = () => office.as('daria')
  const contract = (): Json => structuredClone(office.set.types.find(({ id }) => id === 'contract'))
  const approval = (): Json => structuredClone(office.set.schemas.find(({ id }) => id === 'contract-approval'))
  const release = async () => (await daria().get('/api/session')).body.site.release
  const save = async (kind: string, body: Json): Promise<Answer> => {
    const drafts = (await daria().get('/api/drafts')).body.items
    const revision = drafts.find((draft: Json) => draft.kind === kind && draft.id === body.id)?.revision ?? 0
    return daria().put(`/api/drafts/${kind}/${body.id}`, { body, base: null, revision })
  }
  const publish = async (kind: string, body: Json): Promise<Answer> => {
    const saved = await save(kind, body)
    expect(saved.problem).toBeUndefined()
    return daria().post('/api/releases', { drafts: [{ kind, id: body.id, revision: saved.body.draft.revision }], message: 'By the test' })
  }

  describe('as drafts', () => {
    it('are for who may design', async () => {
      for (const path of ['/api/drafts', '/api/definitions', '/api/releases', '/api/drafts/findings'])
        expect([path, (await office.as('elena').get(path)).problem]).toEqual([path, 'not-allowed'])
      expect(
        (await office.as('elena').put('/api/drafts/document-type/contract', { body: contract(), base: null, revision: 0 })).problem,
      ).toBe('not-allowed')
      expect(
        (await office.as('elena').post('/api/releases', { drafts: [{ kind: 'document-type', id: 'contract', revision: 1 }], message: '' }))
          .problem,
      ).toBe('not-allowed')
      expect((await office.as('elena').post('/api/releases/1/back', { message: '' })).problem).toBe('not-allowed')
      expect((await office.as('elena').post('/api/moves', { type: 'contract', documents: 'all', dryRun: true })).problem).toBe(
        'not-allowed',
      )
    })
    it('change nothing until they are put in use', async () => {
      const type = contract()
      type.label = { en: 'Agreement', ro: 'Înțelegere' }
      const saved = await save('document-type', type)
      expect(saved.status).toBe(200)
      expect((await office.as('elena').get('/api/types/contract')).body.type.label.en).toBe('Contract')
      expect((await daria().get('/api/drafts')).body.items).toMatchObject([
        { kind: 'document-type', id: 'contract', by: office.people.daria },
      ])
      expect((await daria().delete('/api/drafts/document-type/contract')).status).toBe(204)
      expect((await daria().delete('/api/drafts/document-type/contract')).problem).toBe('not-found')
      expect((await daria().get('/api/drafts')).body.items).toEqual([])
    })
    it('are not overwritten by somebody who saw an older one', async () => {
      const saved = await save('document-type', contract())
      const stale = await daria().put('/api/drafts/document-type/contract', {
        body: contract(),
        base: null,
        revision: saved.body.draft.revision - 1,
      })
      expect([stale.status, stale.problem]).toEqual([412, 'stale'])
      await daria().delete('/api/drafts/document-type/contract')
    })
    it('hear what is wrong with them, in the words of the reader', async () => {
      const schema = approval()
      schema.nodes.find((node: Json) => node.id === 'director').ask[0].who = [{ role: 'directr' }]
      schema.routes = schema.routes.filter((route: Json) => route.from !== 'legal')
      const saved = await daria().put(
        '/api/drafts/approval-schema/contract-approval',
        { body: schema, base: null, revision: 0 },
        { 'accept-language': 'ro' },
      )
      expect(saved.body.findings.length).toBeGreaterThan(1)
      const refused = await daria().post('/api/releases', {
        drafts: [{ kind: 'approval-schema', id: 'contract-approval', revision: saved.body.draft.revision }],
        message: '',
      })
      expect([refused.status, refused.problem]).toEqual([422, 'definition-invalid'])
      const unknown = refused.body.problem.findings.find((finding: Json) => JSON.stringify(finding).includes('directr'))
      expect(unknown).toMatchObject({
        level: 'problem',
        definition: { kind: 'approval-schema', id: 'contract-approval' },
        path: expect.stringContaining('/nodes/'),
      })
      expect((await daria().get('/api/drafts/findings')).body.findings.length).toBeGreaterThan(1)
      expect(await release()).toBe(1)
      await daria().delete('/api/drafts/approval-schema/contract-approval')
    })
    it('with an unknown key say what may have been meant, and are not put in use', async () => {
      const type = { ...contract(), feilds: [] }
      const saved = await save('document-type', type)
      expect(JSON.stringify(saved.body.findings)).toContain('fields')
      const refused = await daria().post('/api/releases', {
        drafts: [{ kind: 'document-type', id: 'contract', revision: saved.body.draft.revision }],
        message: '',
      })
      expect([refused.status, refused.problem]).toEqual([422, 'definition-invalid'])
      await daria().delete('/api/drafts/document-type/contract')
    })
    it('of an unknown kind, or with an id that is not theirs, are refused', async () => {
      expect((await daria().put('/api/drafts/spell/x', { body: {}, base: null, revision: 0 })).problem).toBe('request-invalid')
      expect((await daria().put('/api/drafts/document-type/agreement', { body: contract(), base: null, revision: 0 })).problem).toBe(
        'request-invalid',
      )
    })
    it('never let an id go that documents have', async () => {
      const type = contract()
      type.fields = type.fields.filter(({ id }: Json) => id !== 'guarantee')
      type.layout[0].sections[1].columns[2] = ['signedOn', 'validUntil', 'extendedTo', 'paymentDays']
      const refused = await publish('document-type', type)
      expect([refused.status, refused.problem]).toEqual([422, 'definition-invalid'])
      expect(JSON.stringify(refused.body.problem.findings)).toContain('guarantee')
      await daria().delete('/api/drafts/document-type/contract')
    })
  })

  describe('put in use', () => {
    it('lead what rests at a stage that follows, and leave what is in approval', async () => {
      const draft = await aContract(office)
      const running = await aContractInApproval(office)
      const type = contract()
      type.fields.push({ id: 'penalty', type: 'percent', label: { en: 'Penalty', ro: 'Penalitate' }, default: 5 })
      type.layout[0].sections[2].columns = [['storagePlace', 'notes', 'penalty']]
      const published = await publish('document-type', type)
      expect([published.status, published.problem]).toEqual([201, undefined])
      expect(published.body.release).toBe(2)
      // The draft goes along with its next command; the field can be filled in the same.
      const edited = await office.as('elena').patch(pathOf(draft), { changes: [{ path: 'penalty', to: 3 }] })
      expect(edited.problem).toBeUndefined()
      expect(edited.body.card.penalty).toBe(3)
      expect(edited.body.program).not.toBe(draft.body.program)
      // The one in approval keeps its own, for its forms too.
      const kept = await office.as('elena').get(pathOf(running))
      expect(kept.body.program).toBe(running.body.program)
      const own = await office.as('elena').get(`/api/programs/${running.body.program}`)
      expect(own.body.type.fields.map(({ id }: Json) => id)).not.toContain('penalty')
      expect((await office.as('elena').get('/api/types/contract')).body.type.fields.map(({ id }: Json) => id)).toContain('penalty')
      expect((await office.as('elena').get(`/api/programs/${'0'.repeat(64)}`)).status).toBe(404)
    })
    it('lead a contract in force to the new field', async () => {
      const inForce = await aContractInForce(office)
      const type = contract()
      type.fields.push(
        { id: 'penalty', type: 'percent', label: { en: 'Penalty', ro: 'Penalitate' }, default: 5 },
        { id: 'archive', type: 'text', label: { en: 'Archive', ro: 'Arhivă' } },
      )
      type.layout[0].sections[2].columns = [['storagePlace', 'notes', 'penalty', 'archive']]
      expect((await publish('document-type', type)).status).toBe(201)
      const edited = await office.as('elena').patch(pathOf(inForce), { changes: [{ path: 'notes', to: 'Dosarul 4' }] })
      expect(edited.problem).toBeUndefined()
      expect(edited.body.program).not.toBe(inForce.body.program)
    })
    it('that change only what is live move nobody', async () => {
      const running = await aContractInApproval(office)
      const type = (await daria().get('/api/definitions')).body.items.find(
        ({ kind, id }: Json) => kind === 'document-type' && id === 'contract',
      ).body
      type.statuses[1].label = { en: 'Being approved', ro: 'În curs de avizare' }
      expect((await publish('document-type', type)).status).toBe(201)
      const shown = await office.as('elena').get(`/api/programs/${running.body.program}`)
      expect(shown.body.type.statuses[1].label.en).toBe('Being approved')
      expect((await aContract(office)).body.program).toBe(running.body.program)
    })
    it('are listed newest first, with what changed', async () => {
      const { items } = (await daria().get('/api/releases')).body
      expect(items.map(({ number }: Json) => number)).toEqual([4, 3, 2, 1])
      expect(items[0]).toMatchObject({
        by: office.people.daria,
        message: 'By the test',
        items: [{ kind: 'document-type', id: 'contract', change: 'changed' }],
      })
      const first = (await daria().get('/api/releases?limit=3')).body
      const rest = (await daria().get(`/api/releases?limit=3&after=${first.after}`)).body
      expect([...first.items, ...rest.items]).toEqual(items)
    })
    it('of an earlier release come back under a new number, unless an id would go', async () => {
      const back = await daria().post('/api/releases/3/back', { message: 'As it was' })
      expect([back.status, back.problem]).toEqual([201, undefined])
      expect(await release()).toBe(5)
      expect((await office.as('elena').get('/api/types/contract')).body.type.statuses[1].label.en).toBe('In approval')
      const lost = await daria().post('/api/releases/1/back', { message: 'Too far' })
      expect([lost.status, lost.problem]).toEqual([422, 'definition-invalid'])
      expect(await release()).toBe(5)
      expect((await daria().post('/api/releases/99/back', { message: '' })).problem).toBe('not-found')
      expect((await daria().post('/api/releases/x/back', { message: '' })).problem).toBe('not-found')
    })
    it('by two at once are two releases, or one of them is told', async () => {
      const rule = structuredClone(office.set.rules[0]) as Json
      const saved = await save('reminder-rule', rule)
      const chosen = { drafts: [{ kind: 'reminder-rule', id: rule.id, revision: saved.body.draft.revision }], message: '' }
      const answers = await Promise.all([daria().post('/api/releases', chosen), daria().post('/api/releases', chosen)])
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 412])
    })
  })

  describe('and what runs', () => {
    it('is looked at before it is moved, and then moved, with what cannot', async () => {
      const running = await aContractInApproval(office)
      const schema = approval()
      schema.nodes.find((node: Json) => node.id === 'legal').label = { en: 'Legal advice', ro: 'Consultanță juridică' }
      schema.routes.find((route: Json) => route.from === 'large' && route.when).when = 'amount > 1000'
      expect((await publish('approval-schema', schema)).status).toBe(201)
      const move = (body: object) => daria().post('/api/moves', { type: 'contract', documents: 'all', dryRun: true, ...body })
      const plan = await move({})
      expect(plan.body.items.find(({ id }: Json) => id === running.body.id)).toMatchObject({
        fate: 'can-move',
        obstacles: [],
        problem: null,
      })
      expect((await office.as('elena').get(pathOf(running))).body.program).toBe(running.body.program)
      const moved = await move({ dryRun: false, documents: [running.body.id] })
      expect(moved.body).toEqual({ moved: [running.body.id], refused: [], after: null })
      // Asked again it is neither moved nor refused: there is nothing left to do.
      expect((await move({ dryRun: false, documents: [running.body.id] })).body).toEqual({ moved: [], refused: [], after: null })
      const after = await office.as('elena').get(pathOf(running))
      expect(after.body.program).not.toBe(running.body.program)
      expect(after.body.process.state.assignments).toEqual(running.body.process.state.assignments)
      expect((await office.as('elena').get(`${pathOf(running)}/history`)).body.items[0]).toMatchObject({
        what: 'document-moved',
        by: office.people.daria,
      })
    })
    it('cannot move where its step is no more, and says which', async () => {
      const running = await aContractInApproval(office)
      const schema = approval()
      schema.nodes = schema.nodes.filter((node: Json) => node.id !== 'finance')
      schema.routes = schema.routes.filter((route: Json) => route.from !== 'finance' && route.to !== 'finance')
      const published = await publish('approval-schema', schema)
      expect([published.status, published.problem]).toEqual([201, undefined])
      const body = { type: 'contract', documents: [running.body.id], dryRun: true }
      const plan = await daria().post('/api/moves', body)
      expect(plan.body.items).toMatchObject([
        {
          fate: 'cannot-move',
          obstacles: [{ node: 'finance', label: { en: 'Finance' }, why: 'missing', to: [{ node: 'technical' }] }],
          problem: { code: 'cannot-move' },
        },
      ])
      const tried = await daria().post('/api/moves', { ...body, dryRun: false })
      expect(tried.body).toMatchObject({ moved: [], refused: [{ id: running.body.id, problem: { code: 'cannot-move' } }] })
      expect((await office.as('elena').get(pathOf(running))).body.program).toBe(running.body.program)
      // Told where the step went, it is foreseen to move, and moves.
      const nodes = { finance: 'technical' }
      expect((await daria().post('/api/moves', { ...body, nodes })).body.items).toMatchObject([{ fate: 'can-move', obstacles: [] }])
      expect((await daria().post('/api/moves', { ...body, nodes, dryRun: false })).body.moved).toEqual([running.body.id])
      const { tokens } = (await office.as('elena').get(pathOf(running))).body.process.state
      expect(
        Object.values<Json>(tokens)
          .map(({ node }) => node)
          .sort(),
      ).toEqual(['legal', 'technical'])
    })
    it('is looked at page by page, and counted by its type', async () => {
      const behind = (await daria().get('/api/moves')).body.items.find(({ type }: Json) => type === 'contract').count
      expect(behind).toBeGreaterThan(2)
      const seen: string[] = []
      for (let after: string | null = null; ; ) {
        const page: Json = (await daria().post('/api/moves', { type: 'contract', documents: 'all', dryRun: true, after, limit: 2 })).body
        expect(page.items.length).toBeLessThanOrEqual(2)
        seen.push(...page.items.map(({ id }: Json) => id))
        after = page.after
        if (!after) break
      }
      expect([seen.length, new Set(seen).size]).toEqual([behind, behind])
    })
  })
})
