import type { CardField } from '../../../schemas/generated/card-field.ts'
import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import type { Card } from '../../engine/card/card.ts'

/** Types whose values are too long, or not yet anything to see, for a glance. */
const tooLong: readonly CardField['type'][] = ['table', 'long-text', 'rich-text', 'file', 'signature']

/**
 * The few fields that tell most about a document: what its first list shows, then what its form shows first; blank ones
 * are left out, except those in `always`.
 */
export function keyFields(type: DocumentType, card: Card, most: number, always: readonly string[] = []): CardField[] {
  const layout = (type.layout ?? []).flatMap((tab) => tab.sections.flatMap((section) => section.columns.flat()))
  const order = [...always, ...(type.views?.[0]?.columns ?? []), ...layout, ...type.fields.map(({ id }) => id)]
  const found = new Map<string, CardField>()
  for (const id of order) {
    const field = typeof id === 'string' ? type.fields.find((one) => one.id === id) : undefined
    if (field && !tooLong.includes(field.type) && (card[field.id] !== undefined || always.includes(field.id))) found.set(field.id, field)
  }
  return [...found.values()].slice(0, Math.max(most, always.length))
}
