import { expect, it } from 'vitest'
import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { keyFields } from './key-fields.ts'

const type: DocumentType = {
  id: 'contract',
  label: 'Contract',
  kind: 'document',
  fields: [
    { id: 'subject', type: 'text', label: 'Subject' },
    { id: 'notes', type: 'long-text', label: 'Notes' },
    { id: 'amount', type: 'money', label: 'Amount', currency: 'RON' },
    { id: 'signedOn', type: 'date', label: 'Signed on' },
  ],
  views: [{ id: 'all', label: 'All', as: 'table', columns: ['number', 'amount'] }],
  layout: [{ id: 'main', tab: 'Main', sections: [{ id: 'one', columns: [['signedOn', 'notes', { list: 'acts' }]] }] }],
}
const ids = (most: number, always?: string[]) => keyFields(type, { subject: 'x', notes: 'y', amount: 1 }, most, always).map(({ id }) => id)

it('shows the columns of the list first, and neither blanks nor long texts', () => expect(ids(6)).toEqual(['amount', 'subject']))
it('shows at most so many', () => expect(ids(1)).toEqual(['amount']))
it('always shows what changed meanwhile, also where it became blank', () => expect(ids(2, ['signedOn'])).toEqual(['signedOn', 'amount']))
