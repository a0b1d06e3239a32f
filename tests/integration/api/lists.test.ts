// Registries over HTTP: pages without gaps, views, filters and orders, and nothing by what the reader may not see.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aContract, aContractInApproval, aPartner, assignmentAt, pathOf } from '../../support/contracts.ts'
import { onEachStore } from '../../support/databases.ts'
import { type Answer, type Caller, type Json, type Office, openOffice } from '../../support/office.ts'

onEachStore('a list', ({ database }) => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice(database())
    for (let n = 1; n <= 120; n++)
      await aPartner(office, {
        name: `Firma ${String(n % 40).padStart(2, '0')} ${n % 2 ? 'Țiglă' : 'Teracotă'}`,
        category: n % 3 === 0 ? 'watch' : 'new',
        ...(n % 3 === 0 && { watchReason: 'Întârzie' }),
        ...(n % 4 === 0 && { region: 'west' }),
        notes: `nota ${n}`,
      })
  }, 120_000)
  afterAll(() => office?.stop())
  const elena = () => office.as('elena')
  const at = (query: Record<string, string>, type = 'counterparty') => `/api/documents/${type}?${new URLSearchParams(query)}`
  const all = async (caller: Caller, query: Record<string, string>, type?: string): Promise<Json[]> => {
    const items: Json[] = []
    for (let after: string | null = ''; after !== null; ) {
      const page: Answer = await caller.get(at({ ...query, ...(after && { after }) }, type))
      expect(page.problem).toBeUndefined()
      items.push(...page.body.items)
      after = page.body.after
    }
    return items
  }

  describe('of 120 documents', () => {
    it('comes page by page, each once, the newest first', async () => {
      const items = await all(elena(), { limit: '17' })
      expect(items).toHaveLength(120)
      expect(new Set(items.map(({ id }) => id)).size).toBe(120)
      const whole = (await elena().get(at({ limit: '200' }))).body
      expect(items.map(({ id }) => id)).toEqual(whole.items.map(({ id }: Json) => id))
      expect(whole).toMatchObject({ after: null, count: { total: 120, capped: false } })
    })
    it('keeps its pages while somebody adds to it', async () => {
      const first = await elena().get(at({ limit: '60', sort: 'name' }))
      await aPartner(office, { name: 'Aaa la început' })
      const second = await elena().get(at({ limit: '200', sort: 'name', after: first.body.after }))
      const names = [...first.body.items, ...second.body.items].map(({ card }: Json) => card.name)
      expect(names).not.toContain('Aaa la început')
      expect(names).toHaveLength(120)
    })
    it('sorts by people’s words, in both directions, and blanks last', async () => {
      const ids = async (sort: string) => (await all(elena(), { sort, limit: '50' })).map(({ card }) => card)
      const rising = await ids('name')
      const names = rising.map(({ name }) => name)
      expect(names).toEqual([...names].sort(new Intl.Collator('ro', { numeric: false }).compare))
      expect((await ids('-name')).map(({ name }) => name)).toEqual(names.toReversed())
      const regions = (await ids('region')).map(({ region }) => region)
      expect(regions.indexOf(undefined)).toBe(regions.filter(Boolean).length)
      expect((await ids('-region,name')).map(({ region }) => region).filter(Boolean)).toHaveLength(30)
    })
    it('filters by conditions in FEEL', async () => {
      const count = async (filter: string) => (await all(elena(), { filter, limit: '100' })).length
      expect(await count('category = "watch"')).toBe(40)
      expect(await count('region = null')).toBe(91)
      expect(await count('category = "watch" and region != null')).toBe(10)
      expect(await count('not(category = "watch")')).toBe(81)
      expect(await count('starts with(name, "Firma 01")')).toBe(3)
      expect(await count('manager = me')).toBe(121)
    })
    it('refuses a filter that it cannot read, and says what it can', async () => {
      for (const filter of ['amount >', 'nothing = 1', 'name == "x"', 'sum([1,2]) > 1', "name = 'x'; drop table document"]) {
        const answer = await elena().get(at({ filter }))
        expect([filter, answer.status, answer.problem]).toEqual([filter, 422, 'request-invalid'])
        expect(answer.body.problem.errors[0]).toMatchObject({ path: 'filter', found: filter })
      }
      expect((await elena().get(at({ sort: 'nothing' }))).problem).toBe('request-invalid')
      expect((await elena().get(at({ view: 'nothing' }))).problem).toBe('request-invalid')
      expect((await elena().get('/api/documents/nothing')).problem).toBe('type-unknown')
    })
    it('ignores a page mark that it did not make', async () => {
      for (const after of ['nonsense', 'eyJrZXlzIjpbXX0', "'"])
        expect((await elena().get(at({ after, limit: '5' }))).body.items).toHaveLength(5)
    })
    it('has the views of its type', async () => {
      const watched = await elena().get(at({ view: 'watched', limit: '200' }))
      expect(watched.body).toMatchObject({ view: 'watched', count: { total: 40 } })
      const both = await elena().get(at({ view: 'watched', filter: 'region != null', limit: '200' }))
      expect(both.body.count.total).toBe(10)
    })
    it('is searched by the beginnings of words, with or without their accents', async () => {
      const total = async (search: string) => (await elena().get(at({ search, limit: '200' }))).body.count.total
      expect(await total('tigl')).toBe(60)
      expect(await total('Țiglă firma')).toBe(60)
      expect(await total('iglă')).toBe(0)
      expect(await total("' | ! & :*")).toBeGreaterThanOrEqual(0)
    })
    it('answers only with the columns that were asked for', async () => {
      const { items } = (await elena().get(at({ columns: 'name,region', limit: '50' }))).body
      expect(new Set(items.flatMap(({ card }: Json) => Object.keys(card)))).toEqual(new Set(['name', 'region']))
    })
    it('bounds its limit', async () => {
      expect((await elena().get(at({ limit: '100000' }))).body.items.length).toBeLessThanOrEqual(200)
      expect((await elena().get(at({ limit: '-1' }))).body.items).toHaveLength(50)
    })
  })

  describe('of contracts, with a margin for the director alone', () => {
    let marked: string
    beforeAll(async () => {
      for (let n = 0; n < 3; n++) await aContract(office, { subject: `Fără marjă ${n}` })
      const sent = await aContractInApproval(office, { amount: 200_000, subject: 'Cu marjă' })
      marked = sent.body.id
      for (const [name, node, person] of [
        ['ana', 'legal', null],
        ['radu', 'finance', 'radu'],
        ['ioana', 'finance', 'ioana'],
      ] as const)
        await office
          .as(name)
          .post(`/api/assignments/${assignmentAt(sent, node, person && office.people[person]!)}/decision`, { outcome: 'approved' })
      const now = await office.as('mihai').get(pathOf(sent))
      await office.as('mihai').post(`/api/assignments/${assignmentAt(now, 'director', null)}/decision`, {
        outcome: 'approved',
        changes: [{ path: 'margin', to: 33 }],
      })
    })
    it('lets him filter, sort and see by it', async () => {
      const mihai = office.as('mihai')
      expect((await all(mihai, { filter: 'margin > 0.1' }, 'contract')).map(({ id }) => id)).toEqual([marked])
      expect((await all(mihai, { sort: '-margin' }, 'contract'))[0]).toMatchObject({ id: marked, card: { margin: 33 } })
    })
    it('refuses others to filter or sort by it, and never shows or finds it', async () => {
      for (const name of ['elena', 'radu', 'ana'])
        for (const query of [
          { filter: 'margin > 0.1' },
          { filter: 'margin = null' },
          { filter: 'amount > 1 or margin > 0' },
          { sort: 'margin' },
          { sort: 'amount,-margin' },
        ] as Record<string, string>[]) {
          const answer = await office.as(name).get(at(query, 'contract'))
          expect([name, query, answer.problem]).toEqual([name, query, 'request-invalid'])
        }
      const rows = await all(elena(), {}, 'contract')
      expect(rows.some(({ card }) => 'margin' in card)).toBe(false)
      const found = await elena().get(at({ search: '33' }, 'contract'))
      expect(found.body.items).toEqual([])
      const asked = await elena().get(at({ columns: 'margin' }, 'contract'))
      expect(asked.body.items.every(({ card }: Json) => Object.keys(card).length === 0)).toBe(true)
    })
    it('shows and counts only what the reader may read', async () => {
      expect((await all(elena(), {}, 'contract')).length).toBe(4)
      const vlad = await office.as('vlad').get(at({}, 'contract'))
      expect(vlad.body).toMatchObject({ items: [], count: { total: 0 } })
      expect((await office.as('irina').get('/api/documents/contract')).body.items).toEqual([])
    })
    it('says whom each waits for', async () => {
      const sent = await aContractInApproval(office)
      const row = (await all(elena(), {}, 'contract')).find(({ id }) => id === sent.body.id)
      expect(row.waitsFor).toHaveLength(3)
      expect(row.waitsFor).toContainEqual(expect.objectContaining({ person: office.people.radu, node: 'finance' }))
      expect(row.waitsFor).toContainEqual(expect.objectContaining({ person: null, pool: { en: 'Lawyer', ro: 'Jurist' }, node: 'legal' }))
    })
  })

  describe('of what waits for me', () => {
    it('comes page by page, each once', async () => {
      for (let n = 0; n < 5; n++) await aContractInApproval(office)
      const items: Json[] = []
      for (let after: string | null = ''; after !== null; ) {
        const page: Answer = await office.as('radu').get(`/api/assignments?limit=2${after && `&after=${encodeURIComponent(after)}`}`)
        items.push(...page.body.items)
        after = page.body.after
      }
      const whole = (await office.as('radu').get('/api/assignments?limit=200')).body
      expect(items.length).toBeGreaterThanOrEqual(6)
      expect(items).toEqual(whole.items)
      expect(new Set(items.map(({ assignment }) => assignment)).size).toBe(items.length)
      expect(whole.count.total).toBe(items.length)
    })
    it('is nobody else’s', async () => {
      expect((await office.as('vlad').get('/api/assignments')).body.items).toEqual([])
    })
  })

  describe('of people', () => {
    it('is found by the beginnings of names, without their accents', async () => {
      const { body } = await office.as('vlad').get('/api/people?search=tur%20vl')
      expect(body.items.map(({ name }: Json) => name)).toEqual(['Vlad Țurcanu'])
      const first = (await office.as('vlad').get('/api/people?limit=5')).body
      const rest = (await office.as('vlad').get(`/api/people?limit=200&after=${first.after}`)).body
      expect([...first.items, ...rest.items]).toHaveLength(14)
      expect((await office.as('vlad').get('/api/people/nobody')).problem).toBe('not-found')
    })
    it('tells the administrator alone what only the administrator needs', async () => {
      expect((await office.as('vlad').get('/api/office')).problem).toBe('not-allowed')
      expect((await office.as('daria').get('/api/office')).body.people).toHaveLength(14)
      for (const [path, body] of [
        [
          '/api/office/people',
          { name: 'X', email: null, language: 'en', department: null, manager: null, roles: ['administrator'], groups: [], left: false },
        ],
        ['/api/office/roles', { id: 'x', label: 'X' }],
        ['/api/office/groups', { id: 'x', label: 'X' }],
        [
          '/api/office/absences',
          {
            person: office.people.ana,
            substitute: office.people.vlad,
            from: '2026-10-05T00:00:00.000Z',
            to: '2026-10-06T00:00:00.000Z',
            openToo: true,
          },
        ],
      ] as const)
        expect([path, (await office.as('vlad').post(path, body)).problem]).toEqual([path, 'not-allowed'])
      expect(
        (
          await office.as('vlad').put(`/api/office/people/${office.people.vlad}`, {
            name: 'Vlad',
            email: null,
            language: 'en',
            department: null,
            manager: null,
            roles: ['administrator'],
            groups: [],
            left: false,
          })
        ).problem,
      ).toBe('not-allowed')
    })
    it('never takes the last administrator’s keys away', async () => {
      const { person } = (await office.as('daria').get('/api/session')).body
      const own = { name: person.name, email: person.email, language: 'ro', department: 'office', manager: null, groups: [] }
      expect((await office.as('daria').put(`/api/office/people/${person.id}`, { ...own, roles: ['designer'], left: false })).problem).toBe(
        'not-allowed',
      )
      expect((await office.as('daria').put(`/api/office/people/${person.id}`, { ...own, roles: person.roles, left: true })).problem).toBe(
        'not-allowed',
      )
    })
    it('lets everybody say who stands in for them, and choose their language', async () => {
      const vlad = office.as('vlad')
      const absence = { substitute: office.people.andrei, from: '2026-11-01T00:00:00.000Z', to: '2026-11-08T00:00:00.000Z', openToo: false }
      const made = await vlad.post('/api/office/absences', absence)
      expect(made.status).toBe(201)
      expect((await vlad.post('/api/office/absences', { ...absence, to: '2026-10-01T00:00:00.000Z' })).problem).toBe('request-invalid')
      expect((await office.as('andrei').delete(`/api/office/absences/${made.body.id}`)).problem).toBe('not-allowed')
      expect((await vlad.delete(`/api/office/absences/${made.body.id}`)).status).toBe(204)
      expect((await vlad.put('/api/office/language', { language: 'en' })).status).toBe(204)
      expect((await vlad.get('/api/session')).body.person.language).toBe('en')
      expect((await vlad.put('/api/office/language', { language: 'tlh' })).problem).toBe('request-invalid')
    })
  })
})
