import type { Audience } from '../../../schemas/generated/audience.ts'
import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import type { LocalText } from '../site.ts'
import type { CardValue } from './card.ts'

export type FieldType =
  | 'text'
  | 'long-text'
  | 'rich-text'
  | 'number'
  | 'money'
  | 'percent'
  | 'date'
  | 'date-time'
  | 'time'
  | 'duration'
  | 'yes-no'
  | 'choice'
  | 'person'
  | 'department'
  | 'link'
  | 'table'
  | 'file'
  | 'email'
  | 'phone'
  | 'web'
  | 'rating'
  | 'color'
  | 'signature'

/**
 * A field with every property that some type of field may have, so that rules which hold for all types read it
 * without asking which type it is. The generated `CardField` says which type may have which; the schema checked it.
 */
export interface Field {
  readonly id: string
  readonly type: FieldType
  readonly label: LocalText
  readonly help?: LocalText
  readonly required?: boolean
  readonly requiredWhen?: string
  readonly visibleWhen?: string
  readonly editableWhen?: string
  readonly default?: CardValue
  readonly defaultFrom?: string
  readonly copyFrom?: string
  readonly formula?: string
  readonly rollup?: Rollup
  readonly personal?: boolean
  readonly confidential?: boolean
  readonly seenBy?: Audience
  readonly editedBy?: Audience
  readonly copy?: boolean
  readonly search?: boolean
  readonly discloses?: boolean
  /** The retired field that this one takes over from. */
  readonly from?: string
  readonly retired?: true
  readonly many?: boolean
  readonly unique?: boolean
  /** A number, or the text of a date, a time or a duration; of a table the number of rows. */
  readonly min?: number | string
  readonly max?: number | string
  readonly pattern?: string
  readonly decimals?: number
  readonly unit?: string
  readonly currency?: string | { readonly field: string }
  /** A directory's id, or the options themselves. */
  readonly options?: string | readonly Option[]
  readonly to?: readonly string[]
  readonly where?: string
  readonly pick?: 'only-one'
  readonly among?: Audience
  readonly parent?: boolean
  readonly back?: { readonly id: string; readonly label: LocalText }
  readonly accept?: readonly string[]
  /** Columns of a table. */
  readonly fields?: readonly Field[]
}

export interface Option {
  readonly id: string
  readonly label: LocalText
  readonly retired?: true
}

/** Exactly one of `sum`, `count`, `min`, `max`, `average`. */
export interface Rollup {
  /** A table of the card, or the `back` of a link that points here. */
  readonly of: string
  readonly sum?: string
  readonly count?: true
  readonly min?: string
  readonly max?: string
  readonly average?: string
  readonly where?: string
}

/** What the functions of this folder need of a program: the document type that the document is pinned to. */
export interface OfType {
  readonly type: DocumentType
}

const byType = new WeakMap<DocumentType, ReadonlyMap<string, Field>>()

/** The fields of a type by id, retired ones too, in the order of the definition. */
export function fieldsOf(type: DocumentType): ReadonlyMap<string, Field> {
  let fields = byType.get(type)
  if (!fields) {
    fields = new Map((type.fields as readonly Field[]).map((field) => [field.id, field]))
    byType.set(type, fields)
  }
  return fields
}

const byTable = new WeakMap<Field, ReadonlyMap<string, Field>>()

/** The columns of a table field by id. */
export function columnsOf(table: Field): ReadonlyMap<string, Field> {
  let columns = byTable.get(table)
  if (!columns) {
    columns = new Map((table.fields ?? []).map((column) => [column.id, column]))
    byTable.set(table, columns)
  }
  return columns
}

/** The field that a path of a card names: `amount`, `works`, `works/<row>/price`. */
export function fieldAt(type: DocumentType, path: string): Field | undefined {
  const [id = '', row, column] = path.split('/')
  const field = fieldsOf(type).get(id)
  if (row === undefined || column === undefined || field?.type !== 'table') return field
  return columnsOf(field).get(column)
}

/** The tables of a type. */
export function tablesOf(type: DocumentType): readonly Field[] {
  return [...fieldsOf(type).values()].filter((field) => field.type === 'table')
}

/** Made by a formula or a roll-up: nobody types it. */
export function isComputed(field: Field): boolean {
  return field.formula !== undefined || field.rollup !== undefined
}

/** Added up over a table of the same card: known from the card alone, and so stored in it like a formula. */
export function isOwnRollup(type: DocumentType, field: Field): boolean {
  return field.rollup !== undefined && fieldsOf(type).get(field.rollup.of)?.type === 'table'
}

/** Added up over other documents: kept in `derived`, never in the card. */
export function isBackRollup(type: DocumentType, field: Field): boolean {
  return field.rollup !== undefined && !isOwnRollup(type, field)
}
