import type { View } from '../../../../schemas/generated/document-type.ts'
import { defineCommand, edited, refused } from '../../define-command.ts'
import { patched } from '../../lists.ts'

export interface SetView {
  readonly view: string
  /** What changes; keys given as undefined are left out. */
  readonly set: { readonly [K in Exclude<keyof View, 'id'>]?: View[K] | undefined }
}

/** Sets what a view is called and shows, in which order, and of which documents. */
export const setView = defineCommand('set-view', 'document-type', (type, { view, set }: SetView) => {
  const found = type.views?.find((each) => each.id === view)
  if (!found) return refused('no-such-thing')
  if ('label' in set && !set.label) return refused('name-empty')
  return edited({ ...type, views: type.views!.map((each) => (each === found ? patched(each, set) : each)) }, { name: found.label })
})
