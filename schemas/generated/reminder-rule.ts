// Generated from ../reminder-rule.schema.json by generate.ts. Do not edit.
import type { Counting, DayOff, Feel, FieldId, Hour, Id, SchemaAddress, SchemaVersion, Text } from './common.ts'
import type { TimeStep } from './time-step.ts'

/**
 * A moment: a date of the card, a date in each row of a table, an open assignment, a status, a paper copy that must return.
 */
export type Around = (
  | {
      /**
       * The date field, of the card or of the rows.
       */
      field: FieldId
      assignment?: undefined
      status?: undefined
      paper?: undefined
    }
  | {
      field?: undefined
      /**
       * For each open assignment: when it is due or was opened.
       */
      assignment: 'due' | 'opened'
      status?: undefined
      paper?: undefined
    }
  | {
      field?: undefined
      assignment?: undefined
      /**
       * Since the document has this status.
       */
      status: Id
      paper?: undefined
    }
  | {
      field?: undefined
      assignment?: undefined
      status?: undefined
      /**
       * When this paper copy must return.
       */
      paper: FieldId
    }
) & {
  /**
   * The table whose rows have the date.
   */
  rows?: FieldId
  /**
   * Whether it comes round every year, as a birthday does.
   */
  yearly?: boolean
}

/**
 * Whom to tell around a date of the card or an event of the process.
 */
export interface ReminderRule {
  /**
   * The address of the JSON Schema, for editors.
   */
  $schema?: SchemaAddress
  /**
   * The version of the language; may be left out for 1.
   */
  schemaVersion?: SchemaVersion
  /**
   * Its id.
   */
  id: Id
  /**
   * What people call it.
   */
  label: Text
  /**
   * The document type that it watches.
   */
  type: Id
  /**
   * The moment around which it tells.
   */
  around: Around
  /**
   * Only as long as this is true.
   */
  while?: Feel
  /**
   * What the steps count; round the clock if left out.
   */
  in?: Counting
  /**
   * The hour of the day at which it tells.
   */
  hour?: Hour
  /**
   * What happens when it falls on a day off.
   */
  dayOff?: DayOff
  /**
   * What happens before, on and after.
   */
  steps: TimeStep[]
  /**
   * What is said.
   */
  text: Text
}
