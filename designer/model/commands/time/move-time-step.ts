import { defineCommand } from '../../define-command.ts'
import { moved } from '../../lists.ts'
import { editTimeSteps, type TimeStepsOf } from './edit-time-steps.ts'

/** Changes the order of the steps of a deadline or a reminder. */
export const moveTimeStep = defineCommand(
  'move-time-step',
  ['approval-schema', 'reminder-rule'] as const,
  (body, { from, to, ...of }: TimeStepsOf & { readonly from: number; readonly to: number }) =>
    editTimeSteps(body, of, (steps) => moved(steps, from, to)),
)
