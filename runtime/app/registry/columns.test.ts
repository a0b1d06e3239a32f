import { describe, expect, it } from 'vitest'
import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import type { RegistryRow } from '../../api/answers.ts'
import { columnsOf, currencyOfColumn, fieldsToAsk, viewColumns } from './columns.ts'

const type: DocumentType = {
  id: 'contract',
  label: 'Contract',
  kind: 'document',
  statuses: [{ id: 'draft', label: 'Draft' }],
  approval: [{ schema: 'contract-approval', start: 'on-create' }],
  fields: [
    { id: 'subject', type: 'text', label: 'Subject' },
    { id: 'notes', type: 'long-text', label: 'Notes' },
    { id: 'currency', type: 'choice', label: 'Currency', options: 'currencies' },
    { id: 'amount', type: 'money', label: 'Amount', currency: { field: 'currency' } },
  ],
}
const row = (amount: number | undefined, currency: string): RegistryRow =>
  ({ card: { currency, ...(amount === undefined ? {} : { amount }) } }) as unknown as RegistryRow

describe('the columns of a list', () => {
  it('are what fits into a row', () =>
    expect(columnsOf(type).map(({ id }) => id)).toEqual([
      'title',
      'status',
      'waitsFor',
      'author',
      'createdOn',
      'updatedOn',
      'subject',
      'currency',
      'amount',
    ]))
  it('answer whom a document waits for, beside its status', () => {
    expect(viewColumns(type, { id: 'all', label: 'All', as: 'table', columns: ['subject', 'status', 'amount', 'gone'] })).toEqual([
      'subject',
      'status',
      'waitsFor',
      'amount',
    ])
    expect(viewColumns({ ...type, approval: [] }, { id: 'all', label: 'All', as: 'table', columns: ['subject', 'status'] })).toEqual([
      'subject',
      'status',
    ])
  })
  it('of money need the currency of each row, and carry it in the head where it is one', () => {
    const amount = columnsOf(type).at(-1)!
    expect(fieldsToAsk([amount])).toEqual(['amount', 'currency'])
    expect(currencyOfColumn(amount, [row(1, 'RON'), row(2, 'RON'), row(undefined, 'EUR')])).toBe('RON')
    expect(currencyOfColumn(amount, [row(1, 'RON'), row(2, 'EUR')])).toBeUndefined()
  })
})
