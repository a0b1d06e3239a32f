import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import type { Card, CardValue, LinkValue, Row } from './card.ts'
import { columnsOf, type Field, fieldsOf } from './field.ts'

/** One link of a card: the field that holds it (`table.column` in a row), and where it points. */
export interface CardLink {
  readonly field: string
  readonly to: LinkValue
}

/** Every link of a card, each target once for each field. */
export function linksOf(type: DocumentType, card: Card): readonly CardLink[] {
  const found = new Map<string, CardLink>()
  for (const { key, field, table } of linkFields(type)) {
    const values = table ? ((card[table.id] ?? []) as readonly Row[]).map((row) => row[field.id]) : [card[field.id]]
    for (const value of values) for (const to of targets(value)) found.set(`${key} ${to.type}/${to.id}`, { field: key, to })
  }
  return [...found.values()]
}

/** A link field, or a link column of a table. */
export interface LinkField {
  /** `contract`, or `works.product`. */
  readonly key: string
  readonly field: Field
  readonly table: Field | null
}

const linksIn = new WeakMap<DocumentType, readonly LinkField[]>()

/** The link fields of a type, those in tables as `table.column`. */
export function linkFields(type: DocumentType): readonly LinkField[] {
  let found = linksIn.get(type)
  if (!found) {
    found = [...fieldsOf(type).values()].flatMap((field): readonly LinkField[] => {
      if (field.type === 'link') return [{ key: field.id, field, table: null }]
      if (field.type !== 'table') return []
      return [...columnsOf(field).values()]
        .filter((column) => column.type === 'link')
        .map((column) => ({ key: `${field.id}.${column.id}`, field: column, table: field }))
    })
    linksIn.set(type, found)
  }
  return found
}

function targets(value: CardValue | undefined): readonly LinkValue[] {
  if (value === undefined) return []
  return (Array.isArray(value) ? value : [value]) as readonly LinkValue[]
}
