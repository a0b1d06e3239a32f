import type { Text } from '../../../../schemas/generated/common.ts'
import type { View } from '../../../../schemas/generated/document-type.ts'
import { defineCommand, edited } from '../../define-command.ts'
import { idFrom } from '../../ids.ts'
import { idsOf, inserted, patched } from '../../lists.ts'
import { anyWords } from '../../text-in-languages.ts'

export interface AddView {
  readonly label: Text
  readonly as: View['as']
  readonly with?: Partial<Omit<View, 'id' | 'label' | 'as'>>
  readonly at?: number
}

/** Adds a saved way to look at the list. */
export const addView = defineCommand('add-view', 'document-type', (type, args: AddView) => {
  const { label, as, at } = args
  const id = idFrom(anyWords(label), 'kebab', idsOf(type.views), 'view')
  const view = patched({ id, label, as } as View, { ...args.with })
  return edited({ ...type, views: inserted(type.views, view, at) }, { name: label, made: id })
})
