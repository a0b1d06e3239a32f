import type { TypeApproval } from '../../../../schemas/generated/document-type.ts'
import { defineCommand, edited } from '../../define-command.ts'
import { patched } from '../../lists.ts'

/** Sets which approval schemas the documents of a type travel; the first whose condition holds is the one. */
export const setApproval = defineCommand(
  'set-approval',
  'document-type',
  (type, { approval }: { readonly approval: readonly TypeApproval[] }) => edited(patched(type, { approval: [...approval] }, ['fields'])),
)
