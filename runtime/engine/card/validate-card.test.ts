import { Validator } from '@cfworker/json-schema'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { cardSchema } from './compile-card.ts'
import { validateCard } from './validate-card.ts'

const everyType: DocumentType = {
  id: 'everything',
  label: 'Everything',
  kind: 'record',
  fields: [
    { id: 'text', type: 'text', label: 'a', pattern: '[A-Z]{2}\\d+|free .*' },
    { id: 'longText', type: 'long-text', label: 'a' },
    { id: 'richText', type: 'rich-text', label: 'a' },
    { id: 'number', type: 'number', label: 'a', min: -5, max: 5 },
    { id: 'money', type: 'money', label: 'a', currency: 'RON' },
    { id: 'percent', type: 'percent', label: 'a' },
    { id: 'date', type: 'date', label: 'a' },
    { id: 'moment', type: 'date-time', label: 'a' },
    { id: 'time', type: 'time', label: 'a' },
    { id: 'duration', type: 'duration', label: 'a' },
    { id: 'yes', type: 'yes-no', label: 'a' },
    {
      id: 'inline',
      type: 'choice',
      label: 'a',
      options: [
        { id: 'x', label: 'x' },
        { id: 'y', label: 'y' },
      ],
    },
    { id: 'listed', type: 'choice', label: 'a', options: 'currencies', many: true },
    { id: 'person', type: 'person', label: 'a' },
    { id: 'department', type: 'department', label: 'a' },
    { id: 'link', type: 'link', label: 'a', to: ['contract', 'act'] },
    { id: 'links', type: 'link', label: 'a', to: ['contract', 'act'], many: true },
    {
      id: 'table',
      type: 'table',
      label: 'a',
      max: 2,
      fields: [
        { id: 'what', type: 'text', label: 'a' },
        { id: 'sum', type: 'number', label: 'a' },
      ],
    },
    { id: 'file', type: 'file', label: 'a' },
    { id: 'email', type: 'email', label: 'a' },
    { id: 'phone', type: 'phone', label: 'a', many: true },
    { id: 'web', type: 'web', label: 'a' },
    { id: 'rating', type: 'rating', label: 'a' },
    { id: 'color', type: 'color', label: 'a' },
    { id: 'signature', type: 'signature', label: 'a' },
  ],
}

const schema = cardSchema(everyType)
const ajv = new Ajv2020({ strict: false, allErrors: true }).compile(schema)
const cfworker = new Validator(schema as ConstructorParameters<typeof Validator>[0], '2020-12')

/** What JSON Schema cannot say, and only our own check does. */
const beyond = new Set(['decimals', 'too-many-digits', 'no-such-day'])

const ids = fc.constantFrom('a', 'b-1', 'Ana_2', '', 'with space', '-x')
const links = fc.record({ type: fc.constantFrom('contract', 'act', 'other'), id: ids }, { requiredKeys: ['type'] })
const plausible = {
  text: fc.constantFrom('AB12', 'free text', 'nope', '', 'free\ntext', 'free \u0000', 'free \ud800', 'free 😀'),
  longText: fc.constantFrom('two\nlines', '\t', '\u0007', 'ș'),
  richText: fc.array(
    fc.record({
      kind: fc.constantFrom('paragraph', 'table'),
      spans: fc.array(
        fc.record(
          { text: fc.constantFrom('a', ''), bold: fc.constantFrom(true, false), link: fc.constantFrom('https://x', 'javascript:x') },
          { requiredKeys: ['text'] },
        ),
        { maxLength: 2 },
      ),
    }),
    { maxLength: 2 },
  ),
  number: fc.constantFrom(0, 5, 5.5, -6, 1e-7, '5', null),
  money: fc.double({ noNaN: true, noDefaultInfinity: true }),
  percent: fc.integer(),
  date: fc.constantFrom('2026-02-28', '2026-02-30', '2026-13-01', '26-01-01', '2026-01-01T00:00:00.000Z'),
  moment: fc.constantFrom('2026-02-28T09:00:00.000Z', '2026-02-28T09:00:00Z', '2026-02-28T24:00:00.000Z'),
  time: fc.constantFrom('09:00', '9:00', '24:00', '09:00:00'),
  duration: fc.constantFrom('P2D', 'PT4H', 'P1Y6M', 'P1M2D', 'P', 'PT', '-P1D', 'P1W', 'PT1.5S'),
  yes: fc.constantFrom(true, false, 'true', 1),
  inline: fc.constantFrom('x', 'y', 'z', 1),
  listed: fc.array(ids, { maxLength: 3 }),
  person: ids,
  department: ids,
  link: links,
  links: fc.array(links, { maxLength: 3 }),
  table: fc.array(
    fc.record({ _id: ids, what: fc.constantFrom('dig', ''), sum: fc.integer(), other: fc.constant(1) }, { requiredKeys: [] }),
    { maxLength: 3 },
  ),
  file: ids,
  email: fc.constantFrom('a@b.ro', 'a@b', 'a b@c.ro', '@c.ro', 'ș@ț.ro'),
  phone: fc.array(fc.constantFrom('+40 722 123 456', '(021) 312', 'call me', '1'), { maxLength: 2 }),
  web: fc.constantFrom('https://example.org', 'javascript:alert(1)', 'example.org', 'http://'),
  rating: fc.constantFrom(1, 5, 6, 0, 2.5),
  color: fc.constantFrom('#1f6feb', '#fff', 'red'),
  signature: ids,
}
const cards = fc.record({ ...plausible, unknown: fc.constant(1) }, { requiredKeys: [] })
const oneValue = fc
  .constantFrom(...Object.keys(plausible))
  .chain((id) =>
    fc.tuple(fc.constant(id), fc.oneof(plausible[id as keyof typeof plausible] as fc.Arbitrary<unknown>, fc.jsonValue({ maxDepth: 2 }))),
  )

