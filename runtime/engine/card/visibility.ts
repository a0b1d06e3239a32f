import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import type { FactReader } from '../document/fact-reader.ts'
import type { Card, Row } from './card.ts'
import { holds } from './expression.ts'
import { columnsOf, type Field, fieldsOf, isComputed, type OfType } from './field.ts'
import { cardValue } from './path.ts'
import { type Around, type RowInTable, type Subject, scopeOf } from './scope.ts'

/** What a field of the form is now, for whoever sees it. */
export interface FieldState {
  readonly visible: boolean
  readonly required: boolean
  /** What `editableWhen` says; whether this person may edit at all is asked of `access`. */
  readonly editable: boolean
}

/** Every field of a card and every cell of its tables, by path. A field that does not show is not required. */
export function fieldStates(program: OfType, document: Subject, reader: FactReader, around: Around = {}): ReadonlyMap<string, FieldState> {
  const states = new Map<string, FieldState>()
  const hidden = hiddenByLayout(program, document, reader, around)
  for (const field of fieldsOf(program.type).values()) {
    const state = stateOf(program, document, field, reader, around, !hidden.has(field.id))
    states.set(field.id, state)
    if (field.type !== 'table') continue
    for (const row of (document.card[field.id] ?? []) as readonly Row[])
      for (const column of columnsOf(field).values())
        states.set(
          `${field.id}/${row._id}/${column.id}`,
          stateOf(program, document, column, reader, { ...around, row: { table: field.id, row } }, state.visible),
        )
  }
  return states
}

function stateOf(program: OfType, document: Subject, field: Field, reader: FactReader, around: Around, shown: boolean): FieldState {
  const host = scopeOf(program, document, reader, around)
  const visible = shown && !field.retired && holds(field.visibleWhen, host, reader, `field "${field.id}", visibleWhen`)
  const asked =
    field.required === true ||
    (field.requiredWhen !== undefined && holds(field.requiredWhen, host, reader, `field "${field.id}", requiredWhen`))
  return {
    visible,
    required: visible && asked && !isComputed(field),
    editable: visible && !isComputed(field) && holds(field.editableWhen, host, reader, `field "${field.id}", editableWhen`),
  }
}

/** Fields that stand in the layout only where its tab or section does not show now. */
function hiddenByLayout(program: OfType, document: Subject, reader: FactReader, around: Around): ReadonlySet<string> {
  const shown = new Set<string>()
  const hidden = new Set<string>()
  const host = scopeOf(program, document, reader, around)
  for (const tab of program.type.layout ?? []) {
    const tabShows = holds(tab.when, host, reader, `tab "${tab.id}"`)
    for (const section of tab.sections) {
      const shows = tabShows && holds(section.when, host, reader, `section "${section.id}"`)
      for (const cell of section.columns.flat()) if (typeof cell === 'string') (shows ? shown : hidden).add(cell)
    }
  }
  return new Set([...hidden].filter((id) => !shown.has(id)))
}

/**
 * The paths that must be filled before the document goes on and are blank: what is required, and what `needs` names
 * beyond it (`amount`, `row.report` of the row in question, `parts.report` of every row). Needed fields are asked for
 * whether they show or not: the check sees to it that they stand in the layout.
 */
export function requiredMissing(
  program: OfType,
  document: Subject,
  reader: FactReader,
  {
    needs = [],
    required = true,
    around = {},
  }: { readonly needs?: readonly string[]; readonly required?: boolean; readonly around?: Around } = {},
): string[] {
  const missing = new Set<string>()
  if (required)
    for (const [path, state] of fieldStates(program, document, reader, around))
      if (state.required && isBlankAt(document.card, path)) missing.add(path)
  for (const need of needs) for (const path of neededPaths(program, document, reader, need, around)) missing.add(path)
  return [...missing]
}

function neededPaths(program: OfType, document: Subject, reader: FactReader, need: string, around: Around): readonly string[] {
  const [head = '', column] = need.split('.')
  if (head === 'row') return around.row && column ? blankCells(around.row, column) : []
  const field = fieldsOf(program.type).get(head)
  if (!field) return []
  if (column !== undefined && field.type === 'table') {
    const rows = (document.card[head] ?? []) as readonly Row[]
    return rows.length === 0 ? [head] : rows.flatMap((row) => blankCells({ table: head, row }, column))
  }
  return cardValue(program.type, document, field, reader, around) === undefined ? [head] : []
}

function blankCells({ table, row }: RowInTable, column: string): readonly string[] {
  return row[column] === undefined ? [`${table}/${row._id}/${column}`] : []
}

function isBlankAt(card: Card, path: string): boolean {
  const [id = '', rowId, column] = path.split('/')
  if (rowId === undefined || column === undefined) return card[id] === undefined
  return ((card[id] ?? []) as readonly Row[]).find((row) => row._id === rowId)?.[column] === undefined
}

/** Fields whose `editableWhen`, `visibleWhen` or `requiredWhen` hangs on the card: what a form watches. */
export function conditionalFields(type: DocumentType): readonly Field[] {
  return [...fieldsOf(type).values()].filter((field) => (field.visibleWhen ?? field.requiredWhen ?? field.editableWhen) !== undefined)
}
