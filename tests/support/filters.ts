/** Random documents with a column of every kind, and random conditions over them: what the lists' filters are tried with. */
import fc from 'fast-check'
import type { Card } from '../../runtime/engine/card/card.ts'
import { expressionOf } from '../../runtime/engine/card/expression.ts'
import { aSite, theFacts } from '../../runtime/engine/card/sample-contract.ts'
import { scopeOf } from '../../runtime/engine/card/scope.ts'
import { type FactReader, readerOf } from '../../runtime/engine/document/fact-reader.ts'
import { toSql } from '../../runtime/engine/expression/sql.ts'
import { cardColumn } from '../../runtime/store/card-columns.ts'
import type { Database } from '../../runtime/store/database.ts'
import { readDocuments, writeDocument } from '../../runtime/store/documents.ts'
import { type Fragment, fragment, joined } from '../../runtime/store/fragment.ts'
import { ensurePartition } from '../../runtime/store/partitions.ts'
import type { StoredDocument } from '../../runtime/store/write.ts'
import type { DocumentType } from '../../schemas/generated/document-type.ts'
import { ana, creation, radu } from './a-document.ts'

const type: DocumentType = {
  id: 'request',
  label: 'Request',
  kind: 'document',
  statuses: [
    { id: 'draft', label: 'Draft' },
    { id: 'in-force', label: 'In force' },
  ],
  fields: [
    { id: 'subject', type: 'text', label: 'Subject' },
    { id: 'text', type: 'long-text', label: 'Text' },
    { id: 'mail', type: 'email', label: 'E-mail' },
    { id: 'words', type: 'text', label: 'Words', many: true },
    { id: 'count', type: 'number', label: 'Count' },
    { id: 'amount', type: 'money', label: 'Amount', currency: 'RON' },
    { id: 'paid', type: 'money', label: 'Paid', currency: 'RON' },
    { id: 'total', type: 'money', label: 'Total', currency: 'RON', rollup: { of: 'acts', sum: 'amount' } },
    { id: 'margin', type: 'percent', label: 'Margin' },
    { id: 'stars', type: 'rating', label: 'Stars' },
    { id: 'sizes', type: 'number', label: 'Sizes', many: true },
    { id: 'signedOn', type: 'date', label: 'Signed on' },
    { id: 'validUntil', type: 'date', label: 'Valid until' },
    { id: 'visits', type: 'date', label: 'Visits', many: true },
    { id: 'seenAt', type: 'date-time', label: 'Seen at' },
    { id: 'opens', type: 'time', label: 'Opens' },
    { id: 'urgent', type: 'yes-no', label: 'Urgent' },
    { id: 'open', type: 'yes-no', label: 'Open' },
    { id: 'side', type: 'choice', label: 'Side', options: 'sides' },
    { id: 'tags', type: 'choice', label: 'Tags', options: 'sides', many: true },
    { id: 'responsible', type: 'person', label: 'Responsible' },
    { id: 'helpers', type: 'person', label: 'Helpers', many: true },
    { id: 'partner', type: 'link', label: 'Partner', to: ['counterparty'] },
    { id: 'partners', type: 'link', label: 'Partners', to: ['counterparty'], many: true },
  ],
}

const TEXTS = [
  '',
  ' ',
  'a',
  'A',
  'ab',
  'ab%',
  'a_',
  'b\\',
  'B',
  'ș',
  'ş',
  's\u0326',
  'șa',
  'ț',
  'Î',
  '😀',
  '豈',
  '\u{10ffff}',
  '\ud7ff',
  "'",
  '"',
]
const NUMBERS = [-1, -0.1, 0, 0.1, 0.3, 10, 12.5, 99.99, 1e21, 123456789012345, 0.000001]
const DAYS = ['1000-01-01', '1969-12-31', '2026-01-31', '2026-02-28', '2027-01-01', '9999-12-31']
const MOMENTS = ['1969-12-31T23:59:59.999Z', '1970-01-01T00:00:00.000Z', '2026-11-24T22:00:00.000Z', '2026-11-25T10:00:00.001Z']
const CLOCKS = ['00:00', '08:30', '23:59']
const ITEMS = ['draft', 'in-force', 'RON']
const PEOPLE = [ana, radu]
const LINKS = [ana, radu].map((id) => ({ type: 'counterparty', id }))

const some = <T>(of: readonly T[]) => fc.uniqueArray(fc.constantFrom(...of), { minLength: 1, maxLength: 3 })

