import { describe, expect, it } from 'vitest'
import { dropAt, type MeasuredSection } from './drop-place.ts'

const section: MeasuredSection = {
  tab: 'main',
  section: 'one',
  left: 0,
  top: 0,
  right: 400,
  bottom: 300,
  columns: [
    { left: 0, top: 20, right: 190, bottom: 160 },
    { left: 210, top: 20, right: 400, bottom: 160 },
  ],
  cells: [
    { column: 0, row: 0, wide: false, left: 0, top: 20, right: 190, bottom: 80 },
    { column: 0, row: 2, wide: false, left: 0, top: 90, right: 190, bottom: 150 },
    { column: 0, row: 1, wide: true, left: 0, top: 200, right: 400, bottom: 290 },
  ],
}
const placed = (x: number, y: number) => dropAt([section], x, y)?.place

describe('where something dropped on a form lands', () => {
  it('is before the cell in whose upper half the pointer is, and after it in the lower', () => {
    expect(placed(50, 30)).toMatchObject({ column: 0, row: 0 })
    expect(placed(50, 70)).toMatchObject({ column: 0, row: 2 })
    expect(placed(50, 140)).toMatchObject({ column: 0, row: 3 })
  })
  it('is the top of a column that is empty', () => {
    expect(placed(300, 140)).toMatchObject({ column: 1, row: 0 })
  })
  it('is beside what takes the whole width, below the columns', () => {
    expect(placed(300, 210)).toMatchObject({ column: 0, row: 1 })
    expect(placed(300, 280)).toMatchObject({ column: 0, row: 2 })
  })
  it('is between the cells of one list where a phone puts the columns under one another', () => {
    const nowhere = { left: 0, top: 0, right: 0, bottom: 0 }
    const stacked: MeasuredSection = {
      ...section,
      columns: [nowhere, nowhere],
      cells: [
        { column: 0, row: 0, wide: false, left: 0, top: 20, right: 400, bottom: 80 },
        { column: 1, row: 0, wide: false, left: 0, top: 90, right: 400, bottom: 150 },
      ],
    }
    expect(dropAt([stacked], 100, 95)?.place).toMatchObject({ column: 1, row: 0 })
    expect(dropAt([stacked], 100, 149)?.place).toMatchObject({ column: 1, row: 1 })
    expect(dropAt([stacked], 100, 30)?.place).toMatchObject({ column: 0, row: 0 })
  })
  it('is nowhere far from the form', () => {
    expect(placed(900, 50)).toBeUndefined()
    expect(placed(50, 900)).toBeUndefined()
  })
  it('is shown by a line as wide as the column, or the section', () => {
    expect(dropAt([section], 300, 40)?.line).toMatchObject({ left: 210, width: 190 })
    expect(dropAt([section], 300, 280)?.line).toMatchObject({ left: 0, width: 400 })
  })
})
