import type { Option } from '../../../../schemas/generated/card-field.ts'
import { defineCommand, refused } from '../../define-command.ts'
import { idsOf, patched } from '../../lists.ts'
import { editOptions } from './edit-options.ts'
import type { FieldPath } from './field-path.ts'

export interface SetOption {
  readonly field: FieldPath
  readonly option: string
  readonly set: { readonly label?: Option['label']; readonly color?: Option['color'] | undefined; readonly retired?: true | undefined }
}

/** Sets what an option is called, its colour, or whether it can still be chosen. */
export const setOption = defineCommand('set-option', 'document-type', (type, { field, option, set }: SetOption) =>
  'label' in set && !set.label
    ? refused('name-empty')
    : editOptions(type, field, (options) =>
        idsOf(options).includes(option) ? options.map((each) => (each.id === option ? patched(each, set) : each)) : undefined,
      ),
)
