// Finding across types, and taking a list along as a file: only what the reader may read, see, and export.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { onEachStore } from '../../support/databases.ts'
import { type Json, type Office, openOffice } from '../../support/office.ts'

onEachStore('an office with documents of several types', ({ database }) => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice(database(), { samples: true })
  })
  afterAll(() => office?.stop())

  const search = async (who: string, q: string, limit = 10): Promise<Json> =>
    (await office.as(who).get(`/api/search?${new URLSearchParams({ q, limit: String(limit) })}`)).body
  const titles = (answer: Json): string[] => answer.documents.map(({ title }: Json) => title.en)
  /** The lines of a file as cells; none of the cells of these tests has a quotation mark. */
  const cellsOf = (text: string, separator: string) =>
    text
      .replace('\uFEFF', '')
      .split('\r\n')
      .filter(Boolean)
      .map((line) => line.match(new RegExp(`"[^"]*"|[^${separator}]+|(?<=${separator}|^)(?=${separator}|$)`, 'g')) ?? [])

  it('finds without diacritics, in any type, what the title says before what only the card says', async () => {
    const found = await search('daria', 'stejaru')
    expect(new Set(found.documents.map(({ type }: Json) => type)).size).toBeGreaterThan(1)
    const named = titles(found).map((title) => /stejaru/i.test(title))
    expect(named).toEqual([...named].sort((a, b) => Number(b) - Number(a)))
    // What is called so itself, then one of each type.
    expect(found.documents[0]).toMatchObject({ type: 'counterparty' })
    expect(new Set(found.documents.slice(1, 5).map(({ type }: Json) => type)).size).toBe(4)
    expect(found.documents[0]).toMatchObject({ typeLabel: { en: expect.any(String) }, kind: 'record' })
  })
  it('puts the document whose number was typed first', async () => {
    const { items } = (await office.as('daria').get('/api/documents/contract?limit=50')).body
    const numbered = items.find(({ number }: Json) => number !== null)
    expect((await search('daria', numbered.number.toLowerCase())).documents[0]).toMatchObject({ id: numbered.id, number: numbered.number })
    expect((await search('daria', numbered.number.slice(0, -1))).documents[0].number).toContain(numbered.number.slice(0, -1))
  })
  it('shows nobody what they may not read', async () => {
    const all = (await search('daria', 'contract', 50)).documents.filter(({ type }: Json) => type === 'contract')
    expect(all.length).toBeGreaterThan(0)
    const readable = new Set<string>()
    for (const { id } of all) if ((await office.as('irina').get(`/api/documents/contract/${id}`)).status === 200) readable.add(id)
    expect(readable.size).toBeLessThan(all.length)
    const ofIrina = (await search('irina', 'contract', 50)).documents.filter(({ type }: Json) => type === 'contract')
    for (const { id } of ofIrina) expect((await office.as('irina').get(`/api/documents/contract/${id}`)).status).toBe(200)
  })
  it('finds people by the beginnings of their names, and nobody by nothing', async () => {
    expect((await search('irina', 'stef rus')).people).toMatchObject([{ name: 'Ștefan Rusu' }])
    expect(await search('irina', ' ')).toEqual({ documents: [], people: [] })
    expect((await search('irina', '%_\'"(&|!:*')).documents).toEqual([])
    expect((await search('daria', 'contract', 3)).documents).toHaveLength(3)
  })
  it('is for those who have signed in', async () => {
    expect((await office.caller().get('/api/search?q=contract')).problem).toBe('signed-out')
    expect((await office.caller().get('/api/documents/contract/export')).problem).toBe('signed-out')
  })

  it('gives a view’s list as a file in the reader’s way of writing', async () => {
    const answer = await office.as('ana').get('/api/documents/contract/export?view=in-force&language=ro')
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="Contracte [-\d]+\.csv"; filename\*=UTF-8''Contracte%20/,
    )
    const bytes = new Uint8Array(
      await (await office.as('ana').raw('/api/documents/contract/export?view=in-force&language=ro')).arrayBuffer(),
    )
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const [head, ...rows] = cellsOf(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), ';')
    expect(head?.slice(0, 4)).toEqual(['Număr', 'Partener', 'Obiect', expect.stringContaining('')])
    const listed = (await office.as('ana').get('/api/documents/contract?view=in-force&limit=200')).body
    expect(rows.map(([number]) => number)).toEqual(listed.items.map(({ number }: Json) => number))
    const english = cellsOf(
      (await office.as('ana').get('/api/documents/contract/export?view=in-force&language=en&columns=number,amount,createdOn')).body,
      ',',
    )
    expect(english[0]).toEqual(['Number', '"Amount, without VAT"', '"Amount, without VAT, currency"', 'Created on'])
    expect(english[1]?.[1]).toBe(String(listed.items[0].card.amount))
  })
  it('takes the filter, the order and the words of the list', async () => {
    const asked = new URLSearchParams({ filter: 'amount > 100000', sort: '-amount', search: 'contract', columns: 'amount', language: 'en' })
    const rows = cellsOf((await office.as('ana').get(`/api/documents/contract/export?${asked}`)).body, ',').slice(1)
    const amounts = rows.map(([amount]) => Number(amount))
    expect(amounts.length).toBeGreaterThan(1)
    expect(amounts).toEqual([...amounts].sort((a, b) => b - a))
    expect(amounts.every((amount) => amount > 100_000)).toBe(true)
  })
  it('goes beyond one page', async () => {
    for (let made = 0; made < 205; made++)
      expect(
        (
          await office.as('daria').post('/api/documents/counterparty', {
            card: { name: `Multe ${made}`, taxNumber: `RO${10_000_000 + made}`, group: 'supplier' },
          })
        ).problem,
      ).toBeUndefined()
    const rows = cellsOf((await office.as('daria').get('/api/documents/counterparty/export?columns=title&language=en')).body, ',').slice(1)
    expect(rows.length).toBeGreaterThanOrEqual(235)
    expect(new Set(rows.map(([title]) => title)).size).toBe(rows.length)
  })
  it('hides in a file what a card hides', async () => {
    const asked = '/api/documents/contract/export?columns=number,margin'
    expect((await office.as('ana').get(asked)).problem).toBe('request-invalid')
    expect((await office.as('ana').get('/api/documents/contract/export?language=en')).body).not.toContain('Margin')
    expect((await office.as('mihai').get(asked)).status).toBe(200)
  })
  it('lets nobody take along what they may only read', async () => {
    expect((await office.as('elena').get('/api/documents/contract')).status).toBe(200)
    expect((await office.as('elena').get('/api/documents/contract/export')).problem).toBe('not-allowed')
    expect((await office.as('elena').get('/api/types/contract')).body.mayExport).toBe(false)
    expect((await office.as('ana').get('/api/types/contract')).body.mayExport).toBe(true)
    expect((await office.as('ana').get('/api/documents/contract/export?format=xlsx')).problem).toBe('request-invalid')
    expect((await office.as('ana').get('/api/documents/contracts/export')).problem).toBe('type-unknown')
  })
  it('takes along only the documents that a rule with a condition gives', async () => {
    const type = structuredClone(office.set.types.find(({ id }) => id === 'contract')!) as Json
    type.access.push({ who: [{ field: 'responsible' }], can: ['export'], when: 'status = "in-force"' })
    await office.publish([{ kind: 'document-type', id: 'contract', body: type }])
    const { items } = (await office.as('elena').get('/api/documents/contract?limit=200')).body
    const may = items.filter(({ card, status }: Json) => card.responsible === office.people.elena && status === 'in-force')
    expect(may.length).toBeGreaterThan(0)
    expect(may.length).toBeLessThan(items.length)
    const rows = cellsOf((await office.as('elena').get('/api/documents/contract/export?columns=number&language=en')).body, ',').slice(1)
    expect(rows.flat().sort()).toEqual(may.map(({ number }: Json) => number).sort())
  })
})
