// Before something is put in use: what becomes of what runs, rehearsals that are kept, and ready-made sets.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aContractInApproval } from '../../support/contracts.ts'
import { onEachStore } from '../../support/databases.ts'
import { type Json, type Office, openOffice } from '../../support/office.ts'

onEachStore('before it is put in use', ({ database }) => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice(database())
  })
  afterAll(() => office?.stop())
  const daria = () => office.as('daria')
  const approval = (): Json => structuredClone(office.set.schemas.find(({ id }) => id === 'contract-approval'))
  const draft = async (kind: string, body: Json, revision = 0) => {
    const saved = await daria().put(`/api/drafts/${kind}/${body.id}`, { body, base: null, revision })
    expect(saved.problem).toBeUndefined()
    return saved.body.draft.revision as number
  }

  it('is for who designs', async () => {
    const elena = office.as('elena')
    expect((await elena.post('/api/moves/plan', { drafts: [] })).problem).toBe('not-allowed')
    for (const path of ['/api/scenarios', '/api/templates', '/api/templates/construction-contracts'])
      expect([path, (await elena.get(path)).problem]).toEqual([path, 'not-allowed'])
    expect((await elena.post('/api/templates/construction-contracts/install', { keep: [] })).problem).toBe('not-allowed')
    expect((await elena.put('/api/scenarios/x', { body: {}, revision: 0 })).problem).toBe('not-allowed')
  })

  describe('what runs', () => {
    it('is told to move, or why it cannot, and nothing is changed', async () => {
      const contract = (await aContractInApproval(office)).body
      const schema = approval()
      const before = (await office.as('elena').get(`/api/documents/contract/${contract.id}`)).body
      const here = before.process.strip.flatMap((item: Json) => (item.kind === 'block' ? item.lanes.flat() : [item]))
      const at = here.find((step: Json) => step.state === 'now' || step.state === 'late').node
      schema.nodes.find((node: Json) => node.id === 'director').label = 'The director'
      let revision = await draft('approval-schema', schema)
      const named = { kind: 'approval-schema', id: 'contract-approval' }
      const can = (await daria().post('/api/moves/plan', { drafts: [named] })).body
      expect(can.items.find((item: Json) => item.id === contract.id)).toMatchObject({ fate: 'can-move', obstacles: [] })

      const other = JSON.parse(JSON.stringify(schema).replaceAll(`"${at}"`, `"${at}-x"`))
      revision = await draft('approval-schema', other, revision)
      const cannot = (await daria().post('/api/moves/plan', { drafts: [named] })).body
      expect(cannot.counts.cannotMove).toBeGreaterThan(0)
      expect(cannot.items.find((item: Json) => item.id === contract.id)).toMatchObject({
        fate: 'cannot-move',
        obstacles: [{ node: at, why: 'missing' }],
      })
      expect((await daria().post('/api/moves/plan', { drafts: [] })).body.items).toEqual([])
      expect((await office.as('elena').get(`/api/documents/contract/${contract.id}`)).body.program).toBe(before.program)
      await daria().delete('/api/drafts/approval-schema/contract-approval')
    })
    it('is not foreseen for a release that there is not', async () => {
      expect((await daria().post('/api/moves/plan', { release: 999 })).problem).toBe('not-found')
      expect((await daria().post('/api/moves/plan', { release: 0 })).problem).toBe('request-invalid')
    })
  })

  describe('a rehearsal', () => {
    const scenario = () => structuredClone(office.set.scenarios[0]) as Json
    it('is kept, changed by who saw it, and thrown away', async () => {
      const body = scenario()
      const path = `/api/scenarios/${body.id}`
      expect((await daria().put(path, { body, revision: 0 })).body).toEqual({ revision: 1 })
      expect((await daria().put(path, { body, revision: 0 })).problem).toBe('stale')
      expect((await daria().put(path, { body: { ...body, label: 'Another' }, revision: 1 })).body).toEqual({ revision: 2 })
      expect((await daria().get('/api/scenarios')).body.items).toMatchObject([{ id: body.id, revision: 2, body: { label: 'Another' } }])
      expect((await daria().delete(path)).status).toBe(204)
      expect((await daria().delete(path)).problem).toBe('not-found')
    })
    it('that is none is refused, with what is wrong', async () => {
      const refused = await daria().put('/api/scenarios/late', {
        body: { ...scenario(), id: 'late', steps: [{ do: 'submit' }] },
        revision: 0,
      })
      expect(refused.problem).toBe('definition-invalid')
      expect(refused.body.problem.findings.length).toBeGreaterThan(0)
      expect((await daria().put('/api/scenarios/late', { body: scenario(), revision: 0 })).problem).toBe('request-invalid')
    })
  })

  describe('a ready-made set', () => {
    it('that the office has is shown as such, and installing it again changes nothing', async () => {
      const [row] = (await daria().get('/api/templates')).body.items
      expect(row).toMatchObject({ id: 'construction-contracts', installed: 'yes', otherwise: 0 })
      expect(row.schema.nodes.length).toBeGreaterThan(3)
      const { release } = (await daria().get('/api/session')).body.site
      expect((await daria().post('/api/templates/construction-contracts/install', { keep: [] })).body).toEqual({ release: null })
      expect((await daria().get('/api/session')).body.site.release).toBe(release)
    })
    it('replaces what the office has otherwise, and keeps what is to be kept', async () => {
      const schema = approval()
      schema.label = { en: 'Ours', ro: 'A noastră' }
      await office.publish([{ kind: 'approval-schema', id: 'contract-approval', body: schema }])
      const set = (await daria().get('/api/templates/construction-contracts')).body
      expect(set.definitions.filter((each: Json) => each.standing !== 'same')).toMatchObject([
        { id: 'contract-approval', standing: 'otherwise' },
      ])
      const keep = [{ kind: 'approval-schema', id: 'contract-approval' }]
      expect((await daria().post('/api/templates/construction-contracts/install', { keep })).body).toEqual({ release: null })
      const { release } = (await daria().post('/api/templates/construction-contracts/install', { keep: [] })).body
      expect(release).toBe((await daria().get('/api/session')).body.site.release)
      expect((await daria().get('/api/templates/construction-contracts')).body.otherwise).toBe(0)
    })
    it('that there is not is not found', async () => {
      expect((await daria().post('/api/templates/nothing/install', { keep: [] })).problem).toBe('not-found')
      expect((await daria().get('/api/templates/nothing')).problem).toBe('not-found')
    })
  })
})
