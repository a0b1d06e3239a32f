import type { FactReader } from '../document/fact-reader.ts'
import type { Id } from '../document/state.ts'
import type { Card, CardValue, LinkValue, Row } from './card.ts'
import { evaluate } from './expression.ts'
import { columnsOf, type Field, fieldsOf, isComputed, type OfType } from './field.ts'
import { fromFeel } from './field-value.ts'
import { readPath } from './path.ts'
import { sameValue } from './same-value.ts'
import { type Around, type Subject, scopeOf } from './scope.ts'

type Cards = { [field: string]: CardValue }

/**
 * The card of a new document with what was left out filled in: `default`, else `defaultFrom`, and `copyFrom` of the links
 * that it has; rows likewise. `blanked`: fields that somebody left blank on purpose.
 */
export function withDefaults(
  program: OfType,
  document: Subject,
  reader: FactReader,
  me: Id | null,
  blanked: ReadonlySet<string> = new Set(),
): Card {
  const card: Cards = { ...document.card }
  const subject: Subject = { ...document, card }
  for (const field of fieldsOf(program.type).values()) {
    if (card[field.id] !== undefined || blanked.has(field.id)) continue
    const value = defaultOf(program, subject, field, reader, { me })
    if (value !== undefined) card[field.id] = value
  }
  const copied = copyFromLinks(program, {}, subject, reader, blanked)
  return fillNewRows(program, {}, { ...document, card: copied }, reader, me)
}

function defaultOf(program: OfType, subject: Subject, field: Field, reader: FactReader, around: Around): CardValue | undefined {
  if (isComputed(field) || field.retired) return undefined
  if (field.default !== undefined) return field.default
  if (field.defaultFrom === undefined) return undefined
  return fromFeel(field, evaluate(field.defaultFrom, scopeOf(program, subject, reader, around), reader, `field "${field.id}", defaultFrom`))
}

/**
 * The card with what its changed links bring: a field with `copyFrom: "counterparty.taxNumber"` takes that value over
 * when `counterparty` becomes another one, unless the same edit says what it is to be (`kept`). A link that becomes
 * blank takes nothing away.
 */
export function copyFromLinks(program: OfType, before: Card, document: Subject, reader: FactReader, kept: ReadonlySet<string>): Card {
  const card: Cards = { ...document.card }
  const subject: Subject = { ...document, card }
  for (const field of fieldsOf(program.type).values()) {
    if (field.copyFrom === undefined || isComputed(field) || kept.has(field.id)) continue
    const link = field.copyFrom.split('.', 1)[0]!
    if (card[link] === undefined || sameValue(before[link], card[link]) || !isThere(card[link], reader)) continue
    // On creation what the person typed stays.
    if (before[link] === undefined && card[field.id] !== undefined) continue
    put(card, field.id, copied(program, subject, field, reader, {}))
  }
  for (const table of fieldsOf(program.type).values()) {
    if (table.type !== 'table' || card[table.id] === undefined) continue
    const columns = [...columnsOf(table).values()].filter((column) => column.copyFrom?.startsWith('row.') && !isComputed(column))
    if (columns.length === 0) continue
    const old = new Map(((before[table.id] ?? []) as readonly Row[]).map((row) => [row._id, row]))
    card[table.id] = (card[table.id] as readonly Row[]).map((row) =>
      copyIntoRow(program, subject, table, columns, old.get(row._id), row, reader, kept),
    )
  }
  return card
}

function copyIntoRow(
  program: OfType,
  subject: Subject,
  table: Field,
  columns: readonly Field[],
  before: Row | undefined,
  row: Row,
  reader: FactReader,
  kept: ReadonlySet<string>,
): Row {
  const cells: Cards = { ...row }
  for (const column of columns) {
    const link = column.copyFrom!.split('.')[1]!
    if (cells[link] === undefined || sameValue(before?.[link], cells[link]) || !isThere(cells[link], reader)) continue
    if (kept.has(`${table.id}/${row._id}/${column.id}`) || (before?.[link] === undefined && cells[column.id] !== undefined)) continue
    put(cells, column.id, copied(program, subject, column, reader, { row: { table: table.id, row: cells as Row } }))
  }
  return cells as Row
}

/** Rows that were not there before get the defaults of their columns where a cell is blank. */
export function fillNewRows(program: OfType, before: Card, document: Subject, reader: FactReader, me: Id | null): Card {
  const card: Cards = { ...document.card }
  for (const table of fieldsOf(program.type).values()) {
    if (table.type !== 'table' || card[table.id] === undefined) continue
    const old = new Set(((before[table.id] ?? []) as readonly Row[]).map((row) => row._id))
    card[table.id] = (card[table.id] as readonly Row[]).map((row) => {
      if (old.has(row._id)) return row
      const cells: Cards = { ...row }
      for (const column of columnsOf(table).values())
        if (cells[column.id] === undefined)
          put(cells, column.id, defaultOf(program, document, column, reader, { me, row: { table: table.id, row: cells as Row } }))
      return cells as Row
    })
  }
  return card
}

function copied(program: OfType, subject: Subject, field: Field, reader: FactReader, around: Around): CardValue | undefined {
  const values = readPath(program, subject, reader, field.copyFrom!, around).map(({ value }) => value)
  return field.many ? (values.length > 0 ? values : undefined) : values[0]
}

/** Whether the linked document is among the facts: what is not fetched yet copies nothing, and least of all a blank. A choice always is. */
function isThere(value: CardValue | undefined, reader: FactReader): boolean {
  const links = (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'object') as readonly LinkValue[]
  return links.every(({ type, id }) => reader.document(type, id) !== null)
}

function put(card: Cards, id: string, value: CardValue | undefined): void {
  if (value === undefined) delete card[id]
  else card[id] = value
}
