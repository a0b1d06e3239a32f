import { defineCommand, edited, refused } from '../../define-command.ts'
import { patched } from '../../lists.ts'
import { type FieldPath, fieldOf, withField } from './field-path.ts'

/** Takes a retired field into use again. */
export const restoreField = defineCommand('restore-field', 'document-type', (type, { field: path }: { readonly field: FieldPath }) => {
  const field = fieldOf(type, path)
  if (!field?.retired) return refused('no-such-thing')
  return edited(
    withField(type, path, (each) => patched(each, { retired: undefined })),
    { name: field.label },
  )
})