/** Any field may be blank. */
const documents = fc.record({
  status: fc.constantFrom('draft', 'in-force'),
  number: fc.option(fc.constantFrom('A-1', 'A-2', 'ș-1')),
  author: fc.constantFrom(ana, radu),
  total: fc.option(fc.constantFrom(0, 10, 99.99)),
  at: fc.constantFrom(...MOMENTS),
  card: fc.record(
    {
      subject: fc.constantFrom(...TEXTS.slice(1)),
      text: fc.constantFrom(...TEXTS.slice(1)),
      mail: fc.constantFrom('a', 'ab', 'B'),
      words: some(TEXTS.slice(1)),
      count: fc.constantFrom(...NUMBERS),
      amount: fc.constantFrom(0, 0.1, 0.3, 10, 99.99),
      paid: fc.constantFrom(0, 0.1, 0.3, 10, 99.99),
      margin: fc.constantFrom(0, 0.1, 10, 12.5, 33.333333333333),
      stars: fc.integer({ min: 1, max: 5 }),
      sizes: some(NUMBERS),
      signedOn: fc.constantFrom(...DAYS),
      validUntil: fc.constantFrom(...DAYS),
      visits: some(DAYS),
      seenAt: fc.constantFrom(...MOMENTS),
      opens: fc.constantFrom(...CLOCKS),
      urgent: fc.boolean(),
      open: fc.boolean(),
      side: fc.constantFrom(...ITEMS),
      tags: some(ITEMS),
      responsible: fc.constantFrom(...PEOPLE),
      helpers: some(PEOPLE),
      partner: fc.constantFrom(...LINKS),
      partners: some(LINKS),
    },
    { requiredKeys: [] },
  ),
})

/** A family of columns, and how its values are written; `lists` hold such values. */
interface Family {
  readonly fields: readonly string[]
  readonly lists: readonly string[]
  readonly ordered: boolean
  readonly value: fc.Arbitrary<string>
}

const written = (values: readonly string[]) => fc.constantFrom(...values)
const numbers = written([...NUMBERS.map(String), '-0.125', '0.33333333333333', '2 * 5', '1e400', '0.1 + 0.2'])
const families: readonly Family[] = [
  {
    fields: ['subject', 'text', 'mail', 'number'],
    lists: ['words'],
    ordered: true,
    value: written([...TEXTS.map((text) => JSON.stringify(text)), '"A-1"', '"ab%c"']),
  },
  { fields: ['count', 'amount', 'paid', 'stars', 'total'], lists: ['sizes'], ordered: true, value: numbers },
  { fields: ['margin'], lists: [], ordered: true, value: numbers },
  {
    fields: ['signedOn', 'validUntil'],
    lists: ['visits'],
    ordered: true,
    value: written([...DAYS.map((day) => `@"${day}"`), 'today()', 'today() - duration("P1M")', 'date("2026-02-28")', '@"12000-01-01"']),
  },
  {
    fields: ['seenAt', 'createdOn'],
    lists: [],
    ordered: true,
    value: written([
      ...MOMENTS.map((moment) => `@"${moment}"`),
      '@"2026-11-25T00:00:00@Europe/Bucharest"',
      '@"1969-12-31T23:59:59.9995Z"',
      '@"2026-11-25T10:00:00.0019Z"',
      '@"2026-11-25T12:00:00"',
      '@"2026-11-25"',
      'now()',
    ]),
  },
  { fields: ['opens'], lists: [], ordered: true, value: written([...CLOCKS.map((at) => `@"${at}:00"`), '@"08:30:30"', '@"08:30:00Z"']) },
  { fields: ['urgent', 'open'], lists: [], ordered: false, value: written(['true', 'false']) },
  { fields: ['side', 'status'], lists: ['tags'], ordered: false, value: written(ITEMS.map((item) => JSON.stringify(item))) },
  { fields: ['responsible', 'author'], lists: ['helpers'], ordered: false, value: written(['me']) },
  { fields: ['partner'], lists: ['partners'], ordered: false, value: written(['null']) },
]

const family = fc.constantFrom(...families)
const orBlank = (value: fc.Arbitrary<string>) => fc.oneof({ weight: 6, arbitrary: value }, { weight: 1, arbitrary: fc.constant('null') })
const operator = ({ ordered }: Family) => (ordered ? fc.constantFrom('<', '<=', '>', '>=', '=', '!=') : fc.constantFrom('=', '!='))
const text = (...parts: readonly fc.Arbitrary<string>[]) => fc.tuple(...parts).map((all) => all.join(''))
const spaced = (...parts: readonly fc.Arbitrary<string>[]) => fc.tuple(...parts).map((all) => all.join(' '))
const is = (word: string) => fc.constant(word)

/** One test of an `in`: a value, a range with either end in or out, a comparison, a list of these. */
function testOf(of: Family, depth = 1): fc.Arbitrary<string> {
  const value = orBlank(of.value)
  const plain = of.ordered
    ? fc.oneof(
        value,
        spaced(fc.constantFrom('<', '<=', '>', '>=', '=', '!='), value),
        text(fc.constantFrom('[', '('), value, is('..'), value, fc.constantFrom(']', ')')),
      )
    : value
  if (depth === 0) return plain
  return fc.oneof(
    { weight: 4, arbitrary: plain },
    { weight: 1, arbitrary: fc.array(testOf(of, 0), { maxLength: 3 }).map((all) => `[${all.join(', ')}]`) },
  )
}

