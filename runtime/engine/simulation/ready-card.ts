import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { addDays, type LocalDate } from '../calendar/local-date.ts'
import type { Card, CardValue, LinkValue, Row } from '../card/card.ts'
import { columnsOf, type Field, fieldsOf } from '../card/field.ts'
import type { Id } from '../document/state.ts'

/** How the words of a template's files become values of this office. */
export interface CardNames {
  /** The document that was made under an `as`; undefined where there is none (yet). */
  readonly document: (as: string) => LinkValue | undefined
  /** The person of the site whom the template calls so. */
  readonly person: (name: string) => Id | undefined
  /** The day that `today+30` counts from; left out where only fixed dates are allowed. */
  readonly today?: LocalDate
  /** Ids for rows that have none. */
  readonly newId: () => Id
}

/**
 * A card as a template writes it, made ready for a command: links by `as` point at real documents, people are the site's,
 * dates such as `today-12` are dates, rows of tables have ids. What is not known stays as it is written, and is refused
 * with its place when the command is decided.
 */
export function readyCard(type: DocumentType, card: Readonly<Record<string, unknown>>, names: CardNames): Card {
  return readyValues(fieldsOf(type), card, names)
}

function readyValues(fields: ReadonlyMap<string, Field>, values: Readonly<Record<string, unknown>>, names: CardNames): Card {
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => {
      const field = fields.get(id)
      return [id, field ? readyValue(field, value as CardValue, names) : (value as CardValue)]
    }),
  )
}

function readyValue(field: Field, value: CardValue, names: CardNames): CardValue {
  if (Array.isArray(value)) {
    if (field.type === 'table') return value.map((row: Row) => readyRow(field, row, names))
    return (value as readonly CardValue[]).map((one) => readyOne(field, one, names))
  }
  return readyOne(field, value, names)
}

function readyRow(table: Field, row: Row, names: CardNames): Row {
  return { ...readyValues(columnsOf(table), row, names), _id: row._id ?? names.newId() } as Row
}

function readyOne(field: Field, value: CardValue, names: CardNames): CardValue {
  if (field.type === 'link' && typeof value === 'object' && value !== null && 'id' in value) {
    return names.document(String(value.id)) ?? value
  }
  if (typeof value !== 'string') return value
  if (field.type === 'person') return names.person(value) ?? value
  if (field.type === 'date' && names.today !== undefined) return dateFrom(value, names.today)
  return value
}

function dateFrom(text: string, today: LocalDate): string {
  const relative = /^today(?:([+-])(\d{1,5}))?$/.exec(text)
  return relative ? addDays(today, Number(`${relative[1] ?? '+'}${relative[2] ?? 0}`)) : text
}
