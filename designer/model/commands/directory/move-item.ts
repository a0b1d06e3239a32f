import { defineCommand, edited, refused } from '../../define-command.ts'
import { indexById, moved } from '../../lists.ts'

/** Changes the order in which the choices are offered. */
export const moveItem = defineCommand(
  'move-item',
  'directory',
  (directory, { item, to }: { readonly item: string; readonly to: number }) => {
    const index = indexById(directory.items, item)
    if (index < 0) return refused('no-such-thing')
    return edited({ ...directory, items: [...moved(directory.items, index, to)] }, { name: directory.items[index]!.label })
  },
)
