// Who gets in, and who does not: passwords, tries, sessions, origins, forms.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { onEachStore } from '../../support/databases.ts'
import { type Caller, cookieOf, type Headed, origin, type Program, startProgram } from '../../support/office.ts'

const password = 'a long enough password'

onEachStore('the sign-in', ({ database }) => {
  let program: Program
  let daria: Caller
  let cookie: string
  beforeAll(async () => {
    program = await startProgram(database())
    await program.caller().post('/api/setup', {
      organisation: 'Office',
      name: 'Daria Lupu',
      email: 'daria@example.org',
      password,
      language: 'en',
      zone: 'Europe/Bucharest',
      country: null,
      hours: { from: '09:00', to: '17:00' },
      templates: [],
    })
    const signed = await signIn('203.0.113.1', password)
    cookie = cookieOf(signed.headers)
    daria = program.caller(cookie)
  })
  afterAll(() => program?.stop())
  const signIn = (address: string, word: string, headers = {}, email = 'daria@example.org') =>
    program.caller(null, address).post('/api/auth/sign-in/email', { email, password: word }, headers)

  describe('with a password', () => {
    it('gives a cookie that no script can read and no other site sends along', async () => {
      const signed = await signIn('203.0.113.2', password)
      expect(signed.status).toBe(200)
      expect(signed.headers.getSetCookie()[0]).toMatch(/HttpOnly/i)
      expect(signed.headers.getSetCookie()[0]).toMatch(/SameSite=Lax/i)
    })
    it('answers a wrong one and an unknown address in the same way', async () => {
      const wrong = await signIn('203.0.113.3', 'a wrong password')
      const unknown = await signIn('203.0.113.3', password, {}, 'nobody@example.org')
      expect([wrong.status, unknown.status]).toEqual([401, 401])
      expect(wrong.body).toEqual(unknown.body)
      expect(wrong.headers.getSetCookie()).toEqual([])
    })
    it('lets an address try five times a minute, whatever headers it invents', async () => {
      const tries: number[] = []
      for (let n = 0; n < 7; n++)
        tries.push(
          (
            await signIn('203.0.113.66', 'a wrong password', {
              'x-forwarded-for': `10.0.0.${n}`,
              'x-real-ip': `10.0.0.${n}`,
              'x-dosar-address': `10.0.0.${n}`,
            })
          ).status,
        )
      expect(tries).toEqual([401, 401, 401, 401, 401, 429, 429])
      // Even the right one has to wait; another address need not.
      expect((await signIn('203.0.113.66', password)).status).toBe(429)
      expect((await signIn('203.0.113.67', password)).status).toBe(200)
    })
    it('lets an account be tried twenty times in a quarter of an hour, from however many addresses', async () => {
      await daria.post('/api/office/people', {
        name: 'Ana Munteanu',
        email: 'ana@example.org',
        language: 'ro',
        department: null,
        manager: null,
        roles: [],
        groups: [],
        password: 'ana has a password',
        left: false,
      })
      const tries = []
      for (let n = 0; n < 21; n++) tries.push((await signIn(`198.51.100.${n}`, 'a wrong password', {}, 'Ana@example.org')).status)
      expect(tries).toEqual([...Array(20).fill(401), 429])
      const waiting = await signIn('198.51.100.99', 'ana has a password', {}, 'ana@example.org')
      expect([waiting.status, waiting.problem]).toEqual([429, 'too-many-requests'])
      expect(Number(waiting.headers.get('retry-after'))).toBeGreaterThan(600)
      await program.database.query('update rate_limit set last_request = last_request - 900001 where key = $1', ['account:ana@example.org'])
      expect((await signIn('198.51.100.99', 'ana has a password', {}, 'ana@example.org')).status).toBe(200)
    })
    it('locks nobody out where they usually sign in, however many strangers guess, and gives the strangers no further tries', async () => {
      await daria.post('/api/office/people', {
        name: 'Vlad Pop',
        email: 'vlad@example.org',
        language: 'ro',
        department: null,
        manager: null,
        roles: [],
        groups: [],
        password: 'vlad has a password',
        left: false,
      })
      const vlad = (address: string, word: string) => signIn(address, word, {}, 'vlad@example.org').then(({ status }) => status)
      const right = 'vlad has a password'
      expect(await vlad('192.0.2.1', right)).toBe(200)
      const guesses = []
      for (let n = 0; n < 25; n++) guesses.push(await vlad(`198.51.101.${n}`, 'a wrong password'))
      expect(guesses).toEqual([...Array(20).fill(401), ...Array(5).fill(429)])
      // At the known address a slip of the finger is forgiven; elsewhere even the right one waits, before that sign-in and after it.
      expect(await vlad('198.51.101.99', right)).toBe(429)
      expect(await vlad('192.0.2.1', 'a wrong password')).toBe(401)
      expect(await vlad('192.0.2.1', right)).toBe(200)
      expect(await vlad('198.51.101.99', right)).toBe(429)
      // What is known for one account is strange for another.
      await program.database.query(
        `insert into rate_limit (id, key, count, last_request) values (gen_random_uuid(), 'account:ana@example.org', 20, $1)
         on conflict (key) do update set count = 20, last_request = $1`,
        [Date.now()],
      )
      expect((await signIn('192.0.2.1', 'ana has a password', {}, 'ana@example.org')).status).toBe(429)
    })
    it('bounds guessing at a known address as well, and does not know one for ever', async () => {
      const known = 'known:vlad@example.org 192.0.2.1'
      const vlad = (word: string) => signIn('192.0.2.1', word, {}, 'vlad@example.org').then(({ status }) => status)
      await program.database.query('update rate_limit set count = 19, last_request = $2 where key = $1', [known, Date.now()])
      await program.database.query(`delete from rate_limit where key like '192.0.2.1%'`)
      expect([await vlad('a wrong password'), await vlad('vlad has a password')]).toEqual([401, 429])
      // After a quarter of an hour it is let in again; after three months it is one of the strangers, who still wait.
      await program.database.query('update rate_limit set last_request = $2 where key = $1', [known, Date.now() - 900_001])
      expect(await vlad('vlad has a password')).toBe(200)
      await program.database.query('update rate_limit set last_request = $2 where key = $1', [known, Date.now() - 91 * 86_400_000])
      expect(await vlad('vlad has a password')).toBe(429)
    })
    it('takes all addresses of one IPv6 network for one, in what is known and in what is counted', async () => {
      const vlad = (address: string, word: string) => signIn(address, word, {}, 'vlad@example.org').then(({ status }) => status)
      await program.database.query(`delete from rate_limit where key like '%vlad@example.org%'`)
      expect(await vlad('2001:db8:7:1::1', 'vlad has a password')).toBe(200)
      await program.database.query(
        `insert into rate_limit (id, key, count, last_request) values (gen_random_uuid(), 'account:vlad@example.org', 20, $1)
         on conflict (key) do update set count = 20, last_request = $1`,
        [Date.now()],
      )
      expect(await vlad('2001:db8:7:1:99:aa:bb:cc', 'vlad has a password')).toBe(200)
      expect(await vlad('2001:db8:7:2::1', 'vlad has a password')).toBe(429)
      const guesses = []
      for (let n = 1; n <= 6; n++) guesses.push((await signIn(`2001:db8:9:9::${n}`, 'a wrong password', {}, 'nobody@example.org')).status)
      expect(guesses).toEqual([401, 401, 401, 401, 401, 429])
    })
    it('says what went wrong in the language that was asked for', async () => {
      const wrong = await signIn('203.0.113.7', 'a wrong password', { 'accept-language': 'ro' })
      expect(wrong.headers.get('content-type')).toMatch(/^application\/problem\+json/)
      expect(wrong.body).toMatchObject({ title: 'Nu se potrivesc', problem: { code: 'sign-in-failed' } })
    })
    it('that is new ends the sessions that the old one opened', async () => {
      const person = {
        name: 'Ioana',
        email: 'ioana@example.org',
        language: 'ro',
        department: null,
        manager: null,
        roles: [],
        groups: [],
        left: false,
      }
      const { id } = (await daria.post('/api/office/people', { ...person, password: 'the first password' })).body
      const before = program.caller(cookieOf((await signIn('203.0.113.8', 'the first password', {}, person.email)).headers))
      expect((await before.get('/api/notices')).status).toBe(200)
      expect((await daria.put(`/api/office/people/${id}`, { ...person, password: 'the second password' })).status).toBe(200)
      expect((await before.get('/api/notices')).problem).toBe('signed-out')
      expect((await signIn('203.0.113.8', 'the first password', {}, person.email)).status).toBe(401)
      expect((await signIn('203.0.113.8', 'the second password', {}, person.email)).status).toBe(200)
    })
    it('refuses somebody who has left, at once', async () => {
      const made = await daria.post('/api/office/people', {
        name: 'Radu Ionescu',
        email: 'radu@example.org',
        language: 'ro',
        department: null,
        manager: null,
        roles: [],
        groups: [],
        password: 'radu has a password',
        left: false,
      })
      expect(made.status).toBe(201)
      const signed = await signIn('203.0.113.4', 'radu has a password', {}, 'radu@example.org')
      const radu = program.caller(cookieOf(signed.headers))
      expect((await radu.get('/api/assignments')).status).toBe(200)
      const { name, email, language, department, manager, roles, groups, id } = made.body
      expect(
        (await daria.put(`/api/office/people/${id}`, { name, email, language, department, manager, roles, groups, left: true })).status,
      ).toBe(200)
      expect((await radu.get('/api/assignments')).problem).toBe('signed-out')
    })
  })

  describe('a session', () => {
    it('ends with the sign-out', async () => {
      const other = program.caller(cookieOf((await signIn('203.0.113.5', password)).headers))
      expect((await other.get('/api/notices')).status).toBe(200)
      expect((await other.post('/api/auth/sign-out', {}, { origin })).status).toBe(200)
      expect((await other.get('/api/notices')).problem).toBe('signed-out')
    })
    it('that was ended beside is believed for a second at most, and never against a newer site', async () => {
      const second = await startProgram(database())
      try {
        const signed = cookieOf((await signIn('203.0.113.7', password)).headers)
        const [here, there] = [program.caller(signed), second.caller(signed)]
        // The library accepts it first, then it is looked at, then believed.
        for (let time = 0; time < 3; time++) expect((await there.get('/api/assignments')).status).toBe(200)
        expect((await here.post('/api/auth/sign-out', {}, { origin })).status).toBe(200)
        expect((await here.get('/api/assignments')).problem).toBe('signed-out')
        await expect.poll(async () => (await there.get('/api/assignments')).problem, { timeout: 5_000 }).toBe('signed-out')
        expect((await there.get('/api/notices')).problem).toBe('signed-out')

        const made = await daria.post('/api/office/people', {
          name: 'Radu Ionescu',
          email: 'radu.beside@example.org',
          language: 'ro',
          department: null,
          manager: null,
          roles: [],
          groups: [],
          password,
          left: false,
        })
        expect(made.status).toBe(201)
        const radu = second.caller(cookieOf((await signIn('203.0.113.9', password, {}, 'radu.beside@example.org')).headers))
        for (let time = 0; time < 3; time++) expect((await radu.get('/api/assignments')).status).toBe(200)
        const { name, email, language, department, manager, roles, groups, id } = made.body
        await daria.put(`/api/office/people/${id}`, { name, email, language, department, manager, roles, groups, left: true })
        const [document, assignment] = ['/api/documents/none/1', '/api/assignments']
        expect((await radu.get(assignment)).problem).toBe('signed-out')
        expect((await radu.get(document)).problem).toBe('signed-out')
      } finally {
        await second.stop()
      }
    })
    it('that is forged is none', async () => {
      const [name, value] = cookie.split('=') as [string, string]
      const token = decodeURIComponent(value)
      for (const forged of [`${token.slice(0, -4)}AAA=`, token.split('.')[0]!, `${'x'.repeat(32)}.${token.split('.')[1]}`, ''])
        expect([forged, (await program.caller(`${name}=${encodeURIComponent(forged)}`).get('/api/notices')).problem]).toEqual([
          forged,
          'signed-out',
        ])
    })
    it('that has expired is none', async () => {
      const other = program.caller(cookieOf((await signIn('203.0.113.6', password)).headers))
      expect((await other.get('/api/notices')).status).toBe(200)
      const { id } = (await daria.get('/api/session')).body.person
      const [name, value] = other.cookie!.split('=') as [string, string]
      const token = decodeURIComponent(value).split('.')[0]
      const changed = await program.database.query('update session set expires_at = $1 where token = $2 and person = $3 returning id', [
        '2020-01-01T00:00:00.000Z',
        token,
        id,
      ])
      expect([name.length > 0, changed.length]).toEqual([true, 1])
      expect((await other.get('/api/notices')).problem).toBe('signed-out')
    })
  })

  describe('a request from elsewhere', () => {
    it('of another origin changes nothing', async () => {
      const foreign: Headed[] = [
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
      ]
      for (const headers of foreign) {
        const refused = await daria.post('/api/notices/read', { ids: 'all' }, headers)
        expect([headers, refused.status, refused.problem]).toEqual([headers, 403, 'origin-refused'])
      }
      expect((await daria.post('/api/auth/sign-out', {}, { origin: 'https://evil.example' })).status).toBe(403)
      expect((await daria.post('/api/notices/read', { ids: 'all' }, { origin, 'sec-fetch-site': 'same-origin' })).status).toBe(200)
    })
    it('of this machine under another of its names is its own', async () => {
      const headers = { origin: 'http://192.0.2.7:3000', host: '192.0.2.7:3000' }
      expect((await daria.post('/api/notices/read', { ids: 'all' }, headers)).status).toBe(200)
      expect((await daria.post('/api/auth/demo/step-into', { person: 'x' }, headers)).problem).toBe('request-invalid')
      // A foreign name can be made to lead to this machine.
      const rebound = { origin: 'http://evil.example:3000', host: 'evil.example:3000' }
      expect((await daria.post('/api/notices/read', { ids: 'all' }, rebound)).problem).toBe('origin-refused')
    })
    it('as a form of another page is not read as JSON', async () => {
      for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data']) {
        const posted = await daria.post('/api/notices/read', '{"ids":"all"}', { 'content-type': type })
        expect([type, posted.status, posted.body.problem?.errors[0].rule]).toEqual([type, 422, 'content-type'])
      }
    })
    it('with a broken or an enormous body is refused with the place', async () => {
      const broken = await daria.post('/api/notices/read', '{"ids": ')
      expect([broken.status, broken.body.problem.errors[0].rule]).toEqual([422, 'json'])
      const enormous = await daria.post('/api/notices/read', `{"ids": "${'x'.repeat(7 * 1024 * 1024)}"}`)
      expect([enormous.status, enormous.problem]).toEqual([422, 'request-invalid'])
    })
    it('gets the headers that keep a page safe', async () => {
      const { headers } = await program.caller().get('/api/session')
      expect(headers.get('content-security-policy')).toContain("script-src 'self'")
      expect(headers.get('content-security-policy')).not.toContain('unsafe-eval')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('cache-control')).toBe('no-store')
    })
  })

  describe('a refusal', () => {
    it('speaks the language that was asked for', async () => {
      const title = async (language: string) => (await program.caller().get('/api/notices', { 'accept-language': language })).body
      expect((await title('ro-RO,ro;q=0.9,en;q=0.5')).detail).toMatch(/[ăâîșț]/)
      expect((await title('en')).title).toBe('Signed out')
      expect((await title('fr, *')).title).toBe('Signed out')
      const { headers, body } = await program.caller().get('/api/notices', { 'accept-language': 'ro' })
      expect(headers.get('content-type')).toMatch(/^application\/problem\+json/)
      expect(headers.get('content-language')).toBe('ro')
      expect(body).toMatchObject({ status: 401, type: expect.stringMatching(/signed-out$/), instance: '/api/notices' })
    })
    it('of an address that is none says so', async () => {
      const { status, problem } = await daria.get('/api/nothing')
      expect([status, problem]).toEqual([404, 'not-found'])
    })
  })
})

onEachStore('behind a proxy that is trusted', ({ database }) => {
  it('the last address of X-Forwarded-For counts, not what the caller put before it', async () => {
    const program = await startProgram(database(), { trustProxy: true })
    const at = async (forwarded: string) =>
      (await program.caller(null, '127.0.0.1').get('/api/setup', { 'x-forwarded-for': forwarded })).body.demoAllowed
    expect(await at('127.0.0.1, 203.0.113.9')).toBe(false)
    expect(await at('203.0.113.9, 127.0.0.1')).toBe(true)
    await program.stop()
  })
})
