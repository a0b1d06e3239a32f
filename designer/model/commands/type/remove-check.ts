import { defineCommand, edited, refused } from '../../define-command.ts'
import { patched } from '../../lists.ts'

/** Takes a rule away. */
export const removeCheck = defineCommand('remove-check', 'document-type', (type, { check }: { readonly check: string }) => {
  const found = type.checks?.find((each) => each.id === check)
  if (!found) return refused('no-such-thing')
  return edited(patched(type, { checks: type.checks!.filter((each) => each !== found) }, ['fields']), { name: found.else })
})
