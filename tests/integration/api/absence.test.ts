// Somebody goes away: who stands in, what they take over, and who is told about whom.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { onEachStore } from '../../support/databases.ts'
import { type Json, type Office, openOffice } from '../../support/office.ts'

onEachStore('somebody who goes away', ({ database }) => {
  let office: Office
  let path: string
  beforeAll(async () => {
    office = await openOffice(database())
    const partner = await office.as('elena').post('/api/documents/counterparty', {
      card: { name: 'Stejaru & Fiii SRL', taxNumber: 'RO20377311', group: 'subcontractor' },
    })
    const made = await office.as('elena').post('/api/documents/contract', {
      card: {
        side: 'purchase',
        counterparty: { type: 'counterparty', id: partner.body.id },
        subject: 'Termoizolare',
        amount: 348_600,
        validUntil: '2027-03-31',
      },
    })
    path = `/api/documents/contract/${made.body.id}`
    expect((await office.as('elena').post(`${path}/actions`, { node: 'draft', action: 'submit' })).problem).toBeUndefined()
  })
  afterAll(() => office?.stop())

  const waiting = async (name: string): Promise<Json[]> => (await office.as(name).get('/api/assignments')).body.items
  const absence = (more: object = {}) => ({
    substitute: office.people.ioana,
    from: '2026-10-06T21:00:00.000Z',
    to: '2026-10-09T21:00:00.000Z',
    openToo: true,
    ...more,
  })

  it('says who stands in, and from when to when', async () => {
    expect((await office.as('radu').post('/api/office/absences', absence({ to: '2026-10-06T21:00:00.000Z' }))).problem).toBe(
      'request-invalid',
    )
    expect((await office.as('radu').post('/api/office/absences', absence({ substitute: office.people.radu }))).problem).toBe(
      'request-invalid',
    )
    expect((await office.as('radu').post('/api/office/absences', absence({ person: office.people.ana }))).problem).toBe('not-allowed')
    const gone = await office.as('daria').get('/api/office')
    const cristina = gone.body.people.find(({ name }: Json) => name === 'Cristina Marin')
    const { id, what: _, maySignIn: __, ...plain } = cristina
    expect((await office.as('daria').put(`/api/office/people/${id}`, { ...plain, left: true })).status).toBe(200)
    expect((await office.as('radu').post('/api/office/absences', absence({ substitute: id }))).problem).toBe('person-unknown')
    expect((await office.as('radu').post('/api/office/absences', absence())).status).toBe(201)
    const mine = (await office.as('radu').get('/api/office/absences')).body
    expect(mine.items).toMatchObject([{ person: office.people.radu, substitute: office.people.ioana, openToo: true }])
    expect((await office.as('ioana').get('/api/office/absences')).body.items).toEqual(mine.items)
    expect((await office.as('ana').get('/api/office/absences')).body.items).toEqual([])
  })
  it('keeps what is open until then, and no colleague is told of an absence that has not begun', async () => {
    await office.catchUp()
    expect(await waiting('radu')).toHaveLength(1)
    expect((await office.as('elena').get(`/api/people/${office.people.radu}`)).body).toMatchObject({
      name: 'Radu Ionescu',
      email: 'radu.ionescu@example.org',
      away: null,
    })
  })
  it('then hands over what is open to whoever stands in', async () => {
    const before = (await waiting('ioana')).length
    office.clock.to('2026-10-06T21:00:01.000Z')
    await office.catchUp()
    expect(await waiting('radu')).toEqual([])
    expect(await waiting('ioana')).toHaveLength(before + 1)
    expect((await office.as('elena').get(`/api/people/${office.people.radu}`)).body.away).toMatchObject({
      to: '2026-10-09T21:00:00.000Z',
      substitute: { name: 'Ioana Petrescu' },
    })
  })
  it('comes back when the person says so', async () => {
    const [mine] = (await office.as('radu').get('/api/office/absences')).body.items
    expect((await office.as('ioana').delete(`/api/office/absences/${mine.id}`)).problem).toBe('not-allowed')
    expect((await office.as('radu').delete(`/api/office/absences/${mine.id}`)).status).toBe(204)
    expect((await office.as('radu').get('/api/office/absences')).body.items).toEqual([])
  })
  it('cannot be made of what the office does not know', async () => {
    const made = await office.as('daria').post('/api/office/people', {
      name: 'X',
      email: null,
      language: 'en',
      department: 'nowhere',
      manager: '01a21504-e920-7a40-93bf-17ca70d0b9cb',
      roles: ['lawyer', 'designer', 'nobody'],
      groups: ['nothing'],
      left: false,
    })
    expect(made.problem).toBe('request-invalid')
    expect(made.body.problem.errors.map(({ path, found }: Json) => [path, found])).toEqual([
      ['department', 'nowhere'],
      ['manager', '01a21504-e920-7a40-93bf-17ca70d0b9cb'],
      ['roles', 'nobody'],
      ['groups', 'nothing'],
    ])
  })
  it('hands nothing over where the absence was taken back before it began', async () => {
    const held = (await waiting('ioana')).length
    const later = absence({ substitute: office.people.radu, from: '2026-10-07T21:00:00.000Z' })
    const { body } = await office.as('ioana').post('/api/office/absences', later)
    await office.as('ioana').delete(`/api/office/absences/${body.id}`)
    office.clock.to('2026-10-08T06:00:00.000Z')
    await office.catchUp()
    expect(await waiting('ioana')).toHaveLength(held)
  })
})
