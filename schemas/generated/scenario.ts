// Generated from ../scenario.schema.json by generate.ts. Do not edit.
import type { Card, Duration, Id, ItemId, SampleId, SchemaAddress, SchemaVersion, Text } from './common.ts'

/**
 * The moment at which it begins, in the zone of the site.
 */
export type LocalMoment = string
/**
 * Somebody does something, time passes, or something is expected.
 */
export type ScenarioStep = (
  | {
      /**
       * The action, the decision or the command.
       */
      do: string
      create?: undefined
      wait?: undefined
      expect?: undefined
    }
  | {
      do?: undefined
      /**
       * A document that is created.
       */
      create: CreatedDocument
      wait?: undefined
      expect?: undefined
    }
  | {
      do?: undefined
      create?: undefined
      /**
       * How much time passes.
       */
      wait: Duration
      expect?: undefined
    }
  | {
      do?: undefined
      create?: undefined
      wait?: undefined
      /**
       * What must be so now.
       */
      expect: ScenarioExpectation
    }
) & {
  /**
   * Who does it.
   */
  by?: SampleId
  /**
   * The node where it is done; needed where several are open.
   */
  at?: Id
  /**
   * The comment.
   */
  comment?: string
  /**
   * The reason for being late, from its directory.
   */
  reason?: ItemId
  /**
   * To whom it is delegated, reassigned and so on.
   */
  to?: SampleId[]
  /**
   * Values that are filled before.
   */
  card?: Card
  /**
   * Which document, by its `as`; the one that the rehearsal is about if left out.
   */
  document?: SampleId
  /**
   * The problem with which it must be refused.
   */
  refused?: Id
}

/**
 * A rehearsal: with this document, when people do this, then that is so.
 */
export interface Scenario {
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
   * What it shows.
   */
  label: Text
  now: LocalMoment
  /**
   * Documents that exist before.
   */
  given?: GivenDocument[]
  /**
   * The document that it is about.
   */
  document: RehearsedDocument
  /**
   * What happens, in this order.
   */
  steps: ScenarioStep[]
}
/**
 * A document that exists before the rehearsal begins.
 */
export interface GivenDocument {
  /**
   * The document type.
   */
  type: Id
  /**
   * The name by which the others point at it.
   */
  as: SampleId
  /**
   * Who creates it.
   */
  author: SampleId
  /**
   * The values of its fields.
   */
  card: Card
  /**
   * What people did with it, in this order.
   */
  commands?: GivenCommand[]
}
/**
 * One thing that somebody did before.
 */
export interface GivenCommand {
  /**
   * Who did it.
   */
  by: SampleId
  /**
   * The action, the decision or the command.
   */
  do: string
  /**
   * The node where it is done; needed where several are open.
   */
  at?: Id
  /**
   * The comment.
   */
  comment?: string
  /**
   * The reason for being late, from its directory.
   */
  reason?: ItemId
  /**
   * To whom it is delegated, reassigned and so on.
   */
  to?: SampleId[]
  /**
   * Values that are filled before.
   */
  card?: Card
}
/**
 * The document that the rehearsal is about.
 */
export interface RehearsedDocument {
  /**
   * The document type.
   */
  type: Id
  /**
   * The name by which the others point at it.
   */
  as?: SampleId
  /**
   * Who creates it.
   */
  author: SampleId
  /**
   * The values of its fields.
   */
  card: Card
}
/**
 * A document that somebody creates.
 */
export interface CreatedDocument {
  /**
   * The document type.
   */
  type: Id
  /**
   * The name by which the next steps speak of it.
   */
  as?: SampleId
  /**
   * The values of its fields.
   */
  card: Card
}
/**
 * What must be so; what is left out is not looked at.
 */
export interface ScenarioExpectation {
  /**
   * The status.
   */
  status?: Id
  /**
   * The nodes where it is.
   */
  at?: Id[]
  /**
   * Who has something to do.
   */
  asked?: SampleId[]
  /**
   * Values of the card; null where it must be blank.
   */
  card?: {
    [k: string]: string | number | boolean | unknown[] | {} | null
  }
  /**
   * The number.
   */
  number?: string
  /**
   * The title, in the first language of the template.
   */
  title?: string
  /**
   * Messages that have gone out since the step before.
   */
  notices?: ExpectedNotice[]
}
/**
 * A message that has gone out.
 */
export interface ExpectedNotice {
  /**
   * To whom.
   */
  to: SampleId
  /**
   * What it says, in that person's language; any text if left out.
   */
  text?: string
}
