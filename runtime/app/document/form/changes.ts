import type { DocumentType } from '../../../../schemas/generated/document-type.ts'
import type { Card, CardValue, Row } from '../../../engine/card/card.ts'
import { applyChanges } from '../../../engine/card/edit.ts'
import { columnsOf, type Field, fieldsOf, isComputed } from '../../../engine/card/field.ts'
import { sameValue } from '../../../engine/card/same-value.ts'
import type { Change } from '../../../engine/document/command.ts'

/**
 * What makes one card out of another, as an edit says it: a field, a cell of a table, a row that is new, gone or moved;
 * each with the value that it started from. What is calculated is nobody's change.
 */
export function changesBetween(type: DocumentType, before: Card, after: Card): Change[] {
  return [...fieldsOf(type).values()].flatMap((field) => {
    if (isComputed(field)) return []
    if (field.type === 'table') return rowChanges(field, rowsOf(before[field.id]), rowsOf(after[field.id]))
    if (sameValue(before[field.id], after[field.id])) return []
    return [{ path: field.id, from: before[field.id] ?? null, to: after[field.id] ?? null }]
  })
}

function rowChanges(table: Field, before: readonly Row[], after: readonly Row[]): Change[] {
  const at = (row: Row) => `${table.id}/${row._id}`
  const kept = new Set(after.map(({ _id }) => _id))
  const old = new Map(before.map((row) => [row._id, row]))
  const gone = before.filter(({ _id }) => !kept.has(_id)).map((row): Change => ({ path: at(row), from: typed(table, row), to: null }))
  const moved = !sameValue(
    before.filter(({ _id }) => kept.has(_id)).map(({ _id }) => _id),
    after.filter(({ _id }) => old.has(_id)).map(({ _id }) => _id),
  )
  const stay = after.flatMap((row, position): Change[] => {
    const was = old.get(row._id)
    if (!was) return [{ path: at(row), from: null, to: typed(table, row), position }]
    // Each row of an order that changed says its place, from the first on, so that the result has exactly this order.
    if (moved) return [{ path: at(row), from: typed(table, was), to: typed(table, row), position }]
    return [...columnsOf(table).values()]
      .filter((column) => !isComputed(column) && !sameValue(was[column.id], row[column.id]))
      .map((column) => ({ path: `${at(row)}/${column.id}`, from: was[column.id] ?? null, to: row[column.id] ?? null }))
  })
  return [...gone, ...stay]
}

function typed(table: Field, row: Row): Row {
  const columns = columnsOf(table)
  return Object.fromEntries(
    Object.entries(row).filter(([key]) => {
      const column = columns.get(key)
      return !column || !isComputed(column)
    }),
  ) as Row
}

/** A change that a person made on a value that somebody else has meanwhile made another. */
export interface Conflict {
  readonly was: CardValue | null
  readonly theirs: CardValue | null
  readonly mine: CardValue | null
  /** The row was taken away: there is nothing left to write into. */
  readonly gone: boolean
}

/** Makes the changes to another card than the one that they started from, and tells where the two disagree. */
export function replayChanges(
  type: DocumentType,
  card: Card,
  changes: readonly Change[],
): { readonly card: Card; readonly conflicts: ReadonlyMap<string, Conflict> } {
  let made = card
  const conflicts = new Map<string, Conflict>()
  for (const change of changes) {
    const { from, ...wish } = change
    const checked = applyChanges({ type }, made, [change])
    const applied = checked.ok ? checked : applyChanges({ type }, made, [wish])
    if (!checked.ok && checked.problem.code === 'edit-conflict') {
      const theirs = (checked.problem.conflicts[0]?.theirs ?? null) as CardValue | null
      conflicts.set(change.path, {
        was: (from ?? null) as CardValue | null,
        theirs,
        mine: (change.to ?? null) as CardValue | null,
        gone: !applied.ok,
      })
    }
    if (applied.ok) made = applied.card
  }
  return { card: made, conflicts }
}

/** What stands at a path of a card: `amount`, `works/<row>`, `works/<row>/price`; undefined where it is blank. */
export function valueAt(card: Card, path: string): CardValue | undefined {
  const [id = '', rowId, column] = path.split('/')
  if (rowId === undefined) return card[id]
  const row = rowsOf(card[id]).find(({ _id }) => _id === rowId)
  return column === undefined ? row : row?.[column]
}

/** The card with one path as it is in another card. */
export function withPathOf(card: Card, path: string, other: Card): Card {
  const [id = '', rowId, column] = path.split('/')
  const value = valueAt(other, path)
  if (rowId === undefined) return withField(card, id, value)
  const rows = rowsOf(card[id])
  if (column !== undefined)
    return withField(
      card,
      id,
      rows.map((row) => (row._id === rowId ? (withField(row, column, value) as Row) : row)),
    )
  const without = rows.filter(({ _id }) => _id !== rowId)
  if (value === undefined) return withField(card, id, without)
  const place = rowsOf(other[id]).findIndex(({ _id }) => _id === rowId)
  return withField(card, id, without.toSpliced(place, 0, value as Row))
}

/** The card with a field as given; blank is an absent key. */
export function withField(card: Card, id: string, value: CardValue | undefined): Card {
  const { [id]: _before, ...rest } = card
  const blank = value === undefined || value === null || (Array.isArray(value) && value.length === 0)
  return blank ? rest : { ...rest, [id]: value }
}

export const rowsOf = (value: CardValue | undefined): readonly Row[] => (value ?? []) as readonly Row[]
