import { describe, expect, it } from 'vitest'
import type { Numbering } from '../../../schemas/generated/document-type.ts'
import { checkNumbering } from './check-numbering.ts'

const types: Record<string, string> = { side: 'choice', signedOn: 'date', works: 'table', 'contract.number': 'text' }
const check = (numbering: Numbering) => checkNumbering(numbering, (path) => types[path])

describe('the check of how a type is numbered', () => {
  it('has nothing to say about two series, of which the last always holds', () => {
    expect(
      check({ series: [{ when: 'side = "sale"', pattern: 'V-{yyyy}/{0000}' }, { pattern: 'A-{yyyy}/{0000}' }], date: 'signedOn' }),
    ).toEqual([])
  })
  it('finds a pattern without a counter', () => {
    expect(check({ series: [{ pattern: 'A-{yyyy}' }] })).toEqual([
      { code: 'number-without-digits', level: 'problem', path: '/number/series/0/pattern', facts: { pattern: 'A-{yyyy}' } },
    ])
  })
  it('finds a field that does not exist, in the text, in what counts and as the date', () => {
    const found = check({ series: [{ pattern: '{sied}-{0000}', per: ['branch'] }], date: 'signed' })
    expect(found.map(({ code, path }) => [code, path])).toEqual([
      ['number-unknown-field', '/number/date'],
      ['number-unknown-field', '/number/series/0/pattern'],
      ['number-unknown-field', '/number/series/0/per/0'],
    ])
  })
  it('finds a date that is no date and a value that cannot be shown', () => {
    const found = check({ series: [{ pattern: '{works}-{0000}' }], date: 'side' })
    expect(found.map(({ code }) => code)).toEqual(['number-date-is-none', 'number-field-unshowable'])
  })
  it('hints at a series that is never reached', () => {
    expect(check({ series: [{ pattern: '{000}' }, { when: 'true', pattern: 'B{000}' }] })).toMatchObject([
      { code: 'number-series-unreached', level: 'hint', path: '/number/series/1' },
    ])
  })
  it('hints that a document may find no series', () => {
    expect(check({ series: [{ when: 'side = "sale"', pattern: '{000}' }] })).toMatchObject([
      { code: 'number-series-may-lack', level: 'hint' },
    ])
  })
  it('hints at digits that touch a value, for two documents could then bear one number', () => {
    expect(check({ series: [{ pattern: '{side}{000}' }] })).toMatchObject([{ code: 'number-digits-touch-value', level: 'hint' }])
  })
  it('hints that what the text shows counts by itself', () => {
    expect(check({ series: [{ pattern: '{yyyy}/{000}', per: ['yyyy'] }] })).toMatchObject([{ code: 'number-per-is-shown', level: 'hint' }])
  })
  it('takes the number of a linked document', () => {
    expect(check({ series: [{ pattern: '{contract.number}/{00}' }] })).toEqual([])
  })
})
