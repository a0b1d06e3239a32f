import { defineCommand, edited, refused } from '../../define-command.ts'
import { patched } from '../../lists.ts'
import { type FieldPath, fieldOf, withField } from './field-path.ts'
import { forgetField } from './forget-field.ts'

/** Takes a field out of use: it leaves the form and asks nothing any more, and stays for the documents that have it. */
export const retireField = defineCommand('retire-field', 'document-type', (type, { field: path }: { readonly field: FieldPath }) => {
  const field = fieldOf(type, path)
  if (!field || field.retired) return refused('no-such-thing')
  const retired = withField(type, path, (each) => patched({ ...each, retired: true }, { required: undefined, requiredWhen: undefined }))
  return edited(path.includes('.') ? retired : forgetField(retired, path), { name: field.label })
})
