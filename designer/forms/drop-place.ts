import type { CellPlace } from '../model/commands/type/layout-cells.ts'

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface MeasuredCell extends Box {
  readonly column: number
  readonly row: number
  /** Over the whole width, below the columns. */
  readonly wide: boolean
}

/** A section as it lies on the screen. */
export interface MeasuredSection extends Box {
  readonly tab: string
  readonly section: string
  readonly columns: readonly Box[]
  readonly cells: readonly MeasuredCell[]
}

/** Where something dropped would land, and the line that says so. */
export interface Drop {
  readonly place: CellPlace
  readonly line: { readonly left: number; readonly top: number; readonly width: number }
}

const middle = ({ top, bottom }: Box): number => (top + bottom) / 2

/** The place under the pointer: between the cells of the column that it is over. Undefined far from every section. */
export function dropAt(sections: readonly MeasuredSection[], x: number, y: number): Drop | undefined {
  const section = nearest(sections, y)
  if (!section || x < section.left - 40 || x > section.right + 40) return undefined
  const of = { tab: section.tab, section: section.section }
  const wide = section.cells.filter((cell) => cell.wide)
  const narrowBottom = Math.max(...section.columns.map(({ bottom }) => bottom), section.top)
  if (wide.length > 0 && y > narrowBottom) {
    const before = wide.find((cell) => y < middle(cell))
    const at = before ?? wide.at(-1)!
    return {
      place: { ...of, column: at.column, row: before ? at.row : at.row + 1 },
      line: { left: section.left, width: section.right - section.left, top: before ? at.top - 6 : at.bottom + 6 },
    }
  }
  if (isStacked(section)) return dropInStack(section, y)
  const column = columnUnder(section.columns, x)
  const box = section.columns[column]
  if (!box) return undefined
  const cells = section.cells.filter((cell) => cell.column === column && !cell.wide)
  const below = cells.find((cell) => y < middle(cell))
  const last = cells.at(-1)
  return {
    place: { ...of, column, row: below ? below.row : last ? last.row + 1 : 0 },
    line: {
      left: box.left,
      width: box.right - box.left,
      top: below ? below.top - 6 : last ? last.bottom + 6 : box.top + 4,
    },
  }
}

/** On a phone the columns lie under one another, and their cells make one list. */
const isStacked = ({ columns, cells }: MeasuredSection): boolean => cells.length > 0 && columns.some(({ left, right }) => right <= left)

function dropInStack(section: MeasuredSection, y: number): Drop {
  const cells = [...section.cells].sort((a, b) => a.top - b.top)
  const before = cells.find((cell) => y < middle(cell))
  const at = before ?? cells.at(-1)!
  return {
    place: { tab: section.tab, section: section.section, column: at.column, row: before ? at.row : at.row + 1 },
    line: { left: section.left, width: section.right - section.left, top: before ? at.top - 6 : at.bottom + 6 },
  }
}

function nearest(sections: readonly MeasuredSection[], y: number): MeasuredSection | undefined {
  const distance = ({ top, bottom }: Box) => (y < top ? top - y : y > bottom ? y - bottom : 0)
  const best = [...sections].sort((a, b) => distance(a) - distance(b))[0]
  return best && distance(best) < 80 ? best : undefined
}

function columnUnder(columns: readonly Box[], x: number): number {
  const found = columns.findIndex(({ right }) => x <= right)
  return found < 0 ? columns.length - 1 : found
}
