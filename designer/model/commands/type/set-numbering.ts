import type { Numbering } from '../../../../schemas/generated/document-type.ts'
import { defineCommand, edited, refused } from '../../define-command.ts'
import { patched } from '../../lists.ts'

/** Sets whose year counts in numbers, and who may give one by hand. */
export const setNumbering = defineCommand(
  'set-numbering',
  'document-type',
  (type, { set }: { readonly set: { readonly date?: string | undefined; readonly byHand?: Numbering['byHand'] } }) =>
    type.number ? edited({ ...type, number: patched(type.number, set) }) : refused('no-such-thing'),
)
