import type { LocalText } from '../../runtime/engine/site.ts'
import type { CardField, Column, LinkField } from '../../schemas/generated/card-field.ts'
import type { DocumentType } from '../../schemas/generated/document-type.ts'
import { definitionsOf, type Workspace } from '../model/workspace.ts'

/** A list over which a total can be made: a table of the card, or the documents that point here. */
export interface TotalOver {
  readonly of: string
  readonly label: LocalText
  /** What stands behind the dot of its `where`: `row.` of a table, `that.` of documents. */
  readonly table: boolean
  readonly types: readonly string[]
  readonly fields: readonly (CardField | Column)[]
}

/** All lists over which a type can make totals. */
export function totalsOffered(workspace: Workspace, type: DocumentType): readonly TotalOver[] {
  const tables = type.fields.flatMap((field): TotalOver[] =>
    field.type === 'table' && !field.retired
      ? [{ of: field.id, label: field.label, table: true, types: [type.id], fields: field.fields.filter(({ retired }) => !retired) }]
      : [],
  )
  return [...tables, ...backLists(workspace, type)]
}

/** The lists of documents that point at a type, by the name that it knows them under. */
export function backLists(workspace: Workspace, type: DocumentType): readonly TotalOver[] {
  const lists = new Map<string, TotalOver>()
  for (const other of definitionsOf(workspace, 'document-type'))
    for (const field of other.fields) {
      if (!isBack(field, type.id)) continue
      const known = lists.get(field.back.id)
      const fields = other.fields.filter(({ retired }) => !retired)
      lists.set(
        field.back.id,
        known
          ? {
              ...known,
              types: [...known.types, other.id],
              fields: [...known.fields, ...fields.filter(({ id }) => !known.fields.some((one) => one.id === id))],
            }
          : { of: field.back.id, label: field.back.label, table: false, types: [other.id], fields },
      )
    }
  return [...lists.values()]
}

function isBack(field: CardField, type: string): field is LinkField & { back: NonNullable<LinkField['back']> } {
  return field.type === 'link' && field.back !== undefined && !field.retired && field.to.includes(type)
}

/** The fields of a list that can be added up; dates only for the first and the last. */
export function addable(over: TotalOver, how: 'sum' | 'min' | 'max' | 'average'): readonly (CardField | Column)[] {
  const figures = ['number', 'money', 'percent', 'rating']
  const ordered = how === 'min' || how === 'max' ? [...figures, 'date', 'date-time'] : figures
  return over.fields.filter(({ type, ...field }) => ordered.includes(type) && !('many' in field && field.many))
}
