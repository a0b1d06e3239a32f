import { defineCommand, edited, refused } from '../../define-command.ts'
import { patched, without } from '../../lists.ts'

/** Takes a rule away that gives rights. */
export const removeAccessRule = defineCommand('remove-access-rule', 'document-type', (type, { index }: { readonly index: number }) =>
  type.access?.[index] ? edited(patched(type, { access: without(type.access, index) }, ['fields'])) : refused('no-such-thing'),
)
