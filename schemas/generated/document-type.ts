// Generated from ../document-type.schema.json by generate.ts. Do not edit.
import type { Audience } from './audience.ts'
import type { CardField } from './card-field.ts'
import type { Color, Duration, Feel, FieldId, Id, Path, SchemaAddress, SchemaVersion, SortKey, Text } from './common.ts'

/**
 * The number: {0000} is the counter, {yyyy} the year, {field} a value.
 */
export type NumberPattern = string
/**
 * A field, a list of documents that point here, or a block of the program.
 */
export type LayoutCell =
  | FieldId
  | (
      | {
          /**
           * The `back` of a link: the documents that point here.
           */
          list: FieldId
          block?: undefined
        }
      | {
          list?: undefined
          /**
           * A block of the program.
           */
          block: 'paper' | 'files' | 'activities' | 'missing'
        }
    )
/**
 * Something that one may do with the documents of a type.
 */
export type Right = 'read' | 'create' | 'edit' | 'delete' | 'export' | 'convert' | 'administer'
export type Carried = 'matching-fields' | 'files' | 'activities'
/**
 * A type, with the names of its fields where they differ.
 */
export type TwinType =
  | Id
  | {
      /**
       * The type.
       */
      type: Id
      /**
       * For a field of this type, the field of that one.
       */
      as: {
        [k: string]: FieldId
      }
    }

/**
 * What a kind of document is: its fields, form, number, list, rights and relations.
 */
export interface DocumentType {
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
   * What people call one of them.
   */
  label: Text
  /**
   * What people call several of them: the name of the list; as the label if left out.
   */
  plural?: Text
  /**
   * A document is sent round, a record is kept, an activity is planned and done, of a single there is one for the site.
   */
  kind: 'document' | 'record' | 'activity' | 'single'
  /**
   * The title of a document, with values in braces.
   */
  title?: Text
  /**
   * What a document can be; a card without a process has the first.
   */
  statuses?: Status[]
  /**
   * How it gets its number.
   */
  number?: Numbering
  /**
   * The fields of the card.
   */
  fields: CardField[]
  /**
   * Rules that every saved card keeps.
   */
  checks?: Check[]
  /**
   * Its physical originals.
   */
  paper?: Paper
  /**
   * The form; one tab with all fields if left out.
   */
  layout?: LayoutTab[]
  /**
   * Saved ways to look at the list.
   */
  views?: View[]
  /**
   * Who may do what.
   */
  access?: AccessRule[]
  /**
   * The approval schemas that a document may travel.
   */
  approval?: TypeApproval[]
  /**
   * What can be created from it.
   */
  conversions?: Conversion[]
  /**
   * When two cards seem to mean the same.
   */
  twins?: TwinRule[]
  /**
   * What has to exist beside it.
   */
  expects?: Expectation[]
  /**
   * Of an activity: which fields say when, who, about what and done.
   */
  activity?: ActivityFields
}
/**
 * What a document is, in the words of the office.
 */
export interface Status {
  /**
   * Its id, which rules name.
   */
  id: Id
  /**
   * What people see.
   */
  label: Text
  /**
   * The colour of its chip; grey if left out.
   */
  color?: Color
  /**
   * Whether the document is done with.
   */
  closed?: boolean
  /**
   * Whether it is out of use.
   */
  retired?: true
}
/**
 * How documents get their numbers.
 */
export interface Numbering {
  /**
   * The series; the first whose `when` holds gives the number.
   */
  series: NumberSeries[]
  /**
   * The date field whose year counts; the day of numbering if left out.
   */
  date?: Path
  /**
   * Who may give or reserve a number by hand.
   */
  byHand?: Audience
}
/**
 * One way to make a number.
 */
export interface NumberSeries {
  /**
   * When this series is the one.
   */
  when?: Feel
  pattern: NumberPattern
  /**
   * What starts a counter of its own where the text does not show it.
   */
  per?: Path[]
}
/**
 * A rule that every saved card keeps.
 */
export interface Check {
  /**
   * Its id.
   */
  id: Id
  /**
   * What has to be true; it fails only on false.
   */
  must: Feel
  /**
   * What people read when it fails.
   */
  else: Text
  /**
   * The fields beside which the sentence shows.
   */
  fields?: Path[]
  /**
   * Who may let a failing card pass, with a reason.
   */
  override?: Audience
  /**
   * Whether it is out of use.
   */
  retired?: true
}
/**
 * The physical originals of a document.
 */
export interface Paper {
  /**
   * Which originals there are.
   */
  copies: PaperCopy[]
  /**
   * The directory of the places where they lie.
   */
  places?: Id
  /**
   * Who keeps them.
   */
  keepers?: Audience
  /**
   * How soon one that went out must return.
   */
  back?: Duration
}
/**
 * One physical original.
 */
