import { describe, expect, it } from 'vitest'
import type { DocumentType } from '../../../../schemas/generated/document-type.ts'
import { validateCard } from '../../../engine/card/validate-card.ts'
import { en } from '../../language/en.ts'
import { makeTexts } from '../../language/texts.tsx'
import { valueProblems } from './value-problems.ts'

const type: DocumentType = {
  id: 'contract',
  label: 'Contract',
  kind: 'document',
  fields: [
    { id: 'amount', type: 'money', label: 'Amount', currency: 'RON', min: 0 },
    { id: 'vat', type: 'percent', label: 'VAT', max: 100 },
    { id: 'code', type: 'text', label: 'Code', pattern: '[A-Z]+', help: 'Capitals only.' },
    { id: 'until', type: 'date', label: 'Until', min: '2026-01-01' },
    { id: 'tags', type: 'text', label: 'Tags', many: true },
    {
      id: 'works',
      type: 'table',
      label: 'Works',
      max: 1,
      fields: [{ id: 'price', type: 'money', label: 'Price', currency: 'RON', min: 1 }],
    },
  ],
}
const formats = { number: String, percent: (value: number) => `${value} %`, date: (day: string) => `day ${day}` } as never
const problems = (card: unknown) => Object.fromEntries(valueProblems(type, validateCard(type, card), makeTexts('en', en), formats))

describe('a value that does not fit', () => {
  it('is told in a sentence, with the bound as people read it', () => {
    expect(problems({ amount: -1, vat: 101, until: '2025-12-31' })).toEqual({
      amount: 'At least 0.',
      vat: 'At most 100 %.',
      until: 'Not before day 2026-01-01.',
    })
  })
  it('of a form of its own repeats what the help of the field says', () => {
    expect(problems({ code: 'x' })).toEqual({ code: 'This does not have the form that is asked for here. Capitals only.' })
  })
  it('is shown at its cell, and one in a list at its field', () => {
    expect(problems({ works: [{ _id: 'r1', price: 0 }], tags: ['a', 'a'] })).toEqual({
      'works/r1/price': 'At least 1.',
      tags: 'This stands here twice.',
    })
  })
  it('tells how many rows there may be', () => {
    expect(problems({ works: [{ _id: 'r1' }, { _id: 'r2' }] })).toEqual({ works: 'At most 1 row.' })
  })
})
