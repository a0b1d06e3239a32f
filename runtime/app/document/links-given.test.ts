import { describe, expect, it } from 'vitest'
import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { linksGiven } from './links-given.ts'

const type: DocumentType = {
  id: 'act',
  label: 'Act',
  kind: 'document',
  fields: [
    { id: 'contract', type: 'link', label: 'Contract', to: ['contract'] },
    { id: 'also', type: 'link', label: 'Also', to: ['contract'], many: true },
    { id: 'subject', type: 'text', label: 'Subject' },
  ],
}
const given = (search: string) => linksGiven(type, new URLSearchParams(search))

describe('the links of an address', () => {
  it('fill link fields, one or many', () => {
    expect(given('contract=contract/01a2-b&also=contract/c')).toEqual({
      contract: { type: 'contract', id: '01a2-b' },
      also: [{ type: 'contract', id: 'c' }],
    })
  })
  it('fill nothing else: no other type, no other field, no other shape', () => {
    expect(given('contract=person/1&subject=x&also=contract/../1&other=contract/1')).toEqual({})
    expect(given('contract=contract')).toEqual({})
  })
})
