import type { Rollup } from '../../../../schemas/generated/card-field.ts'
import { defineCommand, edited, refused } from '../../define-command.ts'
import { patched } from '../../lists.ts'
import { type FieldPath, fieldOf, withField } from './field-path.ts'
import { typedOnly } from './set-formula.ts'

/** Makes a field a total over the rows of a table or over the documents that point here, or typed by people again. */
export const setRollup = defineCommand(
  'set-rollup',
  'document-type',
  (type, { field: path, rollup }: { readonly field: FieldPath; readonly rollup: Rollup | undefined }) => {
    const field = fieldOf(type, path)
    if (!field) return refused('no-such-thing')
    return edited(
      withField(type, path, (each) => patched(each, rollup ? { ...typedOnly, rollup } : { rollup: undefined })),
      { name: field.label },
    )
  },
)
