import { defineCommand, edited, refused } from '../../define-command.ts'
import { idsOf, patched } from '../../lists.ts'
import { releasedAt } from '../../workspace.ts'

/** Takes a status away; one that is in use is retired, for documents have it and rules name it. */
export const removeStatus = defineCommand(
  'remove-status',
  'document-type',
  (type, { status }: { readonly status: string }, { workspace, id }) => {
    const found = type.statuses?.find((each) => each.id === status)
    if (!found) return refused('no-such-thing')
    const released = releasedAt(workspace, 'document-type', id)
    const statuses = idsOf(released?.statuses).includes(status)
      ? type.statuses!.map((each) => (each.id === status ? { ...each, retired: true as const } : each))
      : type.statuses!.filter((each) => each.id !== status)
    return edited(patched(type, { statuses }, ['fields']), { name: found.label })
  },
)
