import { describe, expect, it } from 'vitest'
import type { DocumentType } from '../../../../schemas/generated/document-type.ts'
import { placedLayout, tabOf } from './layout.ts'

const type: DocumentType = {
  id: 'contract',
  label: 'Contract',
  kind: 'document',
  fields: [
    { id: 'subject', type: 'text', label: 'Subject' },
    { id: 'amount', type: 'money', label: 'Amount', currency: 'RON' },
    { id: 'paid', type: 'money', label: 'Paid', currency: 'RON' },
    { id: 'notes', type: 'text', label: 'Notes' },
  ],
  layout: [
    { id: 'main', tab: 'Main', sections: [{ id: 'a', columns: [['subject'], ['amount']] }] },
    {
      id: 'sums',
      tab: 'Sums',
      when: 'status = "in-force"',
      sections: [{ id: 'b', columns: [['paid', { list: 'acts' }, { block: 'paper' }]] }],
    },
  ],
}
const all = { shows: () => true, holds: () => true }
const shape = (tabs: ReturnType<typeof placedLayout>) =>
  tabs.map(({ id, sections }) => [
    id,
    sections.map(({ columns }) =>
      columns.map((column) => column.map((cell) => (cell.kind === 'field' ? cell.field.id : `list:${cell.back}`))),
    ),
  ])

describe('the layout of a form', () => {
  it('puts a field without a place at the end of the first tab, and leaves out blocks that are not there yet', () => {
    expect(shape(placedLayout(type, all))).toEqual([
      ['main', [[['subject'], ['amount']], [['notes']]]],
      ['sums', [[['paid', 'list:acts']]]],
    ])
  })
  it('leaves out a tab whose condition does not hold, with all that is in it', () => {
    expect(shape(placedLayout(type, { ...all, holds: (when) => when === undefined }))).toEqual([
      ['main', [[['subject'], ['amount']], [['notes']]]],
    ])
  })
  it('leaves out what is empty', () => {
    expect(shape(placedLayout(type, { ...all, shows: (id) => id === 'amount' }))).toEqual([
      ['main', [[[], ['amount']]]],
      ['sums', [[['list:acts']]]],
    ])
  })
  it('deals the fields of a type without a layout row by row', () => {
    const { layout: _, ...plain } = type
    expect(shape(placedLayout(plain, all))).toEqual([['card', [[['subject', 'notes'], ['amount'], ['paid']]]]])
  })
  it('knows the tab of a path', () => {
    expect(tabOf(placedLayout(type, all), 'paid')).toBe('sums')
    expect(tabOf(placedLayout(type, all), 'works/1/x')).toBeUndefined()
  })
})
