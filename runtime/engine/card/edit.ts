import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import type { Change } from '../document/command.ts'
import type { CardError, Problem } from '../problem.ts'
import type { Card, CardValue, Row } from './card.ts'
import { columnsOf, type Field, fieldsOf, isComputed, type OfType } from './field.ts'
import { sameValue } from './same-value.ts'
import { tidyRow, tidyValue } from './tidy.ts'
import { isObject } from './validate-card.ts'

export type Applied =
  | { readonly ok: true; readonly card: Card; readonly fields: readonly string[] }
  | { readonly ok: false; readonly problem: Problem }

type Cards = { [field: string]: CardValue }

/**
 * A card with the changes of one edit made to it, and which of its fields are now another. Each change says where the
 * person started from: where somebody else has meanwhile changed the same field or table cell to something else, the
 * whole edit is refused with `edit-conflict`. A path that no field has, and a field that nobody types, is `card-invalid`.
 * The shape of the values is not looked at here: `validateCard` does that to the result.
 */
export function applyChanges(program: OfType, card: Card, changes: readonly Change[]): Applied {
  const edited: Cards = { ...card }
  const errors: CardError[] = []
  const conflicts: { path: string; yours: unknown; theirs: unknown }[] = []
  for (const change of changes) {
    const error = pathError(program.type, change)
    if (error) {
      errors.push(error)
      continue
    }
    const conflict = applyChange(fieldsOf(program.type), edited, change)
    if (conflict) conflicts.push({ path: change.path, yours: change.to ?? null, theirs: conflict.theirs })
  }
  if (errors.length > 0) return { ok: false, problem: { code: 'card-invalid', errors } }
  if (conflicts.length > 0) return { ok: false, problem: { code: 'edit-conflict', conflicts } }
  return { ok: true, card: edited, fields: changedFields(card, edited) }
}

/** Fields whose values differ between two cards, in no particular order. */
export function changedFields(before: Card, after: Card): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((id) => !sameValue(before[id], after[id]))
}

function pathError(type: DocumentType, { path, to }: Change): CardError | null {
  const [id = '', row, column, ...rest] = path.split('/')
  const field = fieldsOf(type).get(id)
  const unknown = { path, rule: 'unknown-field', found: path, expected: [...fieldsOf(type).keys()].join(', ') }
  if (!field || rest.length > 0) return unknown
  if (row === undefined) return isComputed(field) ? readOnly(path) : null
  if (field.type !== 'table' || row === '') return unknown
  if (column === undefined) {
    if (to === null || to === undefined || (isObject(to) && (to._id === undefined || to._id === row))) return null
    return { path, rule: 'row-id', found: isObject(to) ? to._id : to, expected: `a row with _id ${row}, or null` }
  }
  const cell = columnsOf(field).get(column)
  if (!cell) return { ...unknown, expected: [...columnsOf(field).keys()].join(', ') }
  return isComputed(cell) ? readOnly(path) : null
}

function readOnly(path: string): CardError {
  return { path, rule: 'read-only', found: path, expected: 'a field that is not calculated' }
}

interface Conflict {
  readonly theirs: unknown
}

function applyChange(fields: ReadonlyMap<string, Field>, card: Cards, change: Change): Conflict | null {
  const [id = '', row, column] = change.path.split('/')
  const field = fields.get(id)!
  if (row === undefined) {
    const to = tidyValue(field, change.to)
    const conflict = conflictOf(field, change, card[id], to)
    if (!conflict) set(card, id, to)
    return conflict
  }
  const rows = [...((card[id] ?? []) as readonly Row[])]
  const conflict = column === undefined ? changeRow(field, rows, row, change) : changeCell(field, rows, row, column, change)
  if (!conflict) set(card, id, rows.length > 0 ? rows : undefined)
  return conflict
}

/** A new row, a whole row put in its place, a row moved (`position` alone), or one taken away (null). */
function changeRow(table: Field, rows: Row[], id: string, change: Change): Conflict | null {
  const index = rows.findIndex((row) => row._id === id)
  const present = rows[index]
  if (change.to === undefined) {
    if (!present) return { theirs: null }
    place(rows, index, present, change.position)
    return null
  }
  const to = change.to === null ? undefined : tidyRow(table, id, change.to as Row)
  const conflict = conflictOf(table, change, present, to)
  if (conflict) return conflict
  // Columns that are calculated stay as they are until they are calculated anew.
  if (to) place(rows, index, { ...calculatedPart(table, present), ...to }, change.position)
  else if (present) rows.splice(index, 1)
  return null
}

function place(rows: Row[], index: number, row: Row, position: number | undefined): void {
  if (position === undefined) {
    if (index < 0) rows.push(row)
    else rows[index] = row
    return
  }
  if (index >= 0) rows.splice(index, 1)
  rows.splice(Math.max(0, Math.min(rows.length, Math.trunc(position))), 0, row)
}

function changeCell(table: Field, rows: Row[], id: string, column: string, change: Change): Conflict | null {
  const index = rows.findIndex((row) => row._id === id)
  const row = rows[index]
  // The row that was being edited is gone: somebody else took it away.
  if (!row) return { theirs: null }
  const field = columnsOf(table).get(column)!
  const to = tidyValue(field, change.to)
  const conflict = conflictOf(field, change, row[column], to)
  if (conflict) return conflict
  const { [column]: _, ...others } = row
  rows[index] = (to === undefined ? others : { ...others, [column]: to }) as Row
  return null
}

/** What is calculated in the rows of a table counts on neither side: nobody typed it. */
function conflictOf(field: Field, change: Change, present: unknown, to: unknown): Conflict | null {
  const typed = (value: unknown): unknown => {
    if (field.type !== 'table') return value ?? undefined
    if (Array.isArray(value)) return value.map((row: Row) => typedPart(field, row))
    return isObject(value) ? typedPart(field, value as unknown as Row) : undefined
  }
  if (change.from === undefined || sameValue(typed(present), typed(to))) return null
  return sameValue(typed(present), typed(change.from)) ? null : { theirs: present ?? null }
}

function typedPart(table: Field, row: Row | undefined): Row | undefined {
  if (!row) return undefined
  return Object.fromEntries(Object.entries(row).filter(([key]) => !isCalculated(table, key))) as Row
}

function calculatedPart(table: Field, row: Row | undefined): { readonly [column: string]: CardValue } {
  return Object.fromEntries(Object.entries(row ?? {}).filter(([key]) => isCalculated(table, key)))
}

function isCalculated(table: Field, column: string): boolean {
  const field = columnsOf(table).get(column)
  return field !== undefined && isComputed(field)
}

function set(card: Cards, id: string, value: CardValue | undefined): void {
  if (value === undefined) delete card[id]
  else card[id] = value
}
