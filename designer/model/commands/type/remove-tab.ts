import { defineCommand, edited, refused } from '../../define-command.ts'
import { layoutOf } from './layout-cells.ts'

/** Takes a tab from the form; its fields stay in the card and wait in the palette. A form keeps one tab. */
export const removeTab = defineCommand('remove-tab', 'document-type', (type, { tab }: { readonly tab: string }, { workspace }) => {
  const layout = layoutOf(type, workspace.languages)
  const found = layout.find(({ id }) => id === tab)
  if (!found) return refused('no-such-thing')
  if (layout.length === 1) return refused('last-one', { name: found.tab })
  return edited({ ...type, layout: layout.filter(({ id }) => id !== tab) }, { name: found.tab })
})
