// Every person × every route that answers × every hidden field × every state. Each hidden value is one that stands nowhere else, and
// whatever the program says to somebody is looked through for the values that somebody must not see. Who may see what is written
// here by hand, out of the definitions, and not asked of the program.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { aPartner, assignmentAt, pathOf } from '../../support/contracts.ts'
import { onEachStore } from '../../support/databases.ts'
import { type Answer, type Json, type Office, openOffice } from '../../support/office.ts'

/** A contract with what is to be hidden in it. */
interface Marked {
  readonly state: string
  readonly id: string
  readonly author: string
  readonly siteManager: string
  /** Each hidden value as it would stand in an answer, by its field. */
  readonly values: Readonly<Record<string, string>>
}

/** Who sees a field of a contract that they may read. */
type Sees = (person: string, contract: Marked) => boolean
const among =
  (...names: readonly string[]): Sees =>
  (person) =>
    names.includes(person)
const either =
  (...ways: readonly Sees[]): Sees =>
  (person, contract) =>
    ways.some((sees) => sees(person, contract))
const author: Sees = (person, contract) => person === contract.author
const director = among('mihai')
const money = either(among('radu', 'ioana', 'gabriela', 'mihai'), author)

const sees: Readonly<Record<string, Sees>> = {
  margin: director,
  amount: money,
  // What is calculated of it, and no longer disclosed to all.
  amountWithVat: money,
  currentAmount: money,
  site: either(author, director, (person, contract) => person === contract.siteManager),
  notes: among('ana', 'cristina'),
  unitPrice: either(among('radu', 'ioana'), director),
  price: either(among('radu', 'ioana'), director),
  planned: either(among('radu', 'ioana'), director),
  subject: () => true,
}

/** Who may read a contract, by the rules of its type: roles, groups, the author and their manager, fields, and site managers once it is in force. */
function mayRead(person: string, { author: by, siteManager, state }: Marked): boolean {
  const managerOf: Record<string, string> = { elena: 'mihai', bogdan: 'elena' }
  const always = ['ana', 'cristina', 'mihai', 'elena', 'bogdan', 'radu', 'ioana', 'gabriela', 'sorin', 'daria']
  return (
    always.includes(person) ||
    person === by ||
    person === siteManager ||
    person === managerOf[by] ||
    (['vlad', 'andrei'].includes(person) && state === 'in-force')
  )
}

/** Figures without what is put between their digits, so that they are found however they are written. */
const plain = (text: string): string => text.replace(/(?<=\d)[.,\s\u00a0\u202f](?=\d)/g, '')

