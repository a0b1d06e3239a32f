// What nobody should send, in every place that takes something: each ends in a clear problem or is kept as it is; nothing is a server
// error, nothing is lost, and others are answered meanwhile.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { onEachStore } from '../../support/databases.ts'
import { type Answer, type Json, type Office, openOffice } from '../../support/office.ts'

const deep = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`
/** Our own list of what breaks programs. */
const naughty: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '\ufeff',
  '\u202eelif.exe',
  '\u2066\u2069\u200b\u200d',
  'e\u0301'.repeat(300),
  'Z\u0351\u036f\u0341'.repeat(100),
  '👩‍👩‍👧‍👦🏳️‍🌈',
  'ﷺ'.repeat(50),
  'İıſK',
  "'; drop table document; --",
  "' or 1=1 --",
  '" or ""="',
  '$1',
  '%s%n%x',
  '$' + '{7*7}',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "javascript:alert('x')",
  '=cmd|\u0027/c calc\u0027!A1',
  '+1+1',
  '@SUM(A1)',
  '../../../../etc/passwd',
  '..\\..\\windows\\system32',
  '/dev/null',
  'CON',
  'nul.txt',
  '%00',
  '%2e%2e%2f',
  'a\r\nBcc: everybody@example.org',
  'a\nSet-Cookie: x=y',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'NaN',
  '-0',
  '1e309',
  '9'.repeat(400),
  '0x1F',
  '１２３',
  'true',
  '[]',
  '{}',
  deep(50),
  'x'.repeat(20_000),
  `${'('.repeat(2_000)}1${')'.repeat(2_000)}`,
  `${'a+'.repeat(5_000)}a`,
  'every x in 1..1000000000 satisfies x > 0',
  'for a in 1..100000, b in 1..100000 return a*b',
]

onEachStore('what nobody should send', ({ database }) => {
  let office: Office
  let partner: string
  beforeAll(async () => {
    office = await openOffice(database())
    const made = await office.as('elena').post('/api/documents/counterparty', {
      card: { name: 'Stejaru', taxNumber: 'RO20377311', group: 'subcontractor' },
    })
    partner = made.body.id
  }, 120_000)
  afterAll(() => office?.stop())

  /** Never an error of the server; a refusal is a problem with its words. */
  const calm = (what: string, answer: Answer): Answer => {
    expect([what.slice(0, 120), answer.status < 500]).toEqual([what.slice(0, 120), true])
    if (answer.status >= 400) expect([what.slice(0, 120), typeof answer.body?.detail]).toEqual([what.slice(0, 120), 'string'])
    return answer
  }

  it('is kept letter for letter or refused in a card, and what was there stays', async () => {
    const elena = office.as('elena')
    for (const text of naughty) {
      const made = calm(
        `card ${text}`,
        await elena.post('/api/documents/contract', {
          card: {
            side: 'purchase',
            counterparty: { type: 'counterparty', id: partner },
            subject: text,
            amount: 1,
            validUntil: '2030-01-01',
          },
        }),
      )
      if (made.status !== 201) continue
      const { body } = await elena.get(`/api/documents/contract/${made.body.id}`)
      if (text.trim() !== '') expect([text, body.card.subject]).toEqual([text, text])
    }
    const page = await elena.get('/api/documents/contract?limit=100')
    expect(page.status).toBe(200)
    const file = await (await office.as('ana').raw('/api/documents/contract/export?format=csv')).text()
    // No cell of a file is a formula where it is opened.
    for (const row of file.split('\r\n')) for (const cell of row.split(/[;,]/)) expect(/^"?[=+@]/.test(cell)).toBe(false)
  }, 120_000)

  it('is refused or harmless in addresses, filters, orders, pages and headers', async () => {
    const elena = office.as('elena')
    for (const text of naughty) {
      const encoded = encodeURIComponent(text.isWellFormed() ? text.slice(0, 3_000) : 'x')
      for (const path of [
        `/api/documents/${encoded || 'x'}`,
        `/api/documents/contract/${encoded || 'x'}`,
        `/api/documents/contract?filter=${encoded}`,
        `/api/documents/contract?sort=${encoded}`,
        `/api/documents/contract?after=${encoded}`,
        `/api/documents/contract?columns=${encoded}&limit=${encoded}`,
        `/api/documents/contract?search=${encoded}`,
        `/api/documents/contract?view=${encoded}`,
        `/api/search?q=${encoded}`,
        `/api/assignments?after=${encoded}`,
        `/api/people?search=${encoded}&after=${encoded}`,
        `/api/people/${encoded || 'x'}`,
        `/api/templates/${encoded || 'x'}`,
      ])
        calm(path, await elena.get(path))
      if (/^[\x20-\x7e]*$/.test(text) && text.length < 8_000)
        calm(
          `key ${text}`,
          await elena.post(
            '/api/documents/counterparty',
            { card: {} },
            { 'idempotency-key': text, 'if-match': text, 'accept-language': text },
          ),
        )
    }
  }, 120_000)

  it('is refused or harmless in names, definitions and settings', async () => {
    const daria = office.as('daria')
    for (const text of naughty) {
      calm(`role ${text}`, await daria.post('/api/office/roles', { id: text, label: text }))
      calm(
        `person ${text}`,
        await daria.post('/api/office/people', {
          name: text,
          email: text,
          language: 'en',
          department: text,
          manager: null,
          roles: [text],
          groups: [],
          left: false,
        }),
      )
      calm(`webhook ${text}`, await daria.put('/api/office/webhooks/hostile', { url: text }))
      calm(
        `draft ${text}`,
        await daria.put('/api/drafts/directory/hostile', {
          body: { id: 'hostile', label: text, items: [{ id: text, label: text }] },
          base: null,
          revision: 0,
        }),
      )
    }
    for (const body of [
      '{"__proto__":{"administrator":true}}',
      '{"constructor":{"prototype":{"x":1}}}',
      deep(20_000),
      `{"a":${deep(5_000)}}`,
      '"',
      '{',
      '',
      'null',
      '[1',
      `{"a":"${'x'.repeat(3_000_000)}"}`,
    ])
      for (const [method, path] of [
        ['POST', '/api/documents/contract'],
        ['PUT', '/api/drafts/document-type/contract'],
        ['POST', '/api/office/people'],
        ['PUT', '/api/office/calendars/site'],
      ] as const) {
        const answer = await daria.raw(path, { method, headers: { 'content-type': 'application/json' }, body })
        expect([method, path, body.slice(0, 40), answer.status >= 400 && answer.status < 500]).toEqual([
          method,
          path,
          body.slice(0, 40),
          true,
        ])
        expect((await answer.json()) as Json).toMatchObject({ detail: expect.any(String) })
      }
    expect(({} as { administrator?: boolean }).administrator).toBeUndefined()
  }, 120_000)

  it('random definitions and cards end in a problem or in a draft, and others are answered meanwhile', async () => {
    const daria = office.as('daria')
    let slowest = 0
    const value = fc.jsonValue({ maxDepth: 4 })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('document-type', 'approval-schema', 'reminder-rule', 'directory'),
        value,
        value,
        async (kind, body, card) => {
          const begun = performance.now()
          const other = office.as('ana').get('/api/assignments')
          calm(
            'draft',
            await daria.put(`/api/drafts/${kind}/random`, { body: typeof body === 'object' ? body : { body }, base: null, revision: 0 }),
          )
          calm('findings', await daria.get('/api/drafts/findings'))
          calm('card', await office.as('elena').post('/api/documents/contract', { card }))
          expect((await other).status).toBe(200)
          slowest = Math.max(slowest, performance.now() - begun)
        },
      ),
      { numRuns: 60 },
    )
    expect(slowest).toBeLessThan(20_000)
  }, 120_000)
})
