// What the API says about itself: valid OpenAPI 3.1, in the caller's language, of what the caller may see; and a page to read it.
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { onEachStore } from '../../support/databases.ts'
import { type Json, type Office, openOffice } from '../../support/office.ts'

onEachStore('the description of the API', ({ kind, database }) => {
  // It hangs on the definitions, not on the store: once is enough.
  if (kind === 'server') return it.skip('is the same on both stores', () => {})
  let office: Office
  beforeAll(async () => {
    office = await openOffice(database())
  })
  afterAll(() => office?.stop())

  describe('the document', () => {
    it('is valid OpenAPI 3.1 in both languages', async () => {
      for (const language of ['en', 'ro']) {
        const { status, body } = await office.as('elena').get('/api/openapi.json', { 'accept-language': language })
        expect(status).toBe(200)
        const validator = new Validator()
        const { valid, errors } = await validator.validate(structuredClone(body))
        expect(errors ?? []).toEqual([])
        expect(valid).toBe(true)
        expect(validator.version).toBe('3.1')
      }
    })
    it('names each type in the words of the reader, with the schema of its card', async () => {
      const { body } = await office.as('elena').get('/api/openapi.json', { 'accept-language': 'ro' })
      expect(body.paths['/api/documents/act'].get.summary).toBe('Proces-verbal de recepție: registru')
      const { amount, side } = body.components.schemas['contract.card'].properties
      expect(amount).toMatchObject({ type: 'number', minimum: 0, description: 'Valoare fără TVA' })
      expect(side).toMatchObject({ enum: ['purchase', 'sale'] })
      expect(body.components.schemas['contract.card']).not.toHaveProperty('$schema')
    })
    it('has every parameter, header and problem that a program needs to know', async () => {
      const { body } = await office.as('elena').get('/api/openapi.json')
      const { parameters, schemas } = body.components
      expect(Object.keys(parameters)).toEqual(
        expect.arrayContaining(['limit', 'after', 'filter', 'sort', 'search', 'columns', 'idempotency-key', 'if-match']),
      )
      expect(schemas['problem-code'].oneOf).toContainEqual({ const: 'stale', description: expect.stringMatching(/^412: /) })
      expect(body.paths['/api/documents/contract/{id}'].get.responses[200].headers).toHaveProperty('ETag')
      expect(body.paths['/api/documents/contract/{id}'].patch.requestBody.content['application/json'].schema.required).toEqual(['changes'])
      const named: string[] = Object.values<Json>(body.paths).flatMap((path) =>
        Object.values<Json>(path).map(({ operationId }) => operationId),
      )
      expect(new Set(named).size).toBe(named.length)
    })
    it('names no field that the reader never sees', async () => {
      const seen = async (name: string) =>
        Object.keys((await office.as(name).get('/api/openapi.json')).body.components.schemas['contract.card'].properties)
      expect(await seen('mihai')).toContain('margin')
      expect(await seen('elena')).not.toContain('margin')
    })
    it('describes no type that the reader may not read', async () => {
      await office.publish([
        {
          kind: 'document-type',
          id: 'secret',
          body: {
            id: 'secret',
            label: 'Secret',
            kind: 'record',
            title: 'Secret',
            statuses: [{ id: 'kept', label: 'Kept' }],
            fields: [{ id: 'what', type: 'text', label: 'What' }],
            layout: [{ id: 'main', tab: 'Main', sections: [{ id: 'main', columns: [['what']] }] }],
            access: [{ who: [{ role: 'director' }], can: ['read', 'create', 'edit'] }],
          },
        },
      ])
      expect((await office.as('mihai').get('/api/openapi.json')).body.paths).toHaveProperty('/api/documents/secret')
      expect((await office.as('elena').get('/api/openapi.json')).body.paths).not.toHaveProperty('/api/documents/secret')
    })
    it('is not for those who are not signed in', async () => {
      expect((await office.caller().get('/api/openapi.json')).status).toBe(401)
    })
  })

  describe('the page', () => {
    it('runs no script of its own text and fetches nothing from elsewhere', async () => {
      const response = await office.as('elena').raw('/api/docs', { headers: { 'accept-language': 'en' } })
      const html = await response.text()
      expect(response.headers.get('content-type')).toContain('text/html')
      expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'self'/)
      expect(html).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>/)
      expect(html).not.toMatch(/(src|href)="(?!\/api\/docs\/)/)
      for (const [, path] of html.matchAll(/(?:src|href)="([^"]+)"/g)) {
        const file = await office.as('elena').raw(path!)
        expect([path, file.status]).toEqual([path, 200])
        await file.arrayBuffer()
      }
    })
    it('starts the viewer on our own description, without a validator elsewhere', async () => {
      const script = await (await office.as('elena').raw('/api/docs/start.js')).text()
      expect(script).toContain("url: '/api/openapi.json'")
      expect(script).toContain('validatorUrl: null')
    })
    it('gives no other file away', async () => {
      expect((await office.as('elena').raw('/api/docs/package.json')).status).toBe(404)
      expect((await office.as('elena').raw('/api/docs/..%2fpackage.json')).status).toBe(404)
      expect((await office.caller().raw('/api/docs')).status).toBe(401)
    })
  })
})