describe('the check of a card', () => {
  it('gives the same verdict as Ajv and as the browser do with the compiled JSON Schema', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          cards,
          oneValue.map(([id, value]) => ({ [id]: value })),
        ),
        (generated) => {
          // As it would have come over HTTP.
          const card = JSON.parse(JSON.stringify(generated)) as unknown
          const ours = validateCard(everyType, card).filter(({ rule }) => !beyond.has(rule) && !(rule === 'repeated' && isRowRepeat(card)))
          expect({ ajv: ajv(card), cfworker: cfworker.validate(card).valid }).toEqual({
            ajv: ours.length === 0,
            cfworker: ours.length === 0,
          })
        },
      ),
      { numRuns: 3000 },
    )
  })

  it('accepts a card with every type of field', () => {
    const card = {
      text: 'AB1',
      longText: 'a\nb',
      richText: [{ kind: 'paragraph', spans: [{ text: 'a', bold: true }] }],
      number: 1,
      money: 0.1,
      percent: 12.5,
      date: '2026-11-23',
      moment: '2026-11-23T09:00:00.000Z',
      time: '09:00',
      duration: 'P2D',
      yes: false,
      inline: 'x',
      listed: ['RON'],
      person: 'ana',
      department: 'legal',
      link: { type: 'act', id: 'a' },
      links: [{ type: 'act', id: 'a' }],
      table: [{ _id: 'r1', what: 'x', sum: 1 }],
      file: 'f',
      email: 'a@b.ro',
      phone: ['+40 722'],
      web: 'https://a.ro',
      rating: 5,
      color: '#1f6feb',
      signature: 's',
    }
    expect(validateCard(everyType, card)).toEqual([])
    expect(Object.keys(card)).toHaveLength(everyType.fields.length)
  })

  it('names the place, the rule, what was found and what was expected', () => {
    const type: DocumentType = {
      ...everyType,
      fields: [
        { id: 'price', type: 'money', label: 'a', currency: 'RON', decimals: 2 },
        { id: 'on', type: 'date', label: 'a', min: '2026-01-01' },
        { id: 'rows', type: 'table', label: 'a', fields: [{ id: 'due', type: 'date', label: 'a' }] },
      ],
    }
    expect(
      validateCard(type, { pirce: 1, price: 0.125, on: '2025-12-31', rows: [{ _id: 'r1', due: '2026-02-30' }, { _id: 'r1' }] }),
    ).toEqual([
      { path: 'pirce', rule: 'unknown-field', found: 'pirce', expected: 'price' },
      { path: 'price', rule: 'decimals', found: 0.125, expected: 'at most 2 digits after the point' },
      { path: 'on', rule: 'min', found: '2025-12-31', expected: 'not before 2026-01-01' },
      { path: 'rows/r1/due', rule: 'no-such-day', found: '2026-02-30', expected: 'a day that exists' },
      { path: 'rows/r1', rule: 'repeated', found: 'r1', expected: 'each row once' },
    ])
  })

  it('refuses a number that JSON would not keep exactly, and takes one of 15 digits', () => {
    expect(validateCard(everyType, { money: 123456789012345.6 })).toMatchObject([{ rule: 'too-many-digits' }])
    expect(validateCard(everyType, { money: 1234567890123.45 })).toEqual([])
    expect(validateCard(everyType, { money: 1e21 })).toEqual([])
  })
})

/** Rows with one id twice: JSON Schema has no word for it. */
function isRowRepeat(card: unknown): boolean {
  const rows = (card as { table?: unknown }).table
  if (!Array.isArray(rows)) return false
  const seen = rows.map((row: { _id?: unknown } | null) => row?._id)
  return new Set(seen).size < seen.length
}
