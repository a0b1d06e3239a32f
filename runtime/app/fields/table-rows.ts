import type { CardValue, Row } from '../../engine/card/card.ts'

/** The rows with one cell changed; a blank cell is an absent key. */
export function withCell(rows: readonly Row[], id: string, column: string, value: CardValue | undefined): readonly Row[] {
  return rows.map((row) => {
    if (row._id !== id) return row
    const { [column]: _before, ...rest } = row
    return (value === undefined ? rest : { ...rest, [column]: value }) as Row
  })
}

/** The rows with one of them moved up (-1) or down (1); at an end it stays. */
export function withMoved(rows: readonly Row[], index: number, by: -1 | 1): readonly Row[] {
  const row = rows[index]
  const to = index + by
  return !row || to < 0 || to >= rows.length ? rows : rows.toSpliced(index, 1).toSpliced(to, 0, row)
}
