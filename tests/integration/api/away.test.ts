// The database goes away: the program says so, promises nothing, and works again when it is back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, onEachStore } from '../../support/databases.ts'
import { type Office, openOffice } from '../../support/office.ts'

onEachStore('a database that goes away', ({ kind }) => {
  let office: Office
  let drop: () => Promise<void>
  beforeAll(async () => {
    const fresh = await freshDatabase(kind)
    drop = fresh.drop
    office = await openOffice(fresh.database)
  }, 120_000)
  afterAll(async () => {
    await office?.stop().catch(() => {})
    await drop?.().catch(() => {})
  })

  describe('while it is there', () => {
    it('is ready', async () => {
      expect((await office.caller().get('/healthz')).status).toBe(200)
      expect((await office.caller().get('/readyz')).status).toBe(200)
    })
  })
  describe('when it is gone', () => {
    it('is told with 503, in the language that was asked for, and the process goes on', async () => {
      await office.database.close()
      for (const path of ['/api/session', '/api/assignments', '/api/documents/contract', '/api/openapi.json']) {
        const answer = await office.as('elena').get(path, { 'accept-language': 'ro' })
        expect([path, answer.status, answer.problem]).toEqual([path, 503, 'database-away'])
        expect(answer.body.title).toBe('Baza de date nu răspunde')
      }
      const write = await office.as('elena').post('/api/documents/contract', { card: {} })
      expect([write.status, write.problem]).toEqual([503, 'database-away'])
      const signIn = await office.caller().post('/api/auth/sign-in/email', { email: 'x@example.org', password: 'a long enough password' })
      expect(signIn.status).toBe(503)
      expect((await office.caller().get('/healthz')).status).toBe(200)
      expect((await office.caller().get('/readyz')).status).toBe(503)
      expect(office.logged.some(({ event }) => event === 'database-away')).toBe(true)
    })
  })
})
