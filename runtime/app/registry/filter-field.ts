import type { CardField } from '../../../schemas/generated/card-field.ts'
import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import type { CardValue, LinkValue } from '../../engine/card/card.ts'
import { type Comparison, type Filterable, valuesTaken } from './filter.ts'

/**
 * The field in which the values of a filter are entered: the same inputs as a form's, but never required nor calculated,
 * and holding several where the comparison takes several.
 */
export function fieldForFilter({ kind, field }: Filterable, comparison: Comparison, type: DocumentType, label: string): CardField {
  const base = { id: 'value', label }
  const many = valuesTaken(comparison) === 'some'
  if (comparison === 'next' || comparison === 'past') return { ...base, type: 'number', decimals: 0, min: 0 }
  switch (kind) {
    case 'number':
      return field?.type === 'money'
        ? { ...base, type: 'money', currency: field.currency, ...(field.decimals === undefined ? {} : { decimals: field.decimals }) }
        : { ...base, type: 'number' }
    case 'percent':
      return { ...base, type: 'percent' }
    case 'date':
    case 'date-time':
      return { ...base, type: 'date' }
    case 'choice':
      return {
        ...base,
        type: 'choice',
        many,
        options: field?.type === 'choice' ? field.options : (type.statuses ?? []).map(({ id, label: of }) => ({ id, label: of })),
      }
    case 'reference':
      if (field?.type === 'link') return { ...base, type: 'link', to: field.to, many }
      if (field?.type === 'department') return { ...base, type: 'department', many }
      return { ...base, type: 'person', many }
    default:
      return { ...base, type: 'text' }
  }
}

/** A filter's texts as the value of a card, for the inputs; undefined for none. */
export function toCardValue(field: CardField, values: readonly string[]): CardValue | undefined {
  const read = (text: string): CardValue => {
    if (field.type === 'link') return linkNamed(text)
    return field.type === 'number' || field.type === 'money' || field.type === 'percent' ? Number(text) : text
  }
  const found = values.filter((value) => value !== '').map(read)
  if (found.length === 0) return undefined
  return 'many' in field && field.many ? found : found[0]
}

export function fromCardValue(value: CardValue | undefined): string[] {
  if (value === undefined) return []
  return [value].flat().map((one) => (typeof one === 'object' ? `${(one as LinkValue).type}/${(one as LinkValue).id}` : String(one)))
}

const linkNamed = (name: string): LinkValue & CardValue => {
  const slash = name.indexOf('/')
  return { type: name.slice(0, slash), id: name.slice(slash + 1) }
}
