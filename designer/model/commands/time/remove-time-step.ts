import { defineCommand } from '../../define-command.ts'
import { without } from '../../lists.ts'
import { editTimeSteps, type TimeStepsOf } from './edit-time-steps.ts'

/** Takes a step of a deadline or a reminder away; a reminder keeps at least one. */
export const removeTimeStep = defineCommand(
  'remove-time-step',
  ['approval-schema', 'reminder-rule'] as const,
  (body, { index, ...of }: TimeStepsOf & { readonly index: number }) =>
    editTimeSteps(body, of, (steps) => (index in steps ? without(steps, index) : undefined)),
)
