import type { Card, CardValue, Row } from './card.ts'
import { columnsOf, type Field, fieldsOf, isComputed, type OfType } from './field.ts'
import { isObject } from './validate-card.ts'

/**
 * A value as a card holds it: blank is undefined (null, an empty text, a list of nothing), one line of text has no
 * spaces around it, what many hold has no blanks. Anything else passes as it came, for `validateCard` to judge.
 */
export function tidyValue(field: Field, value: unknown): CardValue | undefined {
  if (value === null || value === undefined) return undefined
  if (field.type === 'table') {
    if (!Array.isArray(value)) return value as CardValue
    const rows = value.map((row: unknown) => (isObject(row) ? tidyRow(field, row._id as string, row as Row) : (row as Row)))
    return rows.length > 0 ? rows : undefined
  }
  if (field.many && Array.isArray(value)) {
    const values = value.map((item: unknown) => tidyOne(field, item)).filter((item) => item !== undefined)
    return values.length > 0 ? values : undefined
  }
  return tidyOne(field, value)
}

function tidyOne(field: Field, value: unknown): CardValue | undefined {
  if (value === null || value === undefined) return undefined
  if (typeof value === 'string') {
    if (value.trim() === '') return undefined
    return field.type === 'long-text' ? value.replace(/\r\n?/g, '\n') : value.trim()
  }
  if (field.type === 'rich-text' && Array.isArray(value) && value.length === 0) return undefined
  return Object.is(value, -0) ? 0 : (value as CardValue)
}

/** A row with its id, without blank cells. */
export function tidyRow(table: Field, id: string, row: { readonly [column: string]: unknown }): Row {
  const columns = columnsOf(table)
  const tidy: { [column: string]: CardValue } = {}
  for (const [key, value] of Object.entries(row)) {
    if (key === '_id') continue
    const column = columns.get(key)
    // What nobody types is calculated again; an unknown column stays, so that it is refused and not lost in silence.
    if (column && isComputed(column)) continue
    const cell = column ? tidyValue(column, value) : (value as CardValue)
    if (cell !== undefined) tidy[key] = cell
  }
  return { _id: id, ...tidy }
}

/** A whole card as it is stored. Calculated fields are left out: they are calculated again. */
export function tidyCard(program: OfType, card: { readonly [field: string]: unknown }): Card {
  const fields = fieldsOf(program.type)
  const tidy: { [field: string]: CardValue } = {}
  for (const [key, value] of Object.entries(card)) {
    const field = fields.get(key)
    if (field && isComputed(field)) continue
    const made = field ? tidyValue(field, value) : (value as CardValue)
    if (made !== undefined) tidy[key] = made
  }
  return tidy
}
