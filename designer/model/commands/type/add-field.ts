import type { Column, TableField } from '../../../../schemas/generated/card-field.ts'
import type { Text } from '../../../../schemas/generated/common.ts'
import { defineCommand, edited, refused } from '../../define-command.ts'
import { idFrom } from '../../ids.ts'
import { idsOf, inserted } from '../../lists.ts'
import { anyWords } from '../../text-in-languages.ts'
import { definitionsOf } from '../../workspace.ts'
import { fieldOf, withField } from './field-path.ts'
import { type CellPlace, layoutOf, withCell } from './layout-cells.ts'
import { type FieldType, makeField } from './new-field.ts'

export interface AddField {
  readonly fieldType: FieldType
  readonly label: Text
  /** Further properties; they must be such as the type of field has. */
  readonly with?: Readonly<Record<string, unknown>>
  /** The table to which it is added as a column. */
  readonly table?: string
  /** Where it stands among the fields or columns; last if left out. */
  readonly at?: number
  /** Where it is put on the form. Without it the field waits in the palette, "not on the form yet". */
  readonly place?: CellPlace
}

/** Adds a field to the card, or a column to a table, and puts it on the form. */
export const addField = defineCommand('add-field', 'document-type', (type, args: AddField, { workspace }) => {
  const { fieldType, label, table, at, place } = args
  if (table !== undefined && fieldType === 'table') return refused('table-in-table')
  const around = table === undefined ? undefined : fieldOf(type, table)
  if (table !== undefined && around?.type !== 'table') return refused('no-such-thing')
  const siblings = around ? (around as TableField).fields : type.fields
  const id = idFrom(anyWords(label), 'camel', [...idsOf(siblings), ...backsOf()], 'field')
  const currency =
    [...type.fields].flatMap((field) => (field.type === 'money' && typeof field.currency === 'string' ? [field.currency] : []))[0] ?? 'RON'
  const first = definitionsOf(workspace, 'document-type')[0]?.id ?? type.id
  const field = {
    ...makeField(fieldType, id, label, { to: first, currency, languages: workspace.languages }),
    ...args.with,
    id,
    label,
  } as ReturnType<typeof makeField>
  if (table !== undefined)
    return edited(
      withField(type, table, (each) => ({ ...each, fields: inserted((each as TableField).fields, field as Column, at) }) as TableField),
      { name: label, made: `${table}.${id}` },
    )
  const withIt = { ...type, fields: inserted(type.fields, field, at) }
  if (!place) return edited(withIt, { name: label, made: id })
  const layout = withCell(layoutOf(type, workspace.languages), id, place)
  return layout ? edited({ ...withIt, layout }, { name: label, made: id }) : refused('no-such-thing')

  /** What other types' links call this one's lists: those names are taken too. */
  function backsOf(): string[] {
    return definitionsOf(workspace, 'document-type').flatMap((other) =>
      other.fields.flatMap((each) => (each.type === 'link' && each.back && each.to.includes(type.id) ? [each.back.id] : [])),
    )
  }
})
