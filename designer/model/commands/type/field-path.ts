import type { CardField, Column } from '../../../../schemas/generated/card-field.ts'
import type { DocumentType } from '../../../../schemas/generated/document-type.ts'

/** A field of the card, `amount`, or a column of a table, `works.price`. */
export type FieldPath = string

export function fieldOf(type: DocumentType, path: FieldPath): CardField | Column | undefined {
  const [id, column] = path.split('.')
  const field = type.fields.find((each) => each.id === id)
  return column === undefined ? field : field?.type === 'table' ? field.fields.find((each) => each.id === column) : undefined
}

/** The type with one of its fields or columns changed. */
export function withField(type: DocumentType, path: FieldPath, edit: (field: CardField) => CardField): DocumentType {
  const [id, column] = path.split('.')
  const fields = type.fields.map((field): CardField => {
    if (field.id !== id) return field
    if (column === undefined) return edit(field)
    if (field.type !== 'table') return field
    return { ...field, fields: field.fields.map((each) => (each.id === column ? (edit(each) as Column) : each)) }
  })
  return { ...type, fields }
}
