import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import type { Card, CardValue, LinkValue, Row } from './card.ts'
import { columnsOf, type Field, fieldsOf } from './field.ts'

/** A link that stands in a card: by which field (`counterparty`, or `works.supplier` for a column), and to what. */
export interface CardLink {
  readonly field: string
  readonly to: LinkValue
}

/** Every link of a card, each once for its field. */
export function linksOf(type: DocumentType, card: Card): readonly CardLink[] {
  const found = new Map<string, CardLink>()
  const add = (field: string, value: CardValue | undefined): void => {
    for (const to of (Array.isArray(value) ? value : value === undefined ? [] : [value]) as readonly LinkValue[])
      found.set(`${field} ${to.type}/${to.id}`, { field, to })
  }
  for (const field of fieldsOf(type).values()) {
    if (field.type === 'link') add(field.id, card[field.id])
    if (field.type !== 'table') continue
    for (const column of columnsOf(field).values())
      if (column.type === 'link')
        for (const row of (card[field.id] ?? []) as readonly Row[]) add(`${field.id}.${column.id}`, row[column.id])
  }
  return [...found.values()]
}

/** Values that must be unique among the documents of the type, as text: people's text without case and outer blanks. */
export function uniqueValuesOf(type: DocumentType, card: Card): readonly { readonly field: string; readonly value: string }[] {
  return [...fieldsOf(type).values()]
    .filter((field) => field.unique && card[field.id] !== undefined)
    .flatMap((field) =>
      (field.many ? (card[field.id] as readonly CardValue[]) : [card[field.id]!]).map((value) => ({
        field: field.id,
        value: uniqueText(field, value),
      })),
    )
}

function uniqueText(field: Field, value: CardValue): string {
  if (field.type === 'link') return `${(value as LinkValue).type}/${(value as LinkValue).id}`
  return typeof value === 'string' ? value.trim().replace(/\s+/g, ' ').toLowerCase() : String(value)
}
