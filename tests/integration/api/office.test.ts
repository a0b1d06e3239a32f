// What an office is made of: roles, groups, departments, working calendars, and people from a spreadsheet.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { onEachStore } from '../../support/databases.ts'
import { type Json, type Office, openOffice } from '../../support/office.ts'

onEachStore('the organisation', ({ database }) => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice(database())
  })
  afterAll(() => office?.stop())
  const administrator = () => office.as('daria')
  const answer = async (): Promise<Json> => (await administrator().get('/api/office')).body

  it('only the administrator changes it', async () => {
    const ana = office.as('ana')
    for (const [method, path] of [
      ['post', 'roles'],
      ['post', 'groups'],
      ['post', 'departments'],
      ['put', 'people'],
      ['put', 'calendars/site'],
    ] as const)
      expect((await ana[method](`/api/office/${path}`, {})).problem).toBe('not-allowed')
    for (const path of ['roles/lawyer', 'groups/finance', 'departments/legal', 'calendars/site'])
      expect((await ana.delete(`/api/office/${path}`)).problem).toBe('not-allowed')
    expect((await ana.get('/api/office/calendars')).problem).toBe('not-allowed')
    expect((await ana.get('/api/office/holidays?country=RO&year=2027')).problem).toBe('not-allowed')
  })

  it('says of each role, group and department what names it', async () => {
    const { roles, groups } = await answer()
    const contractApproval = expect.objectContaining({ kind: 'approval-schema', id: 'contract-approval' })
    expect(roles.find(({ id }: Json) => id === 'lawyer').usedBy).toContainEqual(contractApproval)
    expect(groups.find(({ id }: Json) => id === 'finance').usedBy).toContainEqual(contractApproval)
  })

  it('gives a role to people and takes it from others, in one go', async () => {
    const { ana, radu } = office.people
    expect((await administrator().post('/api/office/roles', { id: 'archivist', label: 'Archivist', people: [ana] })).status).toBe(204)
    expect((await administrator().post('/api/office/roles', { id: 'archivist', label: 'Archivist', people: [radu] })).status).toBe(204)
    const have = (await answer()).people.filter(({ roles }: Json) => roles.includes('archivist'))
    expect(have.map(({ id }: Json) => id)).toEqual([radu])
    // Its other roles and the rest of the person stay.
    expect(have[0]).toMatchObject({ name: 'Radu Ionescu', groups: ['finance'] })
    expect((await administrator().post('/api/office/roles', { id: 'administrator', label: 'Me', people: [] })).problem).toBe(
      'request-invalid',
    )
    const stranger = '01900000-0000-7000-8000-000000000000'
    expect((await administrator().post('/api/office/roles', { id: 'archivist', label: 'x', people: [stranger] })).problem).toBe(
      'person-unknown',
    )
  })

  it('does not let go of what is used, and says by what', async () => {
    const refused = await administrator().delete('/api/office/roles/lawyer')
    expect(refused.problem).toBe('in-use')
    expect(refused.status).toBe(409)
    expect(refused.body.detail).toContain('approval-schema/contract-approval')
    expect((await administrator().delete('/api/office/roles/archivist')).status).toBe(204)
    expect((await answer()).people.some(({ roles }: Json) => roles.includes('archivist'))).toBe(false)
    expect((await administrator().delete('/api/office/roles/administrator')).status).toBe(404)
    expect((await administrator().delete('/api/office/roles/nothing')).status).toBe(404)
  })

  it('keeps departments a tree', async () => {
    const make = (id: string, parent: string | null, more: object = {}) =>
      administrator().post('/api/office/departments', { id, label: { en: id }, parent, head: null, ...more })
    expect((await make('north', null, { head: office.people.ana, people: [office.people.ana, office.people.radu] })).status).toBe(204)
    expect((await make('north-roads', 'north')).status).toBe(204)
    expect((await make('north', 'north-roads')).problem).toBe('request-invalid')
    expect((await make('north', 'north')).problem).toBe('request-invalid')
    expect((await make('south', 'nowhere')).problem).toBe('request-invalid')
    const { departments, people } = await answer()
    expect(departments.find(({ id }: Json) => id === 'north')).toMatchObject({ head: office.people.ana, parent: null })
    expect(people.filter(({ department }: Json) => department === 'north')).toHaveLength(2)
    const refused = await administrator().delete('/api/office/departments/north')
    expect(refused.body.problem).toMatchObject({ code: 'in-use', people: 2, definitions: ['department/north-roads'] })
    expect((await administrator().delete('/api/office/departments/north-roads')).status).toBe(204)
    expect((await make('north', null, { people: [] })).status).toBe(204)
    expect((await administrator().delete('/api/office/departments/north')).status).toBe(204)
  })

  it('takes people from a spreadsheet, all of them or none', async () => {
    const [one, two] = ['019aa000-0000-7000-8000-000000000001', '019aa000-0000-7000-8000-000000000002']
    const person = (id: string, name: string, more: object = {}) => ({
      id,
      name,
      email: null,
      language: 'ro',
      department: null,
      manager: null,
      roles: [],
      groups: [],
      ...more,
    })
    const before = (await answer()).people.length
    const wrong = await administrator().put('/api/office/people', {
      people: [person(one, 'Ilie Toma'), person(two, 'Maria Toma', { groups: ['nobody'], manager: one })],
    })
    expect(wrong.body.problem.errors).toMatchObject([{ path: 'people/1/groups', rule: 'unknown', found: 'nobody' }])
    expect((await answer()).people).toHaveLength(before)
    const right = await administrator().put('/api/office/people', {
      people: [person(one, 'Ilie Toma', { email: 'ilie@example.org' }), person(two, 'Maria Toma', { groups: ['finance'], manager: one })],
    })
    expect(right.status).toBe(200)
    expect((await answer()).people.find(({ id }: Json) => id === two)).toMatchObject({
      manager: one,
      groups: ['finance'],
      maySignIn: false,
    })
    const twin = await administrator().put('/api/office/people', { people: [person(two, 'Maria Toma', { email: 'ILIE@example.org' })] })
    expect(twin.body.problem.errors).toMatchObject([{ path: 'people/0/email', rule: 'not-unique' }])
    const keys = await administrator().put('/api/office/people', { people: [person(office.people.daria!, 'Daria Lupu')] })
    expect(keys.problem).toBe('not-allowed')
  })

  it('counts by the calendar as it now is, and refuses one that nobody can work by', async () => {
    const { items, country, countries } = (await administrator().get('/api/office/calendars')).body
    expect(items[0]).toMatchObject({ id: 'site' })
    expect(country).toBe('RO')
    expect(countries.length).toBeGreaterThan(100)
    const { calendar } = items[0]
    const holidays = (await administrator().get('/api/office/holidays?country=RO&year=2030')).body.items
    expect(holidays).toContainEqual(expect.objectContaining({ date: '2030-12-01' }))
    const put = (change: object, id = 'site') => administrator().put(`/api/office/calendars/${id}`, { ...calendar, ...change })
    expect((await put({ hours: {} })).problem).toBe('request-invalid')
    expect((await put({ hours: { monday: [['17:00', '09:00']] } })).body.problem.errors).toMatchObject([{ path: 'hours/monday' }])
    expect((await put({ zone: 'Europe/Nowhere' })).problem).toBe('request-invalid')
    expect((await put({ holidays: ['2026-02-30'] })).problem).toBe('request-invalid')
    const changed = await put({ holidays: [...calendar.holidays, ...holidays.map(({ date }: Json) => date)] })
    expect(changed.status).toBe(200)
    expect(changed.body.items[0].calendar.holidays).toContain('2030-12-01')
  })

  it('says up to which amount somebody may sign, and keeps it where nothing is said', async () => {
    const { id, what: _, maySignIn: __, ...plain } = (await answer()).people.find(({ name }: Json) => name === 'Radu Ionescu')
    const put = (change: object) => administrator().put(`/api/office/people/${id}`, { ...plain, ...change })
    expect((await put({ signingLimit: 5000 })).body.signingLimit).toBe(5000)
    const { signingLimit: ___, ...silent } = plain
    expect((await administrator().put(`/api/office/people/${id}`, silent)).body.signingLimit).toBe(5000)
    expect((await answer()).people.find((one: Json) => one.id === id).signingLimit).toBe(5000)
    expect((await put({ signingLimit: -1 })).problem).toBe('request-invalid')
    expect((await put({ signingLimit: null })).body.signingLimit).toBe(null)
  })

  it('gives somebody hours of their own, and keeps that calendar while they have it', async () => {
    const { calendar } = (await administrator().get('/api/office/calendars')).body.items[0]
    const half = { ...calendar, label: { en: 'Mornings', ro: 'Dimineți' }, hours: { monday: [['08:00', '12:00']] } }
    expect((await administrator().put('/api/office/calendars/mornings', half)).status).toBe(200)
    const { people } = await answer()
    const { id, what: _, maySignIn: __, ...ana } = people.find((one: Json) => one.id === office.people.ana)
    const left = { ...ana, left: false }
    expect((await administrator().put(`/api/office/people/${id}`, { ...left, calendar: 'evenings' })).problem).toBe('request-invalid')
    expect((await administrator().put(`/api/office/people/${id}`, { ...left, calendar: 'mornings' })).body.calendar).toBe('mornings')
    expect((await administrator().delete('/api/office/calendars/mornings')).body.problem).toMatchObject({ code: 'in-use', people: 1 })
    const { calendar: ___, ...silent } = left
    expect((await administrator().put(`/api/office/people/${id}`, silent)).body.calendar).toBe('mornings')
    expect((await administrator().put(`/api/office/people/${id}`, { ...left, calendar: null })).body.calendar).toBe(null)
    expect((await administrator().delete('/api/office/calendars/mornings')).status).toBe(200)
    expect((await administrator().delete('/api/office/calendars/site')).status).toBe(404)
  })
})
