import { PGlite } from '@electric-sql/pglite'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compileExpression } from '../../../runtime/engine/expression/compile.ts'
import { fromNumber } from '../../../runtime/engine/expression/decimal.ts'
import type { Host } from '../../../runtime/engine/expression/host.ts'
import { type SqlColumn, toSql } from '../../../runtime/engine/expression/sql.ts'
import { parseDate, parseDateTime } from '../../../runtime/engine/expression/temporal.ts'
import { BOOLEAN, DATE, type FeelType, listOf, NUMBER, referenceTo, STRING } from '../../../runtime/engine/expression/type.ts'
import type { Value } from '../../../runtime/engine/expression/value.ts'

const types: Record<string, FeelType> = {
  amount: NUMBER,
  paid: NUMBER,
  subject: STRING,
  signedOn: DATE,
  urgent: BOOLEAN,
  status: referenceTo('choice'),
  tags: listOf(referenceTo('choice')),
}
const columns: Record<string, SqlColumn> = {
  amount: { kind: 'number', text: `(card->>'amount')::numeric` },
  paid: { kind: 'number', text: `(card->>'paid')::numeric` },
  subject: { kind: 'text', text: `(card->>'subject')` },
  signedOn: { kind: 'date', text: `((card->>'signedOn') collate "C")` },
  urgent: { kind: 'boolean', text: `(card->>'urgent')::boolean` },
  status: { kind: 'status', text: `(card->>'status')` },
  tags: { kind: 'choice', text: `(card->'tags')`, many: true },
}
type Card = Partial<
  Record<'amount' | 'paid', number> & Record<'subject' | 'signedOn' | 'status', string> & { urgent: boolean; tags: string[] }
>

const NUMBERS = [-1, 0, 0.1, 0.3, 10, 99.99]
const TEXTS = ['', 'a', 'ab', 'B', 'ș', '😀', '豈']
const DAYS = ['2026-01-31', '2026-02-28', '2027-01-01']
const IDS = ['draft', 'done', 'lost']

const cards = fc.record<Card>(
  {
    amount: fc.constantFrom(...NUMBERS),
    paid: fc.constantFrom(...NUMBERS),
    subject: fc.constantFrom(...TEXTS),
    signedOn: fc.constantFrom(...DAYS),
    urgent: fc.boolean(),
    status: fc.constantFrom(...IDS),
    tags: fc.uniqueArray(fc.constantFrom(...IDS), { minLength: 1 }),
  },
  { requiredKeys: [] },
)

const quoted = (text: string) => JSON.stringify(text)
const number = fc.constantFrom(...NUMBERS).map(String)
const text = fc.constantFrom(...TEXTS).map(quoted)
const day = fc.constantFrom(...DAYS).map((date) => `@${quoted(date)}`)
const id = fc.constantFrom(...IDS).map(quoted)
const order = fc.constantFrom('<', '<=', '>', '>=', '=', '!=')
const same = fc.constantFrom('=', '!=')
const range = fc.tuple(number, number).map(([a, b]) => (Number(a) <= Number(b) ? `[${a}..${b})` : `(${b}..${a}]`))

const simple = fc.oneof(
  fc.tuple(fc.constantFrom('amount', 'paid'), order, number).map((parts) => parts.join(' ')),
  fc.tuple(number, order, fc.constant('amount')).map((parts) => parts.join(' ')),
  order.map((operator) => `amount ${operator} paid`),
  fc.tuple(fc.constant('subject'), order, text).map((parts) => parts.join(' ')),
  fc.tuple(fc.constant('signedOn'), order, day).map((parts) => parts.join(' ')),
  fc.tuple(fc.constant('status'), same, id).map((parts) => parts.join(' ')),
  fc
    .tuple(fc.constantFrom('amount', 'subject', 'urgent', 'status', 'signedOn'), same)
    .map(([name, operator]) => `${name} ${operator} null`),
  fc.constantFrom('urgent', 'urgent = true', 'urgent != false', 'true'),
  fc.tuple(number, number).map(([low, high]) => `amount between ${low} and ${high}`),
  fc.tuple(range, number, number).map(([inside, least, one]) => `amount in (${inside}, > ${least}, ${one})`),
  fc.array(fc.oneof(id, fc.constant('null')), { minLength: 1, maxLength: 3 }).map((ids) => `status in (${ids.join(', ')})`),
  fc.array(id, { maxLength: 3 }).map((ids) => `list contains([${ids.join(', ')}], status)`),
  id.map((one) => `list contains(tags, ${one})`),
  text.map((start) => `starts with(subject, ${start})`),
)
const condition = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    simple,
    fc.tuple(tie('any'), fc.constantFrom('and', 'or'), tie('any')).map(([a, operator, b]) => `(${a}) ${operator} (${b})`),
    tie('any').map((inner) => `not(${inner})`),
  ),
})).any

function hostOf(card: Card): Host {
  const values: Record<string, Value> = {
    amount: card.amount === undefined ? null : fromNumber(card.amount),
    paid: card.paid === undefined ? null : fromNumber(card.paid),
    subject: card.subject ?? null,
    signedOn: card.signedOn ? parseDate(card.signedOn) : null,
    urgent: card.urgent ?? null,
    status: card.status ? { kind: 'choice', id: card.status } : null,
    tags: card.tags?.map((tag) => ({ kind: 'choice', id: tag })) ?? null,
  }
  return { name: (name) => values[name] ?? null, read: () => null, now: () => parseDateTime('2026-11-25T10:00:00Z') }
}

describe('a condition in the engine and in the database', () => {
  let database: PGlite
  beforeAll(async () => {
    database = await PGlite.create()
    await database.exec('create table document (id int primary key, card jsonb)')
  }, 60_000)
  afterAll(() => database.close())

  it('lets the same cards through', async () => {
    const sample = fc.sample(cards, { numRuns: 150, seed: 7 })
    await database.query('insert into document select (row->>0)::int, row->1 from jsonb_array_elements($1::jsonb) row', [
      JSON.stringify(sample.map((card, i) => [i, card])),
    ])
    await fc.assert(
      fc.asyncProperty(condition, async (source) => {
        const compiled = compileExpression(source, { names: (name) => types[name], expected: BOOLEAN })
        if (!compiled.ok) throw new Error(`${source}: ${JSON.stringify(compiled.findings)}`)
        const query = toSql(compiled.expression, { columns: (path) => columns[path], host: hostOf({}) })
        if (!query.ok) throw new Error(`${source}: ${JSON.stringify(query.findings)}`)
        const { rows } = await database.query<{ id: number }>(`select id from document where ${query.text} order by id`, [...query.params])
        const expected = sample.flatMap((card, i) => (compiled.expression.evaluate(hostOf(card)) === true ? [i] : []))
        expect(rows.map(({ id }) => id)).toEqual(expected)
      }),
      { numRuns: 600 },
    )
  }, 60_000)
})
