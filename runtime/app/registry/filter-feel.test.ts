import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { compileExpression } from '../../engine/expression/compile.ts'
import { DATE, DATE_TIME, type FeelType, listOf, NUMBER, referenceTo, STRING } from '../../engine/expression/type.ts'
import { comparisonsOf, type Filter, filterablesOf, valuesTaken } from './filter.ts'
import { filterToFeel } from './filter-feel.ts'

const type: DocumentType = {
  id: 'contract',
  label: 'Contract',
  kind: 'document',
  number: { series: [{ pattern: '{0000}' }] },
  statuses: [
    { id: 'draft', label: 'Draft' },
    { id: 'in-force', label: 'In force' },
  ],
  fields: [
    { id: 'subject', type: 'text', label: 'Subject' },
    { id: 'amount', type: 'money', label: 'Amount', currency: 'RON' },
    { id: 'vat', type: 'percent', label: 'VAT' },
    { id: 'validUntil', type: 'date', label: 'Valid until' },
    { id: 'responsible', type: 'person', label: 'Responsible' },
    { id: 'counterparty', type: 'link', label: 'Counterparty', to: ['counterparty'] },
    { id: 'tags', type: 'choice', label: 'Tags', many: true, options: [{ id: 'vip', label: 'VIP' }] },
    { id: 'urgent', type: 'yes-no', label: 'Urgent' },
    { id: 'notes', type: 'long-text', label: 'Notes' },
  ],
}
const feel = (...filters: [field: string, comparison: Filter['comparison'], ...values: string[]][]) =>
  filterToFeel(
    filters.map(([field, comparison, ...values]) => ({ field, comparison, values })),
    type,
    'Europe/Bucharest',
  )

describe('chips become one condition', () => {
  it('of figures and statuses', () => {
    expect(feel(['amount', 'above', '50000'], ['status', 'one-of', 'in-force'])).toBe('amount > 50000 and status = "in-force"')
    expect(feel(['status', 'none-of', 'draft', 'in-force'])).toBe('not(status in ("draft", "in-force"))')
    expect(feel(['vat', 'between', '9', '21'])).toBe('vat >= 9 / 100 and vat <= 21 / 100')
  })
  it('of days, which are the office’s where a moment is compared', () => {
    expect(feel(['validUntil', 'before', '2027-01-01'])).toBe('validUntil < @"2027-01-01"')
    expect(feel(['validUntil', 'next', '30'])).toBe('validUntil >= today() and validUntil <= today() + duration("P30D")')
    expect(feel(['createdOn', 'on', '2026-10-31'])).toBe(
      'createdOn >= @"2026-10-31T00:00:00@Europe/Bucharest" and createdOn < @"2026-11-01T00:00:00@Europe/Bucharest"',
    )
  })
  it('of people, links and lists', () => {
    expect(feel(['responsible', 'one-of', 'me'])).toBe('responsible = me')
    expect(feel(['counterparty', 'one-of', 'counterparty/0190'])).toBe('counterparty = "0190"')
    expect(feel(['tags', 'one-of', 'vip', 'new'])).toBe('(list contains(tags, "vip") or list contains(tags, "new"))')
  })
  it('and leave out what is incomplete, unknown or cannot be compared', () => {
    expect(feel(['amount', 'above', ''], ['notes', 'is', 'x'], ['gone', 'is', 'x'], ['status', 'one-of'])).toBeUndefined()
  })

  it('that the engine can always read, whatever is typed', () => {
    const names: Record<string, FeelType> = {
      number: STRING,
      status: referenceTo('choice'),
      author: referenceTo('person'),
      me: referenceTo('person'),
      createdOn: DATE_TIME,
      subject: STRING,
      amount: NUMBER,
      vat: NUMBER,
      validUntil: DATE,
      responsible: referenceTo('person'),
      counterparty: referenceTo('link'),
      tags: listOf(referenceTo('choice')),
    }
    const filter = fc.constantFrom(...filterablesOf(type)).chain((one) =>
      fc.constantFrom(...comparisonsOf[one.kind]).chain((comparison) => {
        const taken = valuesTaken(comparison)
        const value =
          comparison === 'next' || comparison === 'past'
            ? fc.integer({ min: 0, max: 400 }).map(String)
            : one.kind === 'number' || one.kind === 'percent'
              ? fc.integer({ min: -1e6, max: 1e6 }).map((cents) => String(cents / 100))
              : one.kind === 'date' || one.kind === 'date-time'
                ? fc
                    .date({ min: new Date('1970-01-01'), max: new Date('2099-01-01'), noInvalidDate: true })
                    .map((date) => date.toISOString().slice(0, 10))
                : fc.string({ minLength: 1 })
        return fc
          .array(value, taken === 'some' ? { minLength: 1, maxLength: 3 } : { minLength: taken, maxLength: taken })
          .map((values) => ({ field: one.id, comparison, values }))
      }),
    )
    fc.assert(
      fc.property(fc.array(filter, { minLength: 1, maxLength: 3 }), (filters) => {
        const source = filterToFeel(filters, type, 'Europe/Bucharest')
        expect(source).toBeDefined()
        const compiled = compileExpression(source!, { names: (name) => names[name] ?? STRING, checkTypes: false })
        expect(compiled.ok ? '' : `${source} ${JSON.stringify(compiled.findings)}`).toBe('')
      }),
    )
  })
})
