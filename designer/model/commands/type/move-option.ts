import { defineCommand } from '../../define-command.ts'
import { indexById, moved } from '../../lists.ts'
import { editOptions } from './edit-options.ts'
import type { FieldPath } from './field-path.ts'

/** Changes the order in which the options are offered. */
export const moveOption = defineCommand(
  'move-option',
  'document-type',
  (type, { field, option, to }: { readonly field: FieldPath; readonly option: string; readonly to: number }) =>
    editOptions(type, field, (options) => moved(options, indexById(options, option), to)),
)
