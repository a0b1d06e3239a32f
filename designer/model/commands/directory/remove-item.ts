import { defineCommand, edited, refused } from '../../define-command.ts'
import { idsOf } from '../../lists.ts'
import { releasedAt } from '../../workspace.ts'

/** Takes a choice away; one that is in use can no longer be chosen, and stays for the documents that have it. */
export const removeItem = defineCommand('remove-item', 'directory', (directory, { item }: { readonly item: string }, { workspace, id }) => {
  const found = directory.items.find((each) => each.id === item)
  if (!found) return refused('no-such-thing')
  const published = idsOf(releasedAt(workspace, 'directory', id)?.items).includes(item)
  const items = published
    ? directory.items.map((each) => (each === found ? { ...each, retired: true as const } : each))
    : directory.items.filter((each) => each !== found)
  return edited({ ...directory, items }, { name: found.label })
})
