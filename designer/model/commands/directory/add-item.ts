import type { Text } from '../../../../schemas/generated/common.ts'
import type { DirectoryItem } from '../../../../schemas/generated/directory.ts'
import { defineCommand, edited } from '../../define-command.ts'
import { idFrom } from '../../ids.ts'
import { idsOf, inserted } from '../../lists.ts'
import { anyWords } from '../../text-in-languages.ts'

export interface AddItem {
  readonly label: Text
  readonly values?: Readonly<Record<string, unknown>>
  readonly at?: number
}

/** Adds a choice to a list of choices. */
export const addItem = defineCommand('add-item', 'directory', (directory, { label, values, at }: AddItem) => {
  const id = idFrom(anyWords(label), 'item', idsOf(directory.items), 'item')
  const item = { ...values, id, label } as DirectoryItem
  return edited({ ...directory, items: inserted(directory.items, item, at) }, { name: label, made: id })
})
