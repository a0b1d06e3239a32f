// Generated from ../sample.schema.json by generate.ts. Do not edit.
import type { Card, Id, ItemId, SampleId, SchemaAddress, SchemaVersion } from './common.ts'

/**
 * A document that a template brings, made by the commands of its people.
 */
export interface Sample {
  /**
   * The address of the JSON Schema, for editors.
   */
  $schema?: SchemaAddress
  /**
   * The version of the language; may be left out for 1.
   */
  schemaVersion?: SchemaVersion
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
   * How many days before the installation it happened.
   */
  daysAgo?: number
  /**
   * What people did with it, in this order.
   */
  commands?: SampleCommand[]
}
/**
 * One thing that somebody did.
 */
export interface SampleCommand {
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
  /**
   * How many days before the installation it happened.
   */
  daysAgo?: number
}
