import type { Column } from '../../../../schemas/generated/card-field.ts'
import type { Text } from '../../../../schemas/generated/common.ts'
import { defineCommand, edited } from '../../define-command.ts'
import { idFrom } from '../../ids.ts'
import { idsOf, inserted } from '../../lists.ts'
import { anyWords } from '../../text-in-languages.ts'
import { definitionsOf } from '../../workspace.ts'
import { makeField } from '../type/new-field.ts'

export interface AddColumn {
  readonly fieldType: Column['type']
  readonly label: Text
  readonly at?: number
}

/** Adds a column to a list of choices: something that is kept about each of them. What can be chosen in it is another list, where there is one. */
export const addColumn = defineCommand(
  'add-column',
  'directory',
  (directory, { fieldType, label, at }: AddColumn, { workspace, id: own }) => {
    const id = idFrom(anyWords(label), 'camel', idsOf(directory.columns), 'column')
    const to = definitionsOf(workspace, 'document-type')[0]?.id ?? 'document'
    const made = makeField(fieldType, id, label, { to, currency: 'RON', languages: workspace.languages }) as Column
    const list = definitionsOf(workspace, 'directory').find((other) => other.id !== own)
    const column: Column = made.type === 'choice' && list ? { ...made, options: list.id } : made
    return edited({ ...directory, columns: inserted(directory.columns, column, at) }, { name: label, made: id })
  },
)
