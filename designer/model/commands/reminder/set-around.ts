import type { Around } from '../../../../schemas/generated/reminder-rule.ts'
import { defineCommand, edited } from '../../define-command.ts'

/** Sets the moment around which a reminder tells. */
export const setAround = defineCommand('set-around', 'reminder-rule', (rule, { around }: { readonly around: Around }) =>
  edited({ ...rule, around }),
)
