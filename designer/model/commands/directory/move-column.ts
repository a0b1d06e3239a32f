import { defineCommand, edited, refused } from '../../define-command.ts'
import { indexById, moved } from '../../lists.ts'

/** Changes the order of the columns of a list of choices. */
export const moveColumn = defineCommand(
  'move-column',
  'directory',
  (directory, { column, to }: { readonly column: string; readonly to: number }) => {
    const index = indexById(directory.columns, column)
    if (index < 0) return refused('no-such-thing')
    return edited({ ...directory, columns: [...moved(directory.columns!, index, to)] }, { name: directory.columns![index]!.label })
  },
)