const simple: fc.Arbitrary<string> = family.chain((of) => {
  const field = fc.constantFrom(...of.fields)
  const value = orBlank(of.value)
  const every: fc.Arbitrary<string>[] = [
    spaced(field, operator(of), value),
    spaced(value, operator(of), field),
    spaced(field, operator(of), field),
    spaced(field, fc.constantFrom('=', '!='), is('null')),
    spaced(
      field,
      is('in'),
      fc.array(testOf(of), { minLength: 1, maxLength: 3 }).map((all) => `(${all.join(', ')})`),
    ),
    spaced(field, is('in'), testOf(of)),
    text(is('list contains(['), fc.array(value, { maxLength: 3 }).map(String), is('], '), field, is(')')),
  ]
  if (of.ordered) every.push(spaced(field, is('between'), value, is('and'), value))
  if (of.fields.includes('subject')) every.push(text(is('starts with('), field, is(', '), of.value, is(')')))
  if (of.fields.includes('urgent')) every.push(field, field)
  for (const list of of.lists)
    every.push(
      text(is(`list contains(${list}, `), value, is(')')),
      spaced(fc.constantFrom('=', '!=').map((sign) => `${list} ${sign} null`)),
    )
  return fc.oneof(...every)
})

/** A condition of the part of the language that a list can be filtered by, and a little beyond it. */
export const conditions: fc.Arbitrary<string> = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    simple,
    fc.tuple(tie('any'), fc.constantFrom('and', 'or'), tie('any')).map(([a, word, b]) => `(${a}) ${word} (${b})`),
    tie('any').map((inner) => `not(${inner})`),
  ),
})).any

/** Documents in a store, and what a condition lets through by each reading. */
export interface Filtered {
  readonly documents: readonly StoredDocument[]
  /** By the evaluator and by the database, for each condition; null where it has no SQL reading. */
  both(conditions: readonly string[]): Promise<(readonly [evaluated: readonly string[], selected: readonly string[]] | null)[]>
}

const now = '2026-11-25T10:00:00.000Z'
const site = aSite({ types: new Map([[type.id, type]]) })

/** Writes random documents and answers how to ask for them both ways. */
export async function filteredDocuments(database: Database, count = 150): Promise<Filtered> {
  await database.transaction((tx) => ensurePartition(tx, type.id))
  const ids: string[] = []
  for (const { card, status, at, ...row } of fc.sample(documents, { numRuns: count, seed: 7 })) {
    const made = creation({ type: type.id, card: card as Card, status, at })
    await writeDocument(database, made)
    ids.push(made.document.id)
    // Numbers and totals are given by ways of their own; here they are only read.
    await database.query(`update document set number = $2, author = $3, derived = $4::jsonb where type = 'request' and id = $1`, [
      made.document.id,
      row.number,
      row.author,
      JSON.stringify(row.total === null ? {} : { total: row.total }),
    ])
  }
  const stored = await readDocuments(
    database,
    ids.map((id) => ({ type: type.id, id })),
  )
  const facts = readerOf({ ...theFacts({ site }), now }, { rollups: 'kept' })
  return {
    documents: stored,
    async both(sources) {
      const readings = sources.map((source) => sqlOf(source, facts))
      const asked = readings.filter((reading) => reading !== null)
      const columns = asked.flatMap((reading, n) => [n > 0 ? ', ' : '', `array_agg(d.id::text) filter (where `, reading, `) as c${n}`])
      const { text: statement, params } = joined(['select ', ...columns, ` from document d where d.type = 'request'`])
      const row = asked.length > 0 ? (await database.query<Record<string, string[] | null>>(statement, params))[0]! : {}
      let n = 0
      return readings.map((reading, index) =>
        reading === null ? null : [evaluated(sources[index]!, stored, facts), (row[`c${n++}`] ?? []).toSorted()],
      )
    },
  }
}

const subjectless = { id: '', type: type.id, number: null, title: {}, status: '', author: '', createdOn: now, card: {}, derived: {} }

function sqlOf(source: string, facts: FactReader): Fragment | null {
  const host = scopeOf({ type }, subjectless, facts, { me: ana })
  const read = toSql(expressionOf(source)!, { columns: (path) => cardColumn(type, path), host })
  return read.ok ? fragment(read.text, ...read.params) : null
}

function evaluated(source: string, stored: readonly StoredDocument[], facts: FactReader): string[] {
  const expression = expressionOf(source)!
  return stored
    .filter(({ document }) => expression.evaluate(scopeOf({ type }, document, facts, { me: ana })) === true)
    .map(({ document }) => document.id)
    .toSorted()
}
