// Generated from ../time-step.schema.json by generate.ts. Do not edit.
import type { Audience } from './audience.ts'
import type { Automation } from './automation.ts'
import type { Channel, Duration, Id, Offset } from './common.ts'

/**
 * What happens before, on or after a moment: of a deadline or of a reminder.
 */
export interface TimeStep {
  /**
   * When: before (-PT4H), on (P0D) or after (P1D) the moment.
   */
  at: Offset
  /**
   * Again and again at this distance.
   */
  every?: Duration
  /**
   * How many times at most.
   */
  atMost?: number
  /**
   * Whom to tell.
   */
  tell?: Audience
  /**
   * How to tell; in the program if left out.
   */
  by?: Channel[]
  /**
   * Who gets what is still open.
   */
  pass?: Audience
  /**
   * The action that is taken by itself.
   */
  choose?: Id
  /**
   * What the program does by itself.
   */
  does?: Automation[]
}