export interface PaperCopy {
  /**
   * The name by which expressions know it: paper.ours.
   */
  id: FieldId
  /**
   * What people see.
   */
  label: Text
}
/**
 * A tab of the form.
 */
export interface LayoutTab {
  /**
   * Its id.
   */
  id: Id
  /**
   * Its heading.
   */
  tab: Text
  /**
   * When it shows.
   */
  when?: Feel
  /**
   * What stands in it, from top to bottom.
   */
  sections: LayoutSection[]
}
/**
 * A group of fields on the form.
 */
export interface LayoutSection {
  /**
   * Its id.
   */
  id: Id
  /**
   * Its heading.
   */
  title?: Text
  /**
   * When it shows.
   */
  when?: Feel
  /**
   * Columns from left to right; each lists what stands in it from top to bottom.
   */
  columns: LayoutCell[][]
}
/**
 * A saved way to look at the list of documents.
 */
export interface View {
  /**
   * Its id.
   */
  id: Id
  /**
   * What people see on its tab.
   */
  label: Text
  /**
   * A table, a board or a calendar.
   */
  as: 'table' | 'board' | 'calendar'
  /**
   * What is shown of each document, in this order.
   */
  columns?: Path[]
  /**
   * Only documents for which this is true.
   */
  where?: Feel
  /**
   * The order; a minus turns it round.
   */
  sort?: SortKey[]
  /**
   * What the columns of a board or the groups of a table are made by.
   */
  group?: Path
  /**
   * The date that places a document in a calendar.
   */
  date?: Path
  /**
   * Whether it is out of use.
   */
  retired?: true
}
/**
 * Gives people rights; rules add up and nothing takes away.
 */
export interface AccessRule {
  /**
   * To whom.
   */
  who: Audience
  /**
   * What they may do.
   */
  can: Right[]
  /**
   * Only for documents for which this is true.
   */
  when?: Feel
}
/**
 * Which approval schema a document travels; the first whose `when` holds.
 */
export interface TypeApproval {
  /**
   * The approval schema.
   */
  schema: Id
  /**
   * As soon as the document is created, or by a button.
   */
  start: 'on-create' | 'by-hand'
  /**
   * When this one is the one.
   */
  when?: Feel
}
/**
 * Creates documents from this one.
 */
export interface Conversion {
  /**
   * Its id.
   */
  id: Id
  /**
   * What its button says.
   */
  label: Text
  /**
   * Who may; those with the right to convert if left out.
   */
  who?: Audience
  /**
   * When the button shows.
   */
  when?: Feel
  /**
   * Why not, when it may not.
   */
  whenNot?: Text
  /**
   * How many of them must be created at least.
   */
  atLeast?: number
  /**
   * What goes along.
   */
  carry?: Carried[]
  /**
   * What is created, in this order.
   */
  creates: Creation[]
  /**
   * Whether it is out of use.
   */
  retired?: true
}
/**
 * One document that a conversion creates.
 */
export interface Creation {
  /**
   * The name by which the next ones can refer to it.
   */
  as: FieldId
  /**
   * Its type.
   */
  type: Id
  /**
   * When it can be created.
   */
  when?: Feel
  /**
   * Whether the dialog offers it ticked or not.
   */
  offer?: 'on' | 'off'
  /**
   * What happens when it seems to exist already: ask, join with it, or create all the same.
   */
  twin?: 'ask' | 'join' | 'create'
  /**
   * The value for each of its fields, as an expression over this card.
   */
  map?: {
    [k: string]: Feel
  }
  /**
   * Its fields that the dialog asks for.
   */
  askFor?: Path[]
}
/**
 * When two cards seem to mean the same.
 */
export interface TwinRule {
  /**
   * Fields that are all equal.
   */
  same?: Path[]
  /**
   * Fields that are nearly equal.
   */
  similar?: Path[]
  /**
   * Types among which a twin is looked for; this one if left out.
   */
  with?: TwinType[]
  /**
   * Say so, or refuse to save.
   */
  then: 'warn' | 'refuse'
}
/**
 * A document that has to exist beside this one; what is absent is named in `missing`.
 */
export interface Expectation {
  /**
   * Its id.
   */
  id: Id
  /**
   * What is missing, in the words of the office.
   */
  label: Text
  /**
   * When it has to exist.
   */
  when?: Feel
  /**
   * The `back` of a link: the list in which it has to be.
   */
  of: FieldId
  /**
   * Which documents of the list count; `that.` is the other one.
   */
  where?: Feel
  /**
   * How many there have to be; one if left out.
   */
  atLeast?: number
}
/**
 * Which fields of an activity say what.
 */
export interface ActivityFields {
  /**
   * When it is.
   */
  date: Path
  /**
   * Who does it.
   */
  person: Path
  /**
   * The document or counterparty that it is about.
   */
  about: Path
  /**
   * What came of it: filled when it is over.
   */
  done: Path
}
