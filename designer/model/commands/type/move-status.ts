import { defineCommand, edited, refused } from '../../define-command.ts'
import { indexById, moved } from '../../lists.ts'

/** Changes the order of the statuses. */
export const moveStatus = defineCommand(
  'move-status',
  'document-type',
  (type, { status, to }: { readonly status: string; readonly to: number }) => {
    const index = indexById(type.statuses, status)
    if (index < 0) return refused('no-such-thing')
    return edited({ ...type, statuses: [...moved(type.statuses!, index, to)] }, { name: type.statuses![index]!.label })
  },
)
