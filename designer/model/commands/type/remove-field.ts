import type { TableField } from '../../../../schemas/generated/card-field.ts'
import { defineCommand, edited, refused } from '../../define-command.ts'
import { patched } from '../../lists.ts'
import { releasedAt } from '../../workspace.ts'
import { type FieldPath, fieldOf, withField } from './field-path.ts'
import { forgetField } from './forget-field.ts'

/**
 * Takes a field or a column away. One that is in use is never deleted, because documents have values in it: it is retired. A table
 * keeps at least one column, a card one field.
 */
export const removeField = defineCommand(
  'remove-field',
  'document-type',
  (type, { field: path }: { readonly field: FieldPath }, { workspace, id }) => {
    const field = fieldOf(type, path)
    if (!field) return refused('no-such-thing')
    const released = releasedAt(workspace, 'document-type', id)
    if (released && fieldOf(released, path)) {
      const retired = withField(type, path, (each) => patched({ ...each, retired: true }, { required: undefined, requiredWhen: undefined }))
      return edited(path.includes('.') ? retired : forgetField(retired, path), { name: field.label })
    }
    const [table, column] = path.split('.')
    if (column !== undefined) {
      const around = fieldOf(type, table!) as TableField
      if (around.fields.length === 1) return refused('last-one', { name: around.label })
      return edited(
        withField(
          type,
          table!,
          (each) => ({ ...each, fields: (each as TableField).fields.filter((one) => one.id !== column) }) as TableField,
        ),
        { name: field.label },
      )
    }
    return edited(forgetField({ ...type, fields: type.fields.filter((each) => each.id !== path) }, path), { name: field.label })
  },
)
