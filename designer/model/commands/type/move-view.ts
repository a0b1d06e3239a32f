import { defineCommand, edited, refused } from '../../define-command.ts'
import { indexById, moved } from '../../lists.ts'

/** Changes the order of the views. */
export const moveView = defineCommand(
  'move-view',
  'document-type',
  (type, { view, to }: { readonly view: string; readonly to: number }) => {
    const index = indexById(type.views, view)
    if (index < 0) return refused('no-such-thing')
    return edited({ ...type, views: [...moved(type.views!, index, to)] }, { name: type.views![index]!.label })
  },
)
