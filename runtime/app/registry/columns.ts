import type { CardField } from '../../../schemas/generated/card-field.ts'
import type { DocumentType, View } from '../../../schemas/generated/document-type.ts'
import type { RegistryRow } from '../../api/answers.ts'
import { currencyIn } from '../fields/surroundings.tsx'

/** A column of a list: a field, or one of the list's own. */
export type Column =
  | { readonly id: string; readonly kind: 'field'; readonly field: CardField }
  | { readonly id: OwnColumn; readonly kind: 'own' }

export type OwnColumn = 'number' | 'title' | 'status' | 'waitsFor' | 'author' | 'createdOn' | 'updatedOn'

const ownColumns: readonly OwnColumn[] = ['number', 'title', 'status', 'waitsFor', 'author', 'createdOn', 'updatedOn']
/** Too long for a row. */
const unfit: readonly CardField['type'][] = ['table', 'long-text', 'rich-text', 'file', 'signature']

/** All that a type's list can show, the list's own columns first. */
export function columnsOf(type: DocumentType): Column[] {
  const own = ownColumns.filter((id) =>
    id === 'number'
      ? type.number !== undefined
      : id === 'status'
        ? (type.statuses ?? []).length > 0
        : id === 'waitsFor'
          ? travels(type)
          : true,
  )
  return [
    ...own.map((id) => ({ id, kind: 'own' as const })),
    ...type.fields
      .filter((field) => !field.retired && !unfit.includes(field.type))
      .map((field) => ({ id: field.id, kind: 'field' as const, field })),
  ]
}

/** Whether documents of the type are sent round, so that they may wait for somebody. */
const travels = (type: DocumentType): boolean => (type.approval ?? []).length > 0

/**
 * What a view shows where the person has not chosen: its own columns, and whom each document waits for, which is the
 * question of the house, after the status.
 */
export function viewColumns(type: DocumentType, view: View | undefined): string[] {
  const known = new Set(columnsOf(type).map(({ id }) => id))
  const named = (view?.columns ?? ['number', 'title', 'status', 'createdOn']).filter((id) => known.has(id))
  if (!known.has('waitsFor') || named.includes('waitsFor')) return named
  const at = named.indexOf('status')
  return at < 0 ? [...named, 'waitsFor'] : named.toSpliced(at + 1, 0, 'waitsFor')
}

/** The fields to be asked of the server for these columns: with money also the field that says its currency. */
export function fieldsToAsk(columns: readonly Column[]): string[] {
  const asked = columns.flatMap((column) => {
    if (column.kind === 'own') return []
    const { field } = column
    return field.type === 'money' && typeof field.currency !== 'string' ? [field.id, field.currency.field] : [field.id]
  })
  return [...new Set(asked)]
}

/** Figures stand at the right, and a list is first sorted by them with the largest on top. */
export const isFigure = (column: Column): boolean =>
  column.kind === 'field' && ['number', 'money', 'percent', 'rating'].includes(column.field.type)

/** By what the server can put a list in order. */
export function isSortable(column: Column): boolean {
  if (column.kind === 'own') return ['number', 'title', 'status', 'createdOn'].includes(column.id)
  const { field } = column
  return (
    !('many' in field && field.many) &&
    ['text', 'number', 'money', 'percent', 'date', 'date-time', 'time', 'rating', 'choice', 'email', 'phone', 'yes-no'].includes(field.type)
  )
}

export const sortsDownFirst = (column: Column): boolean =>
  isFigure(column) ||
  column.id === 'createdOn' ||
  (column.kind === 'field' && (column.field.type === 'date' || column.field.type === 'date-time'))

/** The one currency of a money column, for its head; undefined where rows have several, or none says it. */
export function currencyOfColumn(column: Column, rows: readonly RegistryRow[]): string | undefined {
  if (column.kind === 'own' || column.field.type !== 'money') return undefined
  const { id, currency } = column.field
  const found = new Set(rows.filter(({ card }) => card[id] !== undefined).map(({ card }) => currencyIn(card, currency)))
  return found.size === 1 ? [...found][0] : typeof currency === 'string' ? currency : undefined
}

/** Chosen by a person for a view of a type, on this device. */
export const chosenColumns = {
  read(type: string, view: string): string[] | null {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(`dosar-columns-${type}-${view}`) ?? 'null')
      return Array.isArray(kept) && kept.every((id) => typeof id === 'string') ? kept : null
    } catch {
      return null
    }
  },
  write(type: string, view: string, columns: readonly string[] | null): void {
    if (columns === null) localStorage.removeItem(`dosar-columns-${type}-${view}`)
    else localStorage.setItem(`dosar-columns-${type}-${view}`, JSON.stringify(columns))
  },
}
