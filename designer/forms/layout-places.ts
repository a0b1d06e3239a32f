import type { CardField } from '../../schemas/generated/card-field.ts'
import type { DocumentType, LayoutCell, LayoutTab } from '../../schemas/generated/document-type.ts'
import { type CellPlace, cellKey } from '../model/commands/type/layout-cells.ts'

/** Where a cell stands on the form; undefined where it does not. */
export function placeOf(layout: readonly LayoutTab[], key: string): Required<CellPlace> | undefined {
  for (const tab of layout)
    for (const section of tab.sections)
      for (const [column, cells] of section.columns.entries()) {
        const row = cells.findIndex((cell) => cellKey(cell) === key)
        if (row >= 0) return { tab: tab.id, section: section.id, column, row }
      }
  return undefined
}

/** The fields of a type that have no place on its form, and are not out of use. */
export function notPlaced(type: DocumentType, layout: readonly LayoutTab[]): readonly CardField[] {
  return type.fields.filter(({ id, retired }) => !retired && !placeOf(layout, id))
}

/** What else may stand on a form and does not yet: lists of documents that point here, and blocks of the program. */
export function otherCells(layout: readonly LayoutTab[], lists: readonly string[], blocks: readonly string[]): readonly LayoutCell[] {
  const all = [...lists.map((list) => ({ list })), ...blocks.map((block) => ({ block }))] as LayoutCell[]
  return all.filter((cell) => !placeOf(layout, cellKey(cell)))
}

export type Direction = 'up' | 'down' | 'left' | 'right'

/**
 * Where a cell goes when it is moved by one: up and down within its column and over its ends into the next section, left and right
 * to the column beside. Undefined where there is nothing that way. The row counts before the cell is taken out.
 */
export function placeBeside(layout: readonly LayoutTab[], key: string, direction: Direction): CellPlace | undefined {
  const from = placeOf(layout, key)
  const tab = layout.find(({ id }) => id === from?.tab)
  const nth = tab?.sections.findIndex(({ id }) => id === from?.section) ?? -1
  const section = tab?.sections[nth]
  if (!from || !tab || !section) return undefined
  const here = { tab: tab.id, section: section.id }
  const height = section.columns[from.column]!.length
  switch (direction) {
    case 'left':
    case 'right': {
      const column = from.column + (direction === 'left' ? -1 : 1)
      const beside = section.columns[column]
      return beside && { ...here, column, row: Math.min(from.row, beside.length) }
    }
    case 'up': {
      if (from.row > 0) return { ...here, column: from.column, row: from.row - 1 }
      const above = tab.sections[nth - 1]
      if (!above) return undefined
      const column = Math.min(from.column, above.columns.length - 1)
      return { tab: tab.id, section: above.id, column, row: above.columns[column]!.length }
    }
    case 'down': {
      if (from.row < height - 1) return { ...here, column: from.column, row: from.row + 2 }
      const below = tab.sections[nth + 1]
      return below && { tab: tab.id, section: below.id, column: Math.min(from.column, below.columns.length - 1), row: 0 }
    }
  }
}

/** The place right below a cell, for what is added after it; the end of the first section of a tab where nothing is chosen. */
export function placeAfter(layout: readonly LayoutTab[], key: string | undefined, tab: string): CellPlace | undefined {
  const at = key === undefined ? undefined : placeOf(layout, key)
  if (at) return { ...at, row: at.row + 1 }
  const section = layout.find(({ id }) => id === tab)?.sections.at(-1)
  if (!section) return undefined
  // The shortest column, so that fields added one after another fill the section evenly.
  const column = section.columns.reduce((best, cells, index) => (cells.length < section.columns[best]!.length ? index : best), 0)
  return { tab, section: section.id, column }
}
