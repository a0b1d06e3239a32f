import type { DocumentType, LayoutCell, LayoutSection, LayoutTab } from '../../../../schemas/generated/document-type.ts'
import { inserted } from '../../lists.ts'
import { ownWords } from '../../text-in-languages.ts'

/** A place on the form, counted from 0; `tab` and `section` by id. `row` left out: at the bottom of the column. */
export interface CellPlace {
  readonly tab: string
  readonly section: string
  readonly column: number
  readonly row?: number
}

/** What stands in a cell, as one text: a field's id, `list:acts`, `block:paper`. */
export function cellKey(cell: LayoutCell): string {
  if (typeof cell === 'string') return cell
  return cell.list !== undefined ? `list:${cell.list}` : `block:${cell.block}`
}

/** The form of a type; of one that has none of its own, the one tab with all fields that people see then. */
export function layoutOf(type: DocumentType, languages: readonly string[]): readonly LayoutTab[] {
  if (type.layout) return type.layout
  const fields = type.fields.filter(({ retired }) => !retired).map(({ id }) => id)
  return [{ id: 'main', tab: ownWords({ en: 'Main', ro: 'Date principale' }, languages), sections: [{ id: 'all', columns: [fields] }] }]
}

export function mapSections(layout: readonly LayoutTab[], edit: (section: LayoutSection, tab: LayoutTab) => LayoutSection): LayoutTab[] {
  return layout.map((tab) => ({ ...tab, sections: tab.sections.map((section) => edit(section, tab)) }))
}

export function withoutCell(layout: readonly LayoutTab[], key: string): LayoutTab[] {
  return mapSections(layout, (section) => ({
    ...section,
    columns: section.columns.map((column) => column.filter((cell) => cellKey(cell) !== key)),
  }))
}

/** Puts a cell on the form and takes it from where it was. Undefined where there is no such section or column. */
export function withCell(
  layout: readonly LayoutTab[],
  cell: LayoutCell,
  { tab, section, column, row }: CellPlace,
): LayoutTab[] | undefined {
  const target = layout.find(({ id }) => id === tab)?.sections.find(({ id }) => id === section)
  const cells = target?.columns[column]
  if (!target || !cells) return undefined
  // Taken out of the same column above its new place, everything below has moved up by one.
  const before = cells.findIndex((each) => cellKey(each) === cellKey(cell))
  const at = row !== undefined && before >= 0 && before < row ? row - 1 : row
  return mapSections(withoutCell(layout, cellKey(cell)), (each, around) =>
    around.id !== tab || each.id !== section
      ? each
      : { ...each, columns: each.columns.map((list, index) => (index === column ? inserted(list, cell, at) : list)) },
  )
}
