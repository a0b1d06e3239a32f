import { defineCommand } from '../../define-command.ts'
import { idsOf } from '../../lists.ts'
import { releasedAt } from '../../workspace.ts'
import { editOptions } from './edit-options.ts'
import { type FieldPath, fieldOf } from './field-path.ts'

/** Takes an option away; one that is in use can no longer be chosen, and stays for the documents that have it. */
export const removeOption = defineCommand(
  'remove-option',
  'document-type',
  (type, { field, option }: { readonly field: FieldPath; readonly option: string }, { workspace, id }) => {
    const released = releasedAt(workspace, 'document-type', id)
    const before = released && fieldOf(released, field)
    const published = before?.type === 'choice' && typeof before.options !== 'string' && idsOf(before.options).includes(option)
    return editOptions(type, field, (options) => {
      if (!idsOf(options).includes(option)) return undefined
      return published
        ? options.map((each) => (each.id === option ? { ...each, retired: true as const } : each))
        : options.filter((each) => each.id !== option)
    })
  },
)
