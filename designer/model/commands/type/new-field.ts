import type { CardField } from '../../../../schemas/generated/card-field.ts'
import type { Text } from '../../../../schemas/generated/common.ts'
import { ownWords } from '../../text-in-languages.ts'

export type FieldType = CardField['type']

/** A new field with what its type cannot do without. `to`: of a link, the type that it first points at. */
export function makeField(
  type: FieldType,
  id: string,
  label: Text,
  around: { readonly to: string; readonly currency: string; readonly languages: readonly string[] },
): CardField {
  const base = { id, label }
  const words = (en: string, ro: string) => ownWords({ en, ro }, around.languages)
  switch (type) {
    case 'money':
      return { ...base, type, currency: around.currency }
    case 'choice':
      return {
        ...base,
        type,
        options: [
          { id: 'first', label: words('First', 'Prima') },
          { id: 'second', label: words('Second', 'A doua') },
        ],
      }
    case 'link':
      return { ...base, type, to: [around.to] }
    case 'table':
      return { ...base, type, fields: [{ id: 'what', type: 'text', label: words('What', 'Ce') }] }
    default:
      return { ...base, type } as CardField
  }
}
