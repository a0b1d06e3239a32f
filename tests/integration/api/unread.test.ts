// A command on a document that this process saw lately is decided without reading it; whatever changed behind its back, it answers as if it had read.
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { aContractInApproval, aPartner, assignmentAt, pathOf } from '../../support/contracts.ts'
import { onEachStore } from '../../support/databases.ts'
import { type Caller, type Json, type Office, openOffice, type Program, startProgram } from '../../support/office.ts'

onEachStore('a document that was seen lately', ({ database }) => {
  let office: Office
  /** Another server on the same database. */
  let other: Program
  beforeAll(async () => {
    office = await openOffice(database())
    other = await startProgram(database())
  }, 120_000)
  afterAll(async () => {
    await other?.stop()
    await office?.stop()
  })
  const there = (name: string): Caller => other.caller(office.as(name).cookie)
  const decision = (outcome: string) => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ outcome, comment: 'Seen.' }),
  })
  /** What the store was asked while something was done. */
  const trips = async (work: () => Promise<unknown>): Promise<string[]> => {
    const spy = vi.spyOn(database(), 'query')
    try {
      await work()
      return spy.mock.calls.map(([text]) => text.trimStart().split(' ')[0]!)
    } finally {
      spy.mockRestore()
    }
  }

  it('is written in one trip, and read first where it was never seen', async () => {
    const sent = await aContractInApproval(office)
    const [first, second] = ['radu', 'ioana'].map((name) => assignmentAt(sent, 'finance', office.people[name]!))
    await office.as('radu').get(pathOf(sent))
    const decided: Response[] = []
    const here = await trips(async () =>
      decided.push(await office.as('radu').raw(`/api/assignments/${first}/decision`, decision('approved'))),
    )
    expect(decided[0]?.status).toBe(200)
    expect(here.filter((word) => word === 'with')).toHaveLength(1)
    expect(here.filter((word) => word === 'select')).toEqual([])
    await there('ioana').get('/api/session')
    const elsewhere = await trips(async () =>
      decided.push(await there('ioana').raw(`/api/assignments/${second}/decision`, decision('approved'))),
    )
    expect(decided[1]?.status).toBe(200)
    expect(elsewhere.slice(-2)).toEqual(['select', 'with'])
  })

  it('was decided on another server meanwhile: the second decision is refused, and counts nowhere', async () => {
    const sent = await aContractInApproval(office)
    const seat = assignmentAt(sent, 'finance', office.people.radu!)
    await office.as('radu').get(pathOf(sent))
    const first = await there('radu').post(`/api/assignments/${seat}/decision`, { outcome: 'approved' })
    expect(first.status).toBe(200)
    const late = await office.as('radu').post(`/api/assignments/${seat}/decision`, { outcome: 'rejected', comment: 'No.' })
    expect(late.problem).toBe('assignment-closed')
    expect((await office.as('radu').get(pathOf(sent))).body).toEqual(first.body)
  })

  it('was edited on another server meanwhile: the edit stays, and what is decided is decided on it', async () => {
    const sent = await aContractInApproval(office)
    const seat = assignmentAt(sent, 'finance', office.people.radu!)
    await office.as('radu').get(pathOf(sent))
    const edited = await there('ioana').patch(pathOf(sent), { changes: [{ path: 'costCentre', to: 'SB-014' }] })
    expect(edited.status).toBe(200)
    const answer = await office.as('radu').post(`/api/assignments/${seat}/decision`, { outcome: 'approved' })
    expect(answer.status).toBe(200)
    const read = await there('radu').get(pathOf(sent))
    expect(read.body).toEqual(answer.body)
    expect(read.body.card.costCentre).toBe('SB-014')
  })

  it('belongs to an office that changed meanwhile: by its new rules', async () => {
    const sent = await aContractInApproval(office)
    const seat = assignmentAt(sent, 'finance', office.people.radu!)
    await office.as('radu').get(pathOf(sent))
    const people = (await there('daria').get('/api/office')).body.people as Json[]
    const { id, what: _, maySignIn: __, ...radu } = people.find((person) => person.id === office.people.radu)
    const change = (left: boolean) => there('daria').put(`/api/office/people/${id}`, { ...radu, left })
    expect((await change(true)).status).toBe(200)
    const answer = await office.as('radu').post(`/api/assignments/${seat}/decision`, { outcome: 'approved' })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    const { body } = await there('elena').get(pathOf(sent))
    expect(Object.values<Json>(body.process.state.assignments).find((one) => one.id === seat).outcome).toBe(null)
    expect((await change(false)).status).toBe(200)
  })

  it('links to what has another title meanwhile: the answer has it', async () => {
    const partner = await aPartner(office)
    const sent = await aContractInApproval(office, { counterparty: partner })
    const seat = assignmentAt(sent, 'finance', office.people.ioana!)
    await office.as('ioana').get(pathOf(sent))
    const renamed = await there('elena').patch(`/api/documents/counterparty/${partner.id}`, {
      changes: [{ path: 'name', to: 'Renamed SRL' }],
    })
    expect(renamed.status).toBe(200)
    const answer = await office.as('ioana').post(`/api/assignments/${seat}/decision`, { outcome: 'approved' })
    expect(answer.status).toBe(200)
    expect(JSON.stringify(answer.body.linked)).toContain('Renamed SRL')
  })

  it('an action that was refused says why, as the document is now', async () => {
    const sent = await aContractInApproval(office)
    await office.as('elena').get(pathOf(sent))
    const withdrawn = await there('elena').post(`${pathOf(sent)}/commands/withdraw`, {})
    expect(withdrawn.status).toBe(200)
    const answer = await office.as('elena').post(`${pathOf(sent)}/commands/withdraw`, {})
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect((await office.as('elena').get(pathOf(sent))).body).toEqual(withdrawn.body)
  })
})
