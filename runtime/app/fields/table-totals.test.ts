import { describe, expect, it } from 'vitest'
import type { Column } from '../../../schemas/generated/card-field.ts'
import type { Row } from '../../engine/card/card.ts'
import { totalledColumns, totalOf } from './table-totals.ts'

const money = (id: string, formula?: string): Column =>
  ({ id, type: 'money', label: id, currency: 'RON', ...(formula ? { formula } : {}) }) as Column
const quantity = { id: 'quantity', type: 'number', label: 'Quantity' } as Column

describe('the totals of a table', () => {
  it('add calculated sums, not the price of one', () => {
    expect(totalledColumns([quantity, money('unitPrice'), money('price', 'row.quantity * row.unitPrice')])).toEqual(['price'])
    expect(totalledColumns([quantity, money('price')])).toEqual(['price'])
    expect(totalledColumns([money('a'), money('b')])).toEqual([])
  })
  it('are exact, and leave blanks out', () => {
    const rows: Row[] = [{ _id: '1', price: 0.1 }, { _id: '2', price: 0.2 }, { _id: '3' }, { _id: '4', price: 1204000.05 }]
    expect(totalOf(rows, 'price')).toBe(1204000.35)
    expect(totalOf([{ _id: '1' }], 'price')).toBeUndefined()
  })
})
