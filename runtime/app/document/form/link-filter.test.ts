import { describe, expect, it } from 'vitest'
import type { LinkField } from '../../../../schemas/generated/card-field.ts'
import type { DocumentType } from '../../../../schemas/generated/document-type.ts'
import { linkFilter } from './link-filter.ts'

const type: DocumentType = {
  id: 'contract',
  label: 'Contract',
  kind: 'document',
  fields: [
    { id: 'counterparty', type: 'link', label: 'Counterparty', to: ['counterparty'] },
    { id: 'region', type: 'choice', label: 'Region', options: 'regions' },
    { id: 'amount', type: 'money', label: 'Amount', currency: 'RON' },
    { id: 'signedOn', type: 'date', label: 'Signed' },
  ],
}
const document = {
  id: '1',
  type: 'contract',
  number: null,
  title: {},
  status: 'draft',
  author: 'p1',
  createdOn: '',
  card: { counterparty: { type: 'counterparty', id: 'c1' }, region: 'north', amount: 12.5 },
  derived: {},
}
const filter = (where: string) => linkFilter(type, document, { id: 'x', type: 'link', label: 'X', to: ['other'], where } as LinkField)

describe('the filter of a link', () => {
  it('names the other by bare names, and puts in what this card has', () => {
    expect(filter('that.counterparty = counterparty and that.amount <= amount')).toBe('counterparty = "c1" and amount <= 12.5')
    expect(filter('that.region = region and that.status = "in-force"')).toBe('region = "north" and status = "in-force"')
  })
  it('takes a blank for blank', () => {
    expect(filter('that.until > signedOn')).toBe('until > null')
  })
  it('leaves texts and functions alone', () => {
    expect(filter('that.name = "counterparty" or amount(that.a) > 1')).toBe('name = "counterparty" or amount(a) > 1')
  })
  it('gives none where a value lies behind a link', () => {
    expect(filter('that.region = counterparty.region')).toBeUndefined()
  })
})
