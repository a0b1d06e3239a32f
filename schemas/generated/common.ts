// Generated from ../common.schema.json by generate.ts. Do not edit.

/**
 * A text for people: one string for every language, or a map from the language to the text; values stand in braces, as in {counterparty}.
 */
export type Text =
  | string
  | {
      /**
       * The text in this language.
       */
      [k: string]: string
    }
/**
 * A language of the site, as in en, ro or pt-BR.
 */
export type Language = string
/**
 * A stable name in kebab-case, never shown to people.
 */
export type Id = string
/**
 * A stable name in camelCase that an expression can use.
 */
export type FieldId = string
/**
 * A word that the expression language keeps for itself.
 */
export type ExpressionWord =
  | 'and'
  | 'between'
  | 'else'
  | 'every'
  | 'external'
  | 'false'
  | 'for'
  | 'function'
  | 'if'
  | 'in'
  | 'instance'
  | 'not'
  | 'null'
  | 'of'
  | 'or'
  | 'return'
  | 'satisfies'
  | 'some'
  | 'then'
  | 'true'
/**
 * A name that every expression already knows, so that no field of a card may have it.
 */
export type OwnName =
  'number' | 'title' | 'status' | 'author' | 'createdOn' | 'paper' | 'missing' | 'row' | 'that' | 'person' | 'this' | 'me' | 'step'
/**
 * What every item of a directory has already, so that no column may be called so.
 */
export type ItemName = 'id' | 'label' | 'color' | 'retired'
/**
 * The id of an item of a list of choices: letters, digits and hyphens, as in RON or papers-missing.
 */
export type ItemId = string
/**
 * The name by which samples and rehearsals speak of a document or a person.
 */
export type SampleId = string
/**
 * A field, or a field reached through a link or of the row in question, as in counterparty.taxNumber or row.due.
 */
export type Path = string
/**
 * A path to sort by; a minus before it turns the order round.
 */
export type SortKey = string
/**
 * An expression in FEEL, the language of DMN.
 */
export type Feel = string
/**
 * A length of time in ISO 8601, as in P2D (two days) or PT4H (four hours).
 */
export type Duration = string
/**
 * A length of time after (P1D) or before (-P1D) a moment, in ISO 8601.
 */
export type Offset = string
/**
 * A day, as in 2026-11-23.
 */
export type Day = string
/**
 * A moment in UTC, as in 2026-11-23T09:00:00.000Z.
 */
export type Instant = string
/**
 * A time of the day, as in 09:00.
 */
export type Hour = string
/**
 * The colour of a chip or a button; none is grey.
 */
export type Color = 'green' | 'yellow' | 'red' | 'blue'
/**
 * Whether days and hours are counted round the clock or only while the office works.
 */
export type Counting = 'calendar-time' | 'working-time'
/**
 * What becomes of a moment that falls on a day off: it is kept, or moves before or after.
 */
export type DayOff = 'keep' | 'before' | 'after'
/**
 * How somebody is told: in the program, by e-mail or by a signed webhook.
 */
export type Channel = 'program' | 'email' | 'webhook'
/**
 * The version of the language that this file is written in; may be left out for 1.
 */
export type SchemaVersion = 1
/**
 * The address of the JSON Schema, for editors; it has no meaning when the definition runs.
 */
export type SchemaAddress = string
/**
 * The nine kinds of nodes.
 */
export type NodeKind = 'stage' | 'approval' | 'task' | 'decision' | 'fork' | 'join' | 'wait' | 'automation' | 'end'
/**
 * The value of a field as it stands in a card; which shape it has, its field says.
 */
export type CardValue =
  | string
  | number
  | boolean
  | unknown[]
  | {
      [k: string]: unknown
    }

/**
 * A link in a card: the type and the id of the document that it points at.
 */
export interface LinkValue {
  type: Id
  /**
   * The id of the document; in samples and rehearsals, its `as`.
   */
  id: string
}
/**
 * The values of a document's fields; a blank one is left out.
 */
export interface Card {
  [k: string]: CardValue
}
