import { camelCase } from '../../runtime/engine/card/scope.ts'
import type { LocalText } from '../../runtime/engine/site.ts'
import type { CardField, Column, TableField } from '../../schemas/generated/card-field.ts'
import type { DocumentType } from '../../schemas/generated/document-type.ts'
import { definitionAt, definitionsOf, type Workspace } from '../model/workspace.ts'

/** Where a condition stands, which decides what it may speak of. */
export interface ConditionPlace {
  /** Whose fields are bare names. */
  readonly type: DocumentType
  /** The table whose row is in question. */
  readonly row?: string | undefined
  /** The types of the other card, `that.` */
  readonly that?: readonly string[] | undefined
  /** The candidate of an audience. */
  readonly person?: boolean | undefined
}

/** What a value is like, as far as comparing goes. */
export type ValueKind = 'text' | 'number' | 'date' | 'date-time' | 'time' | 'duration' | 'yes-no' | 'choice' | 'person' | 'link' | 'other'

/** Something that a row may compare: by its path, and by the words that lead to it. */
export interface OfferedField {
  readonly path: string
  /** "Counterparty", "Tax number". Names that every card has come by key, as the program says them. */
  readonly label: readonly (LocalText | { readonly own: OwnName })[]
  readonly kind: ValueKind
  /** What may be chosen, where it is from a closed list. */
  readonly choices?: readonly { readonly id: string; readonly label: LocalText }[]
  /** The rows of a table, or the documents of a list, counted. */
  readonly counted?: true
}

export type OwnName =
  | 'status'
  | 'number'
  | 'author'
  | 'createdOn'
  | 'row'
  | 'that'
  | 'name'
  | 'department'
  | 'manager'
  | 'language'
  | 'email'
  | 'signingLimit'

const kinds: Partial<Record<CardField['type'], ValueKind>> = {
  number: 'number',
  money: 'number',
  percent: 'number',
  rating: 'number',
  date: 'date',
  'date-time': 'date-time',
  time: 'time',
  duration: 'duration',
  'yes-no': 'yes-no',
  choice: 'choice',
  person: 'person',
  department: 'other',
  link: 'link',
  file: 'other',
  signature: 'other',
  'rich-text': 'other',
}

export const kindOf = (field: CardField | Column): ValueKind => ('many' in field && field.many ? 'other' : (kinds[field.type] ?? 'text'))

/** All that a row may compare at a place, in the order of the card: its fields, what their links lead to, counted tables, then what every card has. */
export function offeredFields(workspace: Workspace, { type, row, that, person }: ConditionPlace): readonly OfferedField[] {
  const table = row === undefined ? undefined : type.fields.find((field): field is TableField => field.id === row && field.type === 'table')
  const thatTypes = (that ?? []).flatMap((id) => definitionAt(workspace, 'document-type', id) ?? [])
  return unique([
    ...(person ? personFields() : []),
    ...(table?.fields ?? []).flatMap((column) => fieldAnd(workspace, `row.${column.id}`, [{ own: 'row' }, column.label], column, 1)),
    ...thatTypes.flatMap((other) => cardOf(workspace, other, 'that.', [{ own: 'that' }], 1)),
    ...cardOf(workspace, type, '', [], 0),
    ...singles(workspace, type),
  ])
}

function cardOf(
  workspace: Workspace,
  type: DocumentType,
  before: string,
  label: OfferedField['label'],
  depth: number,
): readonly OfferedField[] {
  const statuses = (type.statuses ?? []).filter(({ retired }) => !retired)
  return [
    ...(statuses.length > 0
      ? [{ path: `${before}status`, label: [...label, { own: 'status' as const }], kind: 'choice' as const, choices: statuses }]
      : []),
    ...type.fields
      .filter(({ retired }) => !retired)
      .flatMap((field) => fieldAnd(workspace, before + field.id, [...label, field.label], field, depth)),
    { path: `${before}number`, label: [...label, { own: 'number' }], kind: 'text' },
    { path: `${before}author`, label: [...label, { own: 'author' }], kind: 'person' },
    { path: `${before}createdOn`, label: [...label, { own: 'createdOn' }], kind: 'date-time' },
  ]
}

/** A field, and through a link to one type what lies behind it: one step, as far as people think. */
function fieldAnd(
  workspace: Workspace,
  path: string,
  label: OfferedField['label'],
  field: CardField | Column,
  depth: number,
): readonly OfferedField[] {
  if (field.type === 'table') return [{ path, label, kind: 'number', counted: true }]
  const own: OfferedField = { path, label, kind: kindOf(field), ...choicesOf(workspace, field) }
  if (field.type !== 'link' || field.many || depth > 0) return [own]
  const behind = field.to.flatMap((id) => definitionAt(workspace, 'document-type', id) ?? [])
  const further = behind.flatMap((other) =>
    other.fields
      .filter(({ retired, type }) => !retired && type !== 'table' && type !== 'link')
      .map(
        (one): OfferedField => ({
          path: `${path}.${one.id}`,
          label: [...label, one.label],
          kind: kindOf(one),
          ...choicesOf(workspace, one),
        }),
      ),
  )
  return [own, ...further]
}

function choicesOf(workspace: Workspace, field: CardField | Column): Pick<OfferedField, 'choices'> {
  if (field.type !== 'choice') return {}
  const items = typeof field.options === 'string' ? (definitionAt(workspace, 'directory', field.options)?.items ?? []) : field.options
  return { choices: items.filter(({ retired }) => !retired) }
}

function personFields(): readonly OfferedField[] {
  const names = ['name', 'department', 'manager', 'language', 'email', 'signingLimit'] as const
  return names.map((own) => ({
    path: `person.${own}`,
    label: [{ own }],
    kind: own === 'manager' ? 'person' : own === 'department' ? 'other' : own === 'signingLimit' ? 'number' : 'text',
  }))
}

function singles(workspace: Workspace, type: DocumentType): readonly OfferedField[] {
  return definitionsOf(workspace, 'document-type')
    .filter((other) => other.kind === 'single' && other.id !== type.id)
    .flatMap((other) =>
      other.fields
        .filter((field) => !field.retired && field.type !== 'table')
        .map(
          (field): OfferedField => ({
            path: `${camelCase(other.id)}.${field.id}`,
            label: [other.label, field.label],
            kind: kindOf(field),
            ...choicesOf(workspace, field),
          }),
        ),
    )
}

function unique(fields: readonly OfferedField[]): readonly OfferedField[] {
  return [...new Map(fields.map((field) => [`${field.counted ?? ''}${field.path}`, field])).values()]
}
