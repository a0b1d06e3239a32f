import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import type { Card, CardValue, LinkValue } from './card.ts'
import { type Field, fieldsOf } from './field.ts'

/** Values that must be unique among the documents of the type, as text: what people write without case and superfluous blanks. */
export function uniqueValuesOf(type: DocumentType, card: Card): readonly { readonly field: string; readonly value: string }[] {
  return [...fieldsOf(type).values()]
    .filter((field) => field.unique && card[field.id] !== undefined)
    .flatMap((field) => valuesOf(field, card[field.id]!).map((value) => ({ field: field.id, value: uniqueText(field, value) })))
}

function valuesOf(field: Field, value: CardValue): readonly CardValue[] {
  return field.many ? (value as readonly CardValue[]) : [value]
}

function uniqueText(field: Field, value: CardValue): string {
  if (field.type === 'link') return `${(value as LinkValue).type}/${(value as LinkValue).id}`
  return typeof value === 'string' ? value.trim().replace(/\s+/g, ' ').toLowerCase() : String(value)
}
