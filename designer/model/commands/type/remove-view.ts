import { defineCommand, edited, refused } from '../../define-command.ts'
import { patched } from '../../lists.ts'

/** Takes a view away. */
export const removeView = defineCommand('remove-view', 'document-type', (type, { view }: { readonly view: string }) => {
  const found = type.views?.find((each) => each.id === view)
  if (!found) return refused('no-such-thing')
  const views = type.views!.filter((each) => each.id !== view)
  return edited(patched(type, { views }, ['fields']), { name: found.label })
})
