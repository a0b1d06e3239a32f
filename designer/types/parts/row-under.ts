/** The row that a height lies over: the first whose middle is below it, counted so that a dragged row lands there; the last beyond all. */
export function rowUnder(rows: readonly { readonly top: number; readonly bottom: number }[], y: number): number {
  const found = rows.findIndex(({ bottom }) => y < bottom)
  return found < 0 ? Math.max(0, rows.length - 1) : found
}
