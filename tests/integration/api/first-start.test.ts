// The first start of an empty site: set up once, or looked at as a demo office, which never lies over real data.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { onEachStore } from '../../support/databases.ts'
import { cookieOf, type Program, startProgram } from '../../support/office.ts'

const request = {
  organisation: 'Ctitor Construct SRL',
  name: 'Daria Lupu',
  email: 'Daria.Lupu@example.org',
  password: 'a long enough password',
  language: 'ro',
  zone: 'Europe/Bucharest',
  country: 'RO',
  hours: { from: '09:00', to: '17:00' },
  templates: ['construction-contracts'],
}

onEachStore('an empty site', ({ database }) => {
  let program: Program
  beforeAll(async () => {
    program = await startProgram(database())
  })
  afterAll(() => program?.stop())
  const anybody = (address?: string) => program.caller(null, address)

  describe('before it is set up', () => {
    it('says that it is empty, and what it offers', async () => {
      const session = await anybody().get('/api/session')
      expect(session.body).toMatchObject({ site: { empty: true, demo: false, release: 0 }, person: null, menu: [], demoPeople: [] })
      const { status, body } = await anybody('127.0.0.1').get('/api/setup')
      expect(status).toBe(200)
      expect(body).toMatchObject({ demoAllowed: true, templates: [{ id: 'construction-contracts', people: 14 }] })
      expect(body.countries.find(({ id }: { id: string }) => id === 'RO')).toMatchObject({
        label: { ro: 'România', en: 'Romania' },
        nextHoliday: '2026-11-30',
      })
      expect(body.zones).toContain('Europe/Bucharest')
    })
    it('answers nothing else without a sign-in', async () => {
      for (const path of [
        '/api/documents/contract',
        '/api/assignments',
        '/api/notices',
        '/api/people',
        '/api/office',
        '/api/drafts',
        '/api/failures',
        '/api/live',
        '/api/nothing',
      ])
        expect([path, (await anybody().get(path)).problem]).toEqual([path, 'signed-out'])
    })
    it('opens the demo only to who sits at this machine', async () => {
      expect((await anybody('203.0.113.9').get('/api/setup')).body.demoAllowed).toBe(false)
      const refused = await anybody('203.0.113.9').post('/api/demo', { language: 'en' })
      expect([refused.status, refused.problem, refused.body.problem.why]).toEqual([403, 'demo-refused', 'not-loopback'])
      expect((await anybody().get('/api/session')).body.site.empty).toBe(true)
    })
    it('refuses a set-up with mistakes whole, and names each', async () => {
      const { status, body } = await anybody().post(
        '/api/setup',
        { ...request, password: 'short', zone: 'Mars/Olympus', hours: { from: '17:00', to: '09:00' }, extra: 1 },
        { 'accept-language': 'ro' },
      )
      expect(status).toBe(422)
      expect(body.problem.errors.map(({ path }: { path: string }) => path)).toEqual(expect.arrayContaining(['password', 'zone', 'hours']))
      const unknown = await anybody().post('/api/setup', { ...request, templates: ['no-such-set'] })
      expect(unknown.body.problem.errors[0]).toMatchObject({
        path: 'templates/0',
        found: 'no-such-set',
        expected: 'construction-contracts',
      })
      expect((await anybody().get('/api/session')).body.site.empty).toBe(true)
    })
  })

  describe('set up for real', () => {
    it('makes the administrator, who signs in with the password', async () => {
      const set = await anybody().post('/api/setup', request)
      expect([set.status, set.problem]).toEqual([201, undefined])
      const signed = await anybody().post('/api/auth/sign-in/email', { email: 'daria.lupu@example.org', password: request.password })
      expect(signed.status).toBe(200)
      const session = await program.caller(cookieOf(signed.headers)).get('/api/session')
      expect(session.body).toMatchObject({
        site: { name: 'Ctitor Construct SRL', empty: false, demo: false, release: 1, zone: 'Europe/Bucharest' },
        person: { name: 'Daria Lupu', administrator: true, designer: true, language: 'ro' },
        demoPeople: [],
      })
      expect(session.body.menu.map(({ type }: { type: string }) => type)).toContain('contract')
    })
    it('is not set up a second time', async () => {
      const again = await anybody().post('/api/setup', { ...request, email: 'thief@example.org' })
      expect([again.status, again.problem]).toEqual([409, 'site-not-empty'])
      expect((await anybody().get('/api/setup')).problem).toBe('site-not-empty')
      expect((await anybody().post('/api/auth/sign-in/email', { email: 'thief@example.org', password: request.password })).status).toBe(401)
    })
    it('refuses the demo over real data, and to step into anybody’s shoes', async () => {
      const demo = await anybody('127.0.0.1').post('/api/demo', { language: 'en' })
      expect([demo.status, demo.body.problem]).toEqual([403, { code: 'demo-refused', why: 'real-data' }])
      const removed = await anybody('127.0.0.1').delete('/api/demo')
      expect([removed.status, removed.problem]).toEqual([403, 'demo-refused'])
      const [person] = [...(await program.parts.edges.sites.at(program.database)).people.keys()]
      const stepped = await anybody('127.0.0.1').post('/api/auth/demo/step-into', { person })
      expect(stepped.status).toBe(403)
      expect(stepped.headers.getSetCookie()).toEqual([])
    })
    it('lets nobody sign up', async () => {
      const signedUp = await anybody().post('/api/auth/sign-up/email', {
        name: 'A',
        email: 'a@example.org',
        password: 'a long enough password',
      })
      expect(signedUp.status).toBeGreaterThanOrEqual(400)
      expect([...(await program.parts.edges.sites.at(program.database)).people.values()].map(({ email }) => email)).toEqual([
        'daria.lupu@example.org',
      ])
    })
  })
})

