import { describe, expect, it } from 'vitest'
import { compileExpression } from './compile.ts'
import { type SqlColumn, toSql } from './sql.ts'
import { parseDateTime } from './temporal.ts'
import { BOOLEAN, DATE, DATE_TIME, type FeelType, listOf, NUMBER, referenceTo, STRING } from './type.ts'

const types: Record<string, FeelType> = {
  amount: NUMBER,
  margin: NUMBER,
  paid: NUMBER,
  subject: STRING,
  signedOn: DATE,
  createdOn: DATE_TIME,
  urgent: BOOLEAN,
  status: referenceTo('choice'),
  responsible: referenceTo('person'),
  tags: listOf(referenceTo('choice')),
  me: referenceTo('person', { department: referenceTo('department') }),
}
const columns: Record<string, SqlColumn> = {
  amount: { kind: 'number', text: `(card->>'amount')::numeric` },
  margin: { kind: 'percent', text: `(card->>'margin')::numeric` },
  paid: { kind: 'number', text: 'paid' },
  subject: { kind: 'text', text: `(card->>'subject')` },
  signedOn: { kind: 'date', text: `(card->>'signedOn') collate "C"` },
  createdOn: { kind: 'date-time', text: `created_on` },
  urgent: { kind: 'boolean', text: `(card->>'urgent')::boolean` },
  status: { kind: 'status', text: 'status' },
  responsible: { kind: 'reference', text: `(card->>'responsible')` },
  tags: { kind: 'choice', text: `(card->'tags')`, many: true },
}

function sql(source: string): string {
  const compiled = compileExpression(source, { names: (name) => types[name] })
  if (!compiled.ok) return JSON.stringify(compiled.findings)
  const result = toSql(compiled.expression, {
    columns: (path) => columns[path],
    host: {
      name: () => ({ kind: 'person', id: 'ana' }),
      read: () => null,
      now: () => parseDateTime('2026-11-25T10:00:00@Europe/Bucharest'),
    },
  })
  return result.ok
    ? [result.text, ...result.params].join(' | ')
    : result.findings.map(({ code, from, to }) => `${code} ${from}-${to}`).join()
}

describe('the SQL reading of a condition', () => {
  it('is a plain operator for a comparison with a constant, so that an index serves it', () => {
    expect(sql('amount > 10000')).toBe(`((card->>'amount')::numeric > $1::numeric) | 10000`)
    expect(sql('10000 < amount')).toBe(`((card->>'amount')::numeric > $1::numeric) | 10000`)
    expect(sql('status = "in-force"')).toBe('(status = $1::text) | in-force')
    expect(sql('responsible = me')).toBe(`((card->>'responsible') = $1::text) | ana`)
    expect(sql('signedOn < today() - duration("P30D")')).toBe(`((card->>'signedOn') collate "C" < $1::text) | 2026-10-26`)
    expect(sql('createdOn >= @"2026-11-25T00:00:00@Europe/Bucharest"')).toBe(
      `(created_on collate "C" >= $1::text) | 2026-11-24T22:00:00.000Z`,
    )
  })
  it('tells blank from false under a not', () => {
    expect(sql('not(status = "draft")')).toBe('(not (status is not distinct from $1::text)) | draft')
    expect(sql('status != "draft"')).toBe('(status is distinct from $1::text) | draft')
    expect(sql('not(status in ("a", "b"))')).toBe('(not (status is not null and status in ($1::text, $2::text))) | a | b')
  })
  it('knows blank', () => {
    expect(sql('signedOn = null')).toBe(`((card->>'signedOn') collate "C" is null)`)
    expect(sql('null != signedOn')).toBe(`((card->>'signedOn') collate "C" is not null)`)
    expect(sql('status in ("a", null)')).toBe('(status is null or status = $1::text) | a')
    expect(sql('tags = null')).toBe(`((card->'tags') is null)`)
    expect(sql('tags != null')).toBe(`((card->'tags') is not null)`)
    expect(sql('paid in (> null, [1..2])')).toBe('(null::boolean or ((paid >= $1::numeric) and (paid <= $2::numeric))) | 1 | 2')
    expect(sql('paid in [[1..null]]')).toBe('null::boolean')
  })
  it('finds nothing in a list of nothing', () => {
    expect(sql('status in []')).toBe('false')
    expect(sql('not(status in ([], []))')).toBe('(not false)')
  })
  it('joins conditions and ranges', () => {
    expect(sql('paid between 1 and 5')).toBe('((paid >= $1::numeric) and (paid <= $2::numeric)) | 1 | 5')
    expect(sql('paid in ([10..20), > 100, 7)')).toBe(
      '((paid = $4::numeric) or ((paid >= $1::numeric) and (paid < $2::numeric)) or (paid > $3::numeric)) | 10 | 20 | 100 | 7',
    )
    expect(sql('paid = 1 and (paid = 2 or paid = 3)')).toBe(
      '((paid = $1::numeric) and ((paid = $2::numeric) or (paid = $3::numeric))) | 1 | 2 | 3',
    )
  })
  it('reads percentages as the card keeps them', () =>
    expect(sql('margin > 0.125')).toBe(`((card->>'margin')::numeric > $1::numeric) | 12.5`))
  it('compares columns, two blanks being equal', () =>
    expect(sql('amount = paid')).toBe(`((card->>'amount')::numeric is not distinct from paid)`))
  it('looks into lists and at beginnings', () => {
    expect(sql('list contains(tags, "vip")')).toBe(`((card->'tags') @> to_jsonb($1::text)) | vip`)
    expect(sql('list contains(["a", "b"], status)')).toBe('(status in ($1::text, $2::text)) | a | b')
    expect(sql('starts with(subject, "Contra")')).toBe(
      `((card->>'subject') collate "C" >= $1::text and (card->>'subject') collate "C" < $2::text) | Contra | Contrb`,
    )
  })
  it('refuses the rest, and says which piece', () => {
    expect(sql('amount > 1 and contains(subject, "x")')).toBe('not-filterable 15-37')
    expect(sql('amount * 2 > 5')).toBe('not-filterable 0-14')
    expect(sql('responsible.name = "Ana"')).toContain('unknown-member')
  })
})
