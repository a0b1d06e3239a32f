import type { TimeStep } from '../../../../schemas/generated/time-step.ts'
import { defineCommand } from '../../define-command.ts'
import { inserted } from '../../lists.ts'
import { editTimeSteps, type TimeStepsOf } from './edit-time-steps.ts'

/** Adds what happens before, on or after the moment of a deadline or a reminder; last, or at a place. */
export const addTimeStep = defineCommand(
  'add-time-step',
  ['approval-schema', 'reminder-rule'] as const,
  (body, { step, at, ...of }: TimeStepsOf & { readonly step: TimeStep; readonly at?: number }) =>
    editTimeSteps(body, of, (steps) => inserted(steps, step, at)),
)
