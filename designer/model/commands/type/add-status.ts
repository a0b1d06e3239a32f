import type { Color, Text } from '../../../../schemas/generated/common.ts'
import { defineCommand, edited } from '../../define-command.ts'
import { idFrom } from '../../ids.ts'
import { idsOf, inserted, patched } from '../../lists.ts'
import { anyWords } from '../../text-in-languages.ts'

export interface AddStatus {
  readonly label: Text
  readonly color?: Color
  readonly closed?: boolean
  readonly at?: number
}

/** Adds a status: what a document can be, in the words of the office. */
export const addStatus = defineCommand('add-status', 'document-type', (type, args: AddStatus) => {
  const { label, color, closed, at } = args
  const id = idFrom(anyWords(label), 'kebab', idsOf(type.statuses), 'status')
  const status = patched({ id, label }, { color, closed: closed || undefined })
  return edited({ ...type, statuses: inserted(type.statuses, status, at) }, { name: label, made: id })
})