onEachStore('what nobody is told', ({ database }) => {
  let office: Office
  let contracts: Marked[]
  beforeAll(async () => {
    office = await openOffice(database())
    await office.publish([{ kind: 'document-type', id: 'contract', body: narrowed(await contractType()) }])
    contracts = []
    for (const [index, [state, by]] of (
      [
        ['draft', 'elena'],
        ['draft', 'bogdan'],
        ['in-approval', 'elena'],
        ['rejected', 'bogdan'],
        ['withdrawn', 'elena'],
        ['in-force', 'elena'],
        ['in-force', 'bogdan'],
      ] as const
    ).entries())
      contracts.push(await marked(index, state, by))
  }, 180_000)
  afterAll(() => office?.stop())

  const names = () => Object.keys(office.people)
  /** Who decides for a pool. */
  const holders: Readonly<Record<string, string>> = { 'r:lawyer': 'ana', 'r:chief-engineer': 'sorin', 'r:director': 'mihai' }
  const openOf = ({ body }: Answer): Json[] => Object.values<Json>(body.process.state.assignments).filter(({ state }) => state === 'open')

  async function contractType(): Promise<DocumentType> {
    const site = await office.parts.edges.sites.at(database())
    return structuredClone(site.types.get('contract')!)
  }

  /** The contract of the template, in which more is hidden, in every way that the language has. */
  function narrowed(type: DocumentType): DocumentType {
    const finance = [{ group: 'finance' }, { role: 'accountant' }, { role: 'director' }, { the: 'author' as const }]
    const field = (id: string) => type.fields.find((one) => one.id === id) as Json
    field('amount').seenBy = finance
    delete field('currentAmount').discloses
    field('site').seenBy = [{ the: 'author' }, { field: 'siteManager' }, { role: 'director' }]
    field('site').search = false
    field('notes').seenBy = [{ role: 'lawyer' }]
    field('works').fields.find(({ id }: Json) => id === 'unitPrice').seenBy = [{ group: 'finance' }, { role: 'director' }]
    return type
  }

  async function marked(index: number, state: string, by: 'elena' | 'bogdan'): Promise<Marked> {
    const figure = (start: number) => start + index * 1_000
    const amount = figure(73_100_177)
    const unitPrice = figure(12_034_571)
    const siteManager = index % 2 === 0 ? 'vlad' : 'andrei'
    const card = {
      subject: `Schele ${index}`,
      site: `zqsite${index}`,
      amount,
      siteManager: office.people[siteManager],
      counterparty: await aPartner(office),
      works: [{ _id: `w${index}`, what: 'Schele', quantity: 3, unitPrice }],
    }
    const answer = await office.as(by).post('/api/documents/contract', { card: { side: 'purchase', validUntil: '2027-03-31', ...card } })
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
    const path = pathOf(answer)
    // Nobody may write these by hand at this step: they stand in the row, as if somebody had at an earlier one.
    const margin = figure(65_432_125) / 100
    await database().query(`update document set card = card || $2::jsonb, rev = rev + 1 where id = $1`, [
      answer.body.id,
      JSON.stringify({ margin, notes: `zqnotes${index}` }),
    ])
    const did = async (name: string, way: string, body: object): Promise<Answer> => {
      const told = await office.as(name).post(way, body)
      if (told.status !== 200) throw new Error(`${state}, ${name}: ${JSON.stringify(told.body)}`)
      return told
    }
    if (state !== 'draft') {
      let now = await did(by, `${path}/actions`, { node: 'draft', action: 'submit' })
      if (state === 'withdrawn') await did(by, `${path}/commands/withdraw`, { comment: 'Not yet.' })
      if (state === 'rejected')
        await did('radu', `/api/assignments/${assignmentAt(now, 'finance', office.people.radu!)}/decision`, {
          outcome: 'rejected',
          comment: 'Not so.',
        })
      if (state === 'in-force') {
        for (let open = openOf(now); open.length > 0 && now.body.status === 'in-approval'; open = openOf(now)) {
          const { id, person, pool } = open[0]
          const name = names().find((one) => office.people[one] === person) ?? holders[pool?.[0] ?? ''] ?? 'nobody'
          now = await did(name, `/api/assignments/${id}/decision`, { outcome: 'approved', comment: 'Good.' })
        }
        await did(by, `${path}/actions`, { node: 'signing', action: 'signed', changes: [{ path: 'signedOn', to: '2026-10-05' }] })
      }
    }
    return {
      state,
      id: answer.body.id,
      author: by,
      siteManager,
      values: {
        subject: `Schele ${index}`,
        site: `zqsite${index}`,
        amount: String(amount),
        amountWithVat: plain(String(Math.round(amount * 121) / 100)),
        currentAmount: String(amount),
        unitPrice: String(unitPrice),
        price: String(unitPrice * 3),
        planned: String(unitPrice * 3),
        margin: plain(String(margin)),
        notes: `zqnotes${index}`,
      },
    }
  }

  /** What of all contracts stands in a text that somebody was told and must not have been. */
  const leaks = (person: string, told: string): { readonly field: string; readonly of: string; readonly value: string }[] => {
    const text = plain(told)
    return contracts.flatMap((contract) =>
      Object.entries(contract.values).flatMap(([field, value]) =>
        text.includes(value) && !(mayRead(person, contract) && sees[field]!(person, contract))
          ? [{ field, of: `${contract.state} ${contract.id}`, value }]
          : [],
      ),
    )
  }
  /** Asks a route as somebody, and answers with all that was said. */
  const heard = async (name: string, path: string): Promise<string> => {
    const response = await office.as(name).raw(path)
    return `${[...response.headers].join(' ')} ${await response.text()}`
  }

  it('by any route that answers, on any contract', async () => {
    const { body: described } = await office.as('daria').get('/api/openapi.json')
    const paths = Object.entries<Json>(described.paths).flatMap(([path, methods]) =>
      'get' in methods && path !== '/api/live' ? [path] : [],
    )
    const program = (await office.as('elena').get(`/api/documents/contract/${contracts[0]!.id}`)).body.program
    /** Every way to fill in a path's places; a place that is new here must be given one. */
    const filled = (path: string): string[] => {
      if (!path.includes('{')) return [path]
      const own = path.startsWith('/api/documents/contract/{id}')
      if (path.startsWith('/api/documents/') && !own) return []
      if (path === '/api/people/{id}') return [`/api/people/${office.people.elena}`]
      if (path === '/api/programs/{hash}') return [`/api/programs/${program}`]
      if (path === '/api/templates/{id}') return ['/api/templates/construction-contracts']
      if (!own) throw new Error(`nobody said what stands in ${path}`)
      const ways = contracts.map(({ id }) => path.replace('{id}', id))
      if (path.includes('{back}'))
        return ways.flatMap((way) => ['acts', 'payments', 'agreements'].map((back) => way.replace('{back}', back)))
      return path.endsWith('/at') ? ways.map((way) => `${way}?on=${encodeURIComponent('2030-01-01T00:00:00.000Z')}`) : ways
    }
    const asked = paths.flatMap(filled)
    const fields = Object.keys(sees).filter((field) => !['unitPrice', 'price'].includes(field))
    const type = await contractType()
    const lists = [
      ...(type.views ?? []).map(({ id }) => `view=${id}`),
      ...fields.flatMap((field) => [`sort=${field}`, `sort=-${field}`, `columns=${field}`]),
      ...[
        'amount > 1',
        'amount = null',
        'margin > 1',
        'site = "zqsite0"',
        'starts with(site, "zq")',
        'notes != null',
        'planned > 5',
        'amountWithVat > 0',
        'currentAmount > 0',
      ].map((filter) => `filter=${encodeURIComponent(filter)}`),
      ...Object.values(contracts[2]!.values).map((value) => `search=${encodeURIComponent(value)}`),
    ].flatMap((query) => [`/api/documents/contract?${query}&limit=50`, `/api/documents/contract/export?format=csv&${query}`])
    const searches = contracts.flatMap(({ values }) => Object.values(values).map((value) => `/api/search?q=${encodeURIComponent(value)}`))
    let seen = 0
    let answers = 0
    for (const name of names())
      for (const path of [...asked, ...lists, ...searches.slice(0, 24)]) {
        const told = await heard(name, path)
        answers++
        // A refusal says again what was asked for: that was known before.
        const asking = plain(decodeURIComponent(path))
        const leaked = leaks(name, told).filter(({ value }) => !asking.includes(value))
        expect([name, path, leaked]).toEqual([name, path, []])
        if (contracts.some(({ values }) => plain(told).includes(values.amount!))) seen++
      }
    // Those who may see it were shown it: the values are looked for as they are written.
    expect(seen).toBeGreaterThan(100)
    expect(answers).toBeGreaterThan(2_000)
  }, 600_000)

  it('a filter, a sort and a count say the same whatever a hidden value is', async () => {
    for (const name of names()) {
      const readable = contracts.filter((contract) => mayRead(name, contract)).map(({ id }) => id)
      const all = await office.as(name).get('/api/documents/contract?limit=50')
      if (all.status !== 200) continue
      const ids = (answer: Answer): string[] => answer.body.items.map(({ id }: Json) => id)
      expect([name, ids(all).sort(), all.body.count.total]).toEqual([name, [...readable].sort(), readable.length])
      for (const [field, low, high] of [
        ['amount', 'amount < 73103000', 'amount >= 73103000'],
        ['amountWithVat', 'amountWithVat < 88454000', 'amountWithVat >= 88454000'],
        ['currentAmount', 'currentAmount < 73103000', 'currentAmount >= 73103000'],
        ['margin', 'margin < 654361', 'margin >= 654361'],
        ['planned', 'planned < 36106000', 'planned >= 36106000'],
        ['site', 'site < "zqsite3"', 'site >= "zqsite3"'],
        ['notes', 'notes = null', 'notes != null'],
      ] as const) {
        const [one, other] = await Promise.all(
          [low, high].map((filter) => office.as(name).get(`/api/documents/contract?limit=50&filter=${encodeURIComponent(filter)}`)),
        )
        if (one!.status !== 200) continue
        for (const contract of contracts.filter((each) => mayRead(name, each) && !sees[field]!(name, each)))
          expect([name, field, contract.id, ids(one!).includes(contract.id), ids(other!).includes(contract.id)]).toEqual([
            name,
            field,
            contract.id,
            false,
            false,
          ])
      }
    }
  }, 240_000)

  it('by a refusal, whatever is tried', async () => {
    for (const name of names())
      for (const { id } of contracts) {
        const path = `/api/documents/contract/${id}`
        const stale = { 'if-match': '"999"' }
        const open = Object.keys((await office.as('daria').get(path)).body.process?.state.assignments ?? {})
        const tried = [
          ...Object.keys(sees).map((field) => office.as(name).patch(path, { changes: [{ path: field, from: 0, to: {} }] })),
          office.as(name).patch(path, { changes: [{ path: 'subject', to: 'Other' }] }, stale),
          office.as(name).post(`${path}/actions`, { node: 'draft', action: 'submit', changes: [{ path: 'validUntil', to: 'never' }] }),
          office.as(name).post(`${path}/commands/return`, { to: 'nowhere' }),
          ...open.map((seat) =>
            office.as(name).post(`/api/assignments/${seat}/decision`, { outcome: 'nothing of the kind', sawRevision: 999 }),
          ),
        ]
        for (const answer of await Promise.all(tried))
          expect([name, id, leaks(name, `${JSON.stringify([...answer.headers])} ${JSON.stringify(answer.body)}`)]).toEqual([name, id, []])
      }
    // A check over what somebody does not see is failed in words that do not tell it.
    for (const contract of contracts.filter(({ state }) => state === 'in-force'))
      for (const name of ['vlad', 'andrei', 'sorin', 'elena', 'bogdan']) {
        const card = {
          contract: { type: 'contract', id: contract.id },
          periodFrom: '2026-09-01',
          periodTo: '2026-09-30',
          amount: 999_000_000,
        }
        const made = await office.as(name).post('/api/documents/act', { card })
        const sent =
          made.status === 201
            ? await office.as(name).post(`/api/documents/act/${made.body.id}/actions`, { node: 'draft', action: 'submit' })
            : made
        const told = JSON.stringify([made.body, sent.body])
        expect([name, contract.id, leaks(name, told)]).toEqual([name, contract.id, []])
      }
  }, 240_000)

  it('by an event, a notice or what goes out', async () => {
    const streams = await Promise.all(
      names().map(async (name) => {
        const response = await office.as(name).raw('/api/live')
        const reader = response.body!.getReader()
        let text = ''
        const reading = (async () => {
          for (;;) {
            const { done, value } = await reader.read()
            if (done) return
            text += new TextDecoder().decode(value)
          }
        })()
        return { name, said: () => text, end: () => reader.cancel().then(() => reading) }
      }),
    )
    await expect.poll(() => streams.every(({ said }) => said().includes('hello')), { timeout: 30_000 }).toBe(true)
    const before = contracts.find(({ state }) => state === 'in-approval')!
    const { body } = await office.as('radu').get(`/api/documents/contract/${before.id}`)
    const seat = Object.values<Json>(body.process.state.assignments).find(
      ({ person, state }) => person === office.people.radu && state === 'open',
    )
    expect((await office.as('radu').post(`/api/assignments/${seat.id}/decision`, { outcome: 'approved' })).status).toBe(200)
    await office.catchUp()
    await expect.poll(() => streams.some(({ said }) => said().includes(before.id)), { timeout: 30_000 }).toBe(true)
    for (const { name, said, end } of streams) {
      expect([name, leaks(name, said())]).toEqual([name, []])
      await end()
    }
    const notices = await database().query<{ recipient: string; text: Json; facts: Json }>('select recipient, text, facts from notice')
    expect(notices.length).toBeGreaterThan(10)
    for (const { recipient, text, facts } of notices) {
      const name = names().find((one) => office.people[one] === recipient)!
      expect([name, leaks(name, JSON.stringify([text, facts]))]).toEqual([name, []])
    }
  }, 120_000)
})
