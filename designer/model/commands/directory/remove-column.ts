import { defineCommand, edited, refused } from '../../define-command.ts'
import { idsOf, patched } from '../../lists.ts'
import { releasedAt } from '../../workspace.ts'

/** Takes a column of a list of choices away with its values; one that is in use is retired. */
export const removeColumn = defineCommand(
  'remove-column',
  'directory',
  (directory, { column }: { readonly column: string }, { workspace, id }) => {
    const found = directory.columns?.find((each) => each.id === column)
    if (!found) return refused('no-such-thing')
    if (idsOf(releasedAt(workspace, 'directory', id)?.columns).includes(column)) {
      const columns = directory.columns!.map((each) => (each === found ? { ...each, retired: true as const } : each))
      return edited({ ...directory, columns }, { name: found.label })
    }
    const items = directory.items.map((item) => patched(item, { [column]: undefined }))
    return edited(patched({ ...directory, items }, { columns: directory.columns!.filter((each) => each !== found) }, ['items']), {
      name: found.label,
    })
  },
)
