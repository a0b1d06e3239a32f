import type { Status } from '../../../../schemas/generated/document-type.ts'
import { defineCommand, edited, refused } from '../../define-command.ts'
import { patched } from '../../lists.ts'

export interface SetStatus {
  readonly status: string
  /** What changes; keys given as undefined are left out. */
  readonly set: { readonly [K in Exclude<keyof Status, 'id'>]?: Status[K] | undefined }
}

/** Sets what a status is called, its colour, or whether documents are done with. */
export const setStatus = defineCommand('set-status', 'document-type', (type, { status, set }: SetStatus) => {
  const found = type.statuses?.find((each) => each.id === status)
  if (!found) return refused('no-such-thing')
  if ('label' in set && !set.label) return refused('name-empty')
  return edited({ ...type, statuses: type.statuses!.map((each) => (each === found ? patched(each, set) : each)) }, { name: found.label })
})
