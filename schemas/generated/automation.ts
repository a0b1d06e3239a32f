// Generated from ../automation.schema.json by generate.ts. Do not edit.
import type { Audience } from './audience.ts'
import type { Channel, Feel, FieldId, Id, Path, Text } from './common.ts'

/**
 * One thing that the program does by itself.
 */
export type Automation = RegisterStep | SetStep | NotifyStep | ConvertStep | PrintStep | HandOverStep | AbsenceStep | WebhookStep

/**
 * Gives the document its number, once.
 */
export interface RegisterStep {
  /**
   * Which step this is.
   */
  do: 'register'
}
/**
 * Fills fields of the card.
 */
export interface SetStep {
  /**
   * Which step this is.
   */
  do: 'set'
  /**
   * The value for each field, as an expression.
   */
  set: {
    [k: string]: Feel
  }
}
/**
 * Tells somebody something.
 */
export interface NotifyStep {
  /**
   * Which step this is.
   */
  do: 'notify'
  /**
   * Whom to tell.
   */
  who: Audience
  /**
   * What to say.
   */
  text: Text
  /**
   * How to tell; in the program if left out.
   */
  by?: Channel[]
}
/**
 * Creates the documents of a conversion, with nobody asked.
 */
export interface ConvertStep {
  /**
   * Which step this is.
   */
  do: 'convert'
  /**
   * The conversion of the document type.
   */
  convert: Id
}
/**
 * Makes a file of a print form.
 */
export interface PrintStep {
  /**
   * Which step this is.
   */
  do: 'print'
  /**
   * The print form.
   */
  form: Id
  /**
   * The file field that receives it; the files of the document if left out.
   */
  field?: Path
}
/**
 * Notes that a paper copy went to somebody.
 */
export interface HandOverStep {
  /**
   * Which step this is.
   */
  do: 'hand-over'
  /**
   * The paper copy of the document type.
   */
  paper: FieldId
  /**
   * Who has it from now on.
   */
  to: Audience
}
/**
 * Notes that a person is away, and who stands in.
 */
export interface AbsenceStep {
  /**
   * Which step this is.
   */
  do: 'absence'
  /**
   * The field with the person who is away.
   */
  person: Path
  /**
   * The field with the first day.
   */
  from: Path
  /**
   * The field with the last day.
   */
  to: Path
  /**
   * The field with the person who stands in.
   */
  substitute?: Path
}
/**
 * Sends the document to another program.
 */
export interface WebhookStep {
  /**
   * Which step this is.
   */
  do: 'webhook'
  /**
   * The webhook, as the site names it; its address and secret lie there.
   */
  webhook: Id
  /**
   * Which fields are sent; all that are not confidential if left out.
   */
  fields?: Path[]
}
