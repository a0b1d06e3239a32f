import type { CardField } from '../../../../schemas/generated/card-field.ts'
import type { Text } from '../../../../schemas/generated/common.ts'
import type { DocumentType } from '../../../../schemas/generated/document-type.ts'

/** What stands in a place of the form. Blocks that the program does not have yet have no place. */
export type PlacedCell = { readonly kind: 'field'; readonly field: CardField } | { readonly kind: 'list'; readonly back: string }

export interface PlacedSection {
  readonly id: string
  readonly title: Text | null
  readonly columns: readonly (readonly PlacedCell[])[]
}

export interface PlacedTab {
  readonly id: string
  readonly label: Text | null
  readonly sections: readonly PlacedSection[]
}

/** What is asked of the card as it is now: whether a field shows, and whether a condition holds. */
export interface Showing {
  readonly shows: (field: string) => boolean
  readonly holds: (when: string | undefined) => boolean
}

const columnsWithoutLayout = 3

/**
 * The form as it stands now: tabs, sections and columns with what shows. A field without a place stands at the end of the
 * first tab, as a form must not hide what it may ask for. What is left empty falls out.
 */
export function placedLayout(type: DocumentType, { shows, holds }: Showing): PlacedTab[] {
  const fields = new Map(type.fields.map((field) => [field.id, field]))
  const placed = new Set(
    (type.layout ?? [])
      .flatMap(({ sections }) => sections.flatMap(({ columns }) => columns.flat()))
      .filter((cell) => typeof cell === 'string'),
  )
  const tabs = (type.layout ?? []).map(({ id, tab, when, sections }): PlacedTab => {
    const open = holds(when) ? sections.filter((section) => holds(section.when)) : []
    return {
      id,
      label: tab,
      sections: open.map((section) => ({
        id: section.id,
        title: section.title ?? null,
        columns: section.columns.map((column) =>
          column.flatMap((cell): PlacedCell[] => {
            if (typeof cell !== 'string') return cell.list === undefined ? [] : [{ kind: 'list', back: cell.list }]
            const field = fields.get(cell)
            return field && shows(cell) ? [{ kind: 'field', field }] : []
          }),
        ),
      })),
    }
  })
  const rest = type.fields.filter(({ id }) => !placed.has(id) && shows(id)).map((field): PlacedCell => ({ kind: 'field', field }))
  if (rest.length > 0) {
    const more: PlacedSection = { id: 'without-place', title: null, columns: dealt(rest, columnsWithoutLayout) }
    const first = tabs[0]
    if (first) tabs[0] = { ...first, sections: [...first.sections, more] }
    else tabs.push({ id: 'card', label: null, sections: [more] })
  }
  return tabs
    .map((tab) => ({ ...tab, sections: tab.sections.filter(({ columns }) => columns.some((column) => column.length > 0)) }))
    .filter(({ sections }) => sections.length > 0)
}

/** Deals cells to columns one after the other, so that they read row by row. */
function dealt(cells: readonly PlacedCell[], count: number): PlacedCell[][] {
  return Array.from({ length: Math.min(count, cells.length) }, (_, column) => cells.filter((_cell, index) => index % count === column))
}

/** The tab that a path of the card stands in; undefined where it does not show. */
export function tabOf(tabs: readonly PlacedTab[], path: string): string | undefined {
  const id = path.split('/', 1)[0]
  return tabs.find(({ sections }) =>
    sections.some(({ columns }) => columns.flat().some((cell) => cell.kind === 'field' && cell.field.id === id)),
  )?.id
}
