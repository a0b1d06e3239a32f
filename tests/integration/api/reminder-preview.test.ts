// What a reminder that is still being drawn would say on real documents: the same as it says later, and sent to nobody.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aContract, aContractInForce } from '../../support/contracts.ts'
import { onEachStore } from '../../support/databases.ts'
import { type Json, type Office, openOffice } from '../../support/office.ts'

onEachStore('the preview of a reminder', ({ database }) => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice(database())
  })
  afterAll(() => office?.stop())
  const daria = () => office.as('daria')
  const ending = (more: Json = {}): Json => ({
    id: 'almost-over',
    label: 'Almost over',
    type: 'contract',
    around: { field: 'validUntil' },
    hour: '09:00',
    steps: [{ at: '-P7D', tell: [{ field: 'responsible' }, { role: 'lawyer' }], by: ['program', 'email'] }],
    text: { en: '{title} ends on {validUntil}.', ro: '{title} se încheie pe {validUntil}.' },
    ...more,
  })
  const inDays = (days: number) => new Date(office.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10)
  const preview = (rule: Json, by = 'daria', days?: number) =>
    office.as(by).post('/api/definitions/reminder-preview', { rule, ...(days && { days }) })

  it('is for who may design', async () => {
    expect((await preview(ending(), 'elena')).problem).toBe('not-allowed')
  })
  it('says when, on which document, to whom, by which part of the sentence, and what they read', async () => {
    const contract = await aContract(office, { validUntil: inDays(20) })
    const { status, body } = await preview(ending())
    expect(status).toBe(200)
    const own = body.items.find(({ document }: Json) => document.id === contract.body.id)
    expect(own).toMatchObject({ step: 0, round: 0, movedFrom: null, by: ['program', 'email'] })
    expect(own.at).toBe(`${inDays(13)}T06:00:00.000Z`)
    expect(own.text.en).toMatch(/ends on 25 Oct 2026\.$/)
    const told = Object.fromEntries(own.to.map(({ person, because }: Json) => [person, because]))
    expect(told).toMatchObject({ [office.people.elena!]: 0, [office.people.ana!]: 1 })
    expect(body.people[office.people.ana!].name).toBe('Ana Munteanu')
  })
  it('only counts what its reader may not read', async () => {
    await aContract(office, { validUntil: inDays(25) })
    const all = (await preview(ending())).body
    const irina = (await daria().get('/api/office')).body.people.find(({ id }: Json) => id === office.people.irina)
    const { id, what: _what, left: _left, maySignIn: _maySignIn, ...person } = irina
    expect(
      (await daria().put(`/api/office/people/${id}`, { ...person, left: false, roles: [...person.roles, 'designer'] })).status,
    ).toBeLessThan(300)
    const { body } = await preview(ending(), 'irina')
    expect(body).toMatchObject({ items: [], people: {}, hidden: all.items.length })
    expect(all.items.length).toBeGreaterThan(0)
  })
  it('sends nothing', async () => {
    const unread = async () => (await office.as('ana').get('/api/notices')).body.items.length
    const before = await unread()
    await preview(ending({ steps: [{ at: '-P19D', tell: [{ role: 'lawyer' }] }] }))
    expect(await unread()).toBe(before)
  })
  it('keeps to what its condition says', async () => {
    await aContractInForce(office, { validUntil: inDays(30) })
    const none = await preview(ending({ while: 'status = "closed"' }))
    expect([none.body.items, none.body.hidden]).toEqual([[], 0])
  })
  it('says which reminder was moved off a day off', async () => {
    // 10 October 2026 is a Saturday.
    const contract = await aContract(office, { validUntil: '2026-10-10' })
    const { body } = await preview(ending({ dayOff: 'before', steps: [{ at: 'P0D', tell: [{ the: 'author' }] }] }))
    const own = body.items.find(({ document }: Json) => document.id === contract.body.id)
    expect([own.at.slice(0, 10), own.movedFrom.slice(0, 10)]).toEqual(['2026-10-09', '2026-10-10'])
  })
  it('refuses what is no rule, and says where', async () => {
    const { status, body } = await preview({ ...ending(), steps: [] })
    expect([status, body.problem.code]).toEqual([422, 'request-invalid'])
    expect(body.problem.errors[0].path).toBe('rule/steps')
  })
  it('of a type that is not there yet has nothing to show', async () => {
    const { body } = await preview(ending({ type: 'not-yet' }))
    expect(body).toMatchObject({ items: [], hidden: 0, more: false })
  })
})
