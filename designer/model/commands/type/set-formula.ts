import { defineCommand, edited, refused } from '../../define-command.ts'
import { patched } from '../../lists.ts'
import { type FieldPath, fieldOf, withField } from './field-path.ts'

/** What a calculated field cannot have. */
export const typedOnly = {
  formula: undefined,
  rollup: undefined,
  required: undefined,
  requiredWhen: undefined,
  default: undefined,
  defaultFrom: undefined,
  copyFrom: undefined,
}

/** Makes a field calculated by a formula, or typed by people again. What is calculated is not asked for and has no value to begin with. */
export const setFormula = defineCommand(
  'set-formula',
  'document-type',
  (type, { field: path, formula }: { readonly field: FieldPath; readonly formula: string | undefined }) => {
    const field = fieldOf(type, path)
    if (!field) return refused('no-such-thing')
    const text = formula?.trim()
    return edited(
      withField(type, path, (each) => patched(each, text ? { ...typedOnly, formula: text } : { formula: undefined })),
      { name: field.label },
    )
  },
)
