import type { TableField } from '../../../../schemas/generated/card-field.ts'
import { defineCommand, edited, refused } from '../../define-command.ts'
import { indexById, moved } from '../../lists.ts'
import { type FieldPath, fieldOf, withField } from './field-path.ts'

/** Changes the order of the fields of a card or of the columns of a table. */
export const moveField = defineCommand(
  'move-field',
  'document-type',
  (type, { field: path, to }: { readonly field: FieldPath; readonly to: number }) => {
    const field = fieldOf(type, path)
    if (!field) return refused('no-such-thing')
    const [table, column] = path.split('.')
    if (column === undefined)
      return edited({ ...type, fields: [...moved(type.fields, indexById(type.fields, path), to)] }, { name: field.label })
    return edited(
      withField(type, table!, (each) => {
        const { fields } = each as TableField
        return { ...each, fields: [...moved(fields, indexById(fields, column), to)] } as TableField
      }),
      { name: field.label },
    )
  },
)
