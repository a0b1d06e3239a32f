import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import type { Card, CardValue, Row } from '../card/card.ts'
import { fieldsOf } from '../card/field.ts'
import type { Change } from '../document/command.ts'

/**
 * The changes that fill a card in: each value put in its field, null blanks it. Rows of a table are filled by their place:
 * the cells given are set in the row that stands there, further rows are added, and what is not named stays as it is.
 */
export function changesOf(type: DocumentType, present: Card, filled: Readonly<Record<string, CardValue | null>>): readonly Change[] {
  return Object.entries(filled).flatMap(([id, value]): readonly Change[] => {
    if (fieldsOf(type).get(id)?.type !== 'table' || !Array.isArray(value)) return [{ path: id, to: value }]
    return rowChanges(id, (present[id] ?? []) as readonly Row[], value as readonly Row[])
  })
}

function rowChanges(table: string, present: readonly Row[], filled: readonly Row[]): readonly Change[] {
  return filled.flatMap((row, index): readonly Change[] => {
    const standing = present[index]
    if (!standing) return [{ path: `${table}/${row._id}`, to: row }]
    return Object.entries(row)
      .filter(([column]) => column !== '_id')
      .map(([column, to]) => ({ path: `${table}/${standing._id}/${column}`, to }))
  })
}
