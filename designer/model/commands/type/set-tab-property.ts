import type { LayoutTab } from '../../../../schemas/generated/document-type.ts'
import { defineCommand, edited, refused } from '../../define-command.ts'
import { patched } from '../../lists.ts'
import { layoutOf } from './layout-cells.ts'

export interface SetTabProperty {
  readonly tab: string
  readonly set: { readonly tab?: LayoutTab['tab']; readonly when?: string | undefined }
}

/** Sets the heading of a tab, or when it shows. */
export const setTabProperty = defineCommand('set-tab-property', 'document-type', (type, { tab, set }: SetTabProperty, { workspace }) => {
  const layout = layoutOf(type, workspace.languages)
  const found = layout.find(({ id }) => id === tab)
  if (!found) return refused('no-such-thing')
  if ('tab' in set && !set.tab) return refused('name-empty')
  return edited({ ...type, layout: layout.map((each) => (each === found ? patched(each, set, ['sections']) : each)) }, { name: found.tab })
})