onEachStore('a demo office', ({ database }) => {
  let program: Program
  beforeAll(async () => {
    program = await startProgram(database(), { now: '2026-10-05T06:00:00.000Z' })
  })
  afterAll(() => program?.stop())

  it('is filled with the template’s people and documents, and lets you step into anybody’s shoes', async () => {
    const opened = await program.caller(null, '127.0.0.1').post('/api/demo', { language: 'en' })
    expect([opened.status, opened.problem]).toEqual([201, undefined])
    expect(opened.body.site).toMatchObject({ empty: false, demo: true, name: 'Ctitor Construct SRL' })
    const elena = opened.body.demoPeople.find(({ name }: { name: string }) => name === 'Elena Ciobanu')
    const stepped = await program.caller(null, '127.0.0.1').post('/api/auth/demo/step-into', { person: elena.id })
    const caller = program.caller(cookieOf(stepped.headers), '127.0.0.1')
    const session = await caller.get('/api/session')
    expect(session.body.person.name).toBe('Elena Ciobanu')
    for (const { type } of session.body.menu) {
      const list = await caller.get(`/api/documents/${type}?limit=200`)
      expect([type, list.status]).toEqual([type, 200])
      expect([type, list.body.items.length > 0]).toEqual([type, true])
      for (const { id } of list.body.items.slice(0, 5)) {
        expect((await caller.get(`/api/documents/${type}/${id}`)).status).toBe(200)
        expect((await caller.get(`/api/documents/${type}/${id}/history`)).status).toBe(200)
      }
    }
    const contracts = await caller.get('/api/documents/contract?limit=200')
    expect(new Set(contracts.body.items.map(({ status }: { status: string }) => status)).size).toBeGreaterThan(4)
    expect(program.logged.filter(({ level }) => level === 'error')).toEqual([])
  }, 60_000)
  it('is not set up over, and can be taken away', async () => {
    expect((await program.caller(null, '127.0.0.1').post('/api/setup', request)).problem).toBe('site-not-empty')
    expect((await program.caller(null, '203.0.113.9').delete('/api/demo')).problem).toBe('demo-refused')
    expect((await program.caller(null, '127.0.0.1').delete('/api/demo')).status).toBe(204)
    expect((await program.caller().get('/api/session')).body).toMatchObject({ site: { empty: true, demo: false }, demoPeople: [] })
    expect((await program.caller().post('/api/setup', request)).status).toBe(201)
  })
})
