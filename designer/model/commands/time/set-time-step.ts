import type { TimeStep } from '../../../../schemas/generated/time-step.ts'
import { defineCommand } from '../../define-command.ts'
import { patched } from '../../lists.ts'
import { editTimeSteps, type TimeStepsOf } from './edit-time-steps.ts'

export interface SetTimeStep extends TimeStepsOf {
  readonly index: number
  /** What changes; keys given as undefined are left out. */
  readonly step: { readonly [K in keyof TimeStep]?: TimeStep[K] | undefined }
}

/** Changes a step of a deadline or a reminder: when, how often, whom it tells, to whom it passes, what it chooses. A step that does nothing is refused. */
export const setTimeStep = defineCommand(
  'set-time-step',
  ['approval-schema', 'reminder-rule'] as const,
  (body, { index, step, ...of }: SetTimeStep) =>
    editTimeSteps(body, of, (steps) =>
      index in steps
        ? steps.map((each, at) =>
            at === index
              ? patched(
                  each,
                  step,
                  ['tell', 'pass'].filter((key) => key in each || key in step),
                )
              : each,
          )
        : undefined,
    ),
)
