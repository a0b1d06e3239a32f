import { describe, expect, it } from 'vitest'
import type { Row } from '../../engine/card/card.ts'
import { withCell, withMoved } from './table-rows.ts'

const rows: readonly Row[] = [{ _id: 'a', what: 'Roof' }, { _id: 'b', what: 'Walls', price: 10 }, { _id: 'c' }]

describe('the rows of a table', () => {
  it('get a cell, and lose it when it is blanked', () => {
    expect(withCell(rows, 'c', 'price', 5)[2]).toEqual({ _id: 'c', price: 5 })
    expect(withCell(rows, 'b', 'price', undefined)[1]).toEqual({ _id: 'b', what: 'Walls' })
    expect(withCell(rows, 'b', 'price', undefined)[0]).toBe(rows[0])
  })
  it('change places, and stay where there is no further', () => {
    expect(withMoved(rows, 0, 1).map((row) => row._id)).toEqual(['b', 'a', 'c'])
    expect(withMoved(rows, 2, -1).map((row) => row._id)).toEqual(['a', 'c', 'b'])
    expect(withMoved(rows, 0, -1)).toBe(rows)
    expect(withMoved(rows, 2, 1)).toBe(rows)
  })
})
