import type { Check } from '../../../../schemas/generated/document-type.ts'
import { defineCommand, edited, refused } from '../../define-command.ts'
import { patched } from '../../lists.ts'

export interface SetCheck {
  readonly check: string
  /** What changes; keys given as undefined are left out. */
  readonly set: { readonly [K in Exclude<keyof Check, 'id'>]?: Check[K] | undefined }
}

/** Sets what a rule demands, what people read when it fails, beside which fields, and who may let it pass. */
export const setCheck = defineCommand('set-check', 'document-type', (type, { check, set }: SetCheck) => {
  const found = type.checks?.find((each) => each.id === check)
  if (!found) return refused('no-such-thing')
  if ('must' in set && !set.must) return refused('name-empty')
  if ('else' in set && !set.else) return refused('name-empty')
  return edited({ ...type, checks: type.checks!.map((each) => (each === found ? patched(each, set) : each)) }, { name: found.else })
})
