import type { Text } from '../../../../schemas/generated/common.ts'
import { defineCommand } from '../../define-command.ts'
import { idFrom } from '../../ids.ts'
import { idsOf, inserted } from '../../lists.ts'
import { anyWords } from '../../text-in-languages.ts'
import { editOptions } from './edit-options.ts'
import type { FieldPath } from './field-path.ts'

/** Adds something to choose to a choice field. */
export const addOption = defineCommand(
  'add-option',
  'document-type',
  (type, { field, label, at }: { readonly field: FieldPath; readonly label: Text; readonly at?: number }) => {
    let id = ''
    return editOptions(
      type,
      field,
      (options) => {
        id = idFrom(anyWords(label), 'item', idsOf(options), 'option')
        return inserted(options, { id, label }, at)
      },
      () => id,
    )
  },
)
