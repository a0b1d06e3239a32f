import { defineCommand, edited, refused } from '../../define-command.ts'
import { indexById, moved } from '../../lists.ts'

/** Changes the order of the checks. */
export const moveCheck = defineCommand(
  'move-check',
  'document-type',
  (type, { check, to }: { readonly check: string; readonly to: number }) => {
    const index = indexById(type.checks, check)
    if (index < 0) return refused('no-such-thing')
    return edited({ ...type, checks: [...moved(type.checks!, index, to)] }, { name: type.checks![index]!.else })
  },
)
