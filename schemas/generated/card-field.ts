// Generated from ../card-field.schema.json by generate.ts. Do not edit.
import type { Audience } from './audience.ts'
import type { CardValue, Color, Day, Duration, Feel, FieldId, Hour, Id, Instant, ItemId, Path, Text } from './common.ts'

/**
 * A field of a card.
 */
export type CardField =
  | TextField
  | LongTextField
  | RichTextField
  | NumberField
  | MoneyField
  | PercentField
  | DateField
  | DateTimeField
  | TimeField
  | DurationField
  | YesNoField
  | ChoiceField
  | PersonField
  | DepartmentField
  | LinkField
  | TableField
  | FileField
  | EmailField
  | PhoneField
  | WebField
  | RatingField
  | ColorField
  | SignatureField
/**
 * A total over the rows of a table or over the documents that point here; exactly one of `sum`, `count`, `min`, `max`, `average`.
 */
export type Rollup = (
  | {
      /**
       * The field that is added up.
       */
      sum: Path
      count?: undefined
      min?: undefined
      max?: undefined
      average?: undefined
    }
  | {
      sum?: undefined
      /**
       * Counts the rows or documents.
       */
      count: true
      min?: undefined
      max?: undefined
      average?: undefined
    }
  | {
      sum?: undefined
      count?: undefined
      /**
       * The field whose smallest value is taken.
       */
      min: Path
      max?: undefined
      average?: undefined
    }
  | {
      sum?: undefined
      count?: undefined
      min?: undefined
      /**
       * The field whose largest value is taken.
       */
      max: Path
      average?: undefined
    }
  | {
      sum?: undefined
      count?: undefined
      min?: undefined
      max?: undefined
      /**
       * The field whose average is taken.
       */
      average: Path
    }
) & {
  /**
   * The table, or the `back` of a link, that is added up.
   */
  of: FieldId
  /**
   * Only those for which this is true; `that.` is the other document, `row.` the row.
   */
  where?: Feel
}
/**
 * A column of a table or of a directory: a field of any type but a table.
 */
export type Column =
  | TextField
  | LongTextField
  | RichTextField
  | NumberField
  | MoneyField
  | PercentField
  | DateField
  | DateTimeField
  | TimeField
  | DurationField
  | YesNoField
  | ChoiceField
  | PersonField
  | DepartmentField
  | LinkField
  | FileField
  | EmailField
  | PhoneField
  | WebField
  | RatingField
  | ColorField
  | SignatureField
export type FileEnding = string

/**
 * One line of text.
 */
export interface TextField extends FieldBase {
  /**
   * Which kind this is.
   */
  type: 'text'
  /**
   * Whether it holds a list.
   */
  many?: boolean
  /**
   * Whether no two documents may have the same value.
   */
  unique?: boolean
  /**
   * A regular expression that the whole text must match.
   */
  pattern?: string
}
/**
 * What every field may have, of whatever type.
 */
export interface FieldBase {
  /**
   * The name by which expressions know the field.
   */
  id: FieldId
  /**
   * What people see before the field.
   */
  label: Text
  /**
   * A sentence below the field.
   */
  help?: Text
  /**
   * Whether it must be filled when the document leaves its node.
   */
  required?: boolean
  /**
   * When it must be filled.
   */
  requiredWhen?: Feel
  /**
   * When it shows.
   */
  visibleWhen?: Feel
  /**
   * When it may be changed by those who may edit.
   */
  editableWhen?: Feel
  /**
   * The value in a new document.
   */
  default?: CardValue
  /**
   * The value in a new document, calculated.
   */
  defaultFrom?: Feel
  /**
   * The field of a linked document whose value is taken over when the link is set.
   */
  copyFrom?: Path
  /**
   * The value, calculated from other fields.
   */
  formula?: Feel
  rollup?: Rollup
  /**
   * Whether it tells something about a private person, so that it can be erased.
   */
  personal?: boolean
  /**
   * Whether it stays out of messages, titles, print forms and search.
   */
  confidential?: boolean
  /**
   * Who sees it; every reader if left out.
   */
  seenBy?: Audience
  /**
   * Who among those who may edit may change it.
   */
  editedBy?: Audience
  /**
   * Whether a copy of the document takes it along.
   */
  copy?: boolean
  /**
   * Whether its words are found by search.
   */
  search?: boolean
  /**
   * Whether the result shows to everybody who reads the card, even where the inputs do not.
   */
  discloses?: boolean
  /**
   * The retired field that this one takes over from.
   */
  from?: FieldId
  /**
   * Whether it is out of use; it is kept for the documents that have it.
   */
  retired?: true
}
/**
 * Several lines of text.
 */
export interface LongTextField extends FieldBase {
  /**
   * Which kind this is.
   */
  type: 'long-text'
}
/**
 * Text with headings, lists and links.
 */
export interface RichTextField extends FieldBase {
  /**
   * Which kind this is.
   */
  type: 'rich-text'
}
/**
 * A number.
 */
export interface NumberField extends FieldBase {
  /**
   * Which kind this is.
   */
  type: 'number'
  /**
   * Whether it holds a list.
   */
  many?: boolean
  /**
   * Whether no two documents may have the same value.
   */
  unique?: boolean
  /**
   * The smallest value.
   */
  min?: number
  /**
   * The largest value.
   */
  max?: number
  /**
   * How many digits after the point.
   */
  decimals?: number
  /**
   * The unit that is shown after the number.
   */
  unit?: string
}
/**
 * A sum of money.
 */
export interface MoneyField extends FieldBase {
  /**
   * Which kind this is.
   */
  type: 'money'
  /**
   * The smallest value.
   */
  min?: number
  /**
   * The largest value.
   */
  max?: number
  /**
   * How many digits after the point.
   */
  decimals?: number
  /**
   * The currency: a code, or the choice field of the card that holds it.
   */
  currency:
    | ItemId
    | {
        /**
         * The choice field that holds the currency.
         */
        field: Path
      }
}
/**
 * A percentage: 12.5 in the card is 12.5 %.
 */
export interface PercentField extends FieldBase {
  /**
   * Which kind this is.
   */
  type: 'percent'
  /**
   * The smallest value.
   */
  min?: number
  /**
   * The largest value.
   */
  max?: number
  /**
   * How many digits after the point.
   */
  decimals?: number
}
/**
 * A day.
 */
export interface DateField extends FieldBase {
  /**
   * Which kind this is.
   */
  type: 'date'
  /**
   * Whether it holds a list.
   */
  many?: boolean
  /**
   * Whether no two documents may have the same value.
   */
  unique?: boolean
  /**
   * The earliest day.
   */
  min?: Day
  /**
   * The latest day.
   */
  max?: Day
}
/**
 * A moment.
 */
export interface DateTimeField extends FieldBase {
  /**
   * Which kind this is.
   */
  type: 'date-time'
  /**
   * The earliest moment.
   */
  min?: Instant
  /**
   * The latest moment.
   */
  max?: Instant
}
/**
 * A time of the day.
 */
export interface TimeField extends FieldBase {
  /**
   * Which kind this is.
   */
  type: 'time'
  /**
   * The earliest time.
   */
  min?: Hour
  /**
   * The latest time.
   */
  max?: Hour
}
/**
 * A length of time.
 */
export interface DurationField extends FieldBase {
  /**
   * Which kind this is.
   */
  type: 'duration'
  /**
   * The shortest.
   */
  min?: Duration
  /**
   * The longest.
   */
  max?: Duration
}
/**
 * Yes or no.
 */
export interface YesNoField extends FieldBase {
  /**
   * Which kind this is.
   */
  type: 'yes-no'
}
/**
 * One of a list, or several.
 */
export interface ChoiceField extends FieldBase {
  /**
   * Which kind this is.
   */
  type: 'choice'
  /**
   * The directory, or the options themselves.
   */
  options: Id | Option[]
  /**
   * Whether it holds a list.
   */
  many?: boolean
  /**
   * Whether no two documents may have the same value.
   */
  unique?: boolean
}
/**
 * One thing to choose.
 */
export interface Option {
  /**
   * Its id, as it stands in the card.
   */
  id: ItemId
  /**
   * What people see.
   */
  label: Text
  /**
   * The colour of its chip.
   */
  color?: Color
  /**
   * Whether it can no longer be chosen.
   */
  retired?: true
}
/**
 * Somebody of the office.
 */
export interface PersonField extends FieldBase {
  /**
   * Which kind this is.
   */
  type: 'person'
  /**
   * Who may be chosen; everybody if left out.
   */
  among?: Audience
  /**
   * Fills it by itself when there is only one to choose.
   */
  pick?: 'only-one'
  /**
   * Whether it holds a list.
   */
  many?: boolean
  /**
   * Whether no two documents may have the same value.
   */
  unique?: boolean
}
/**
 * A department of the office.
 */
export interface DepartmentField extends FieldBase {
  /**
   * Which kind this is.
   */
  type: 'department'
  /**
   * Whether it holds a list.
   */
  many?: boolean
  /**
   * Whether no two documents may have the same value.
   */
  unique?: boolean
}
/**
 * Another document.
 */
export interface LinkField extends FieldBase {
  /**
   * Which kind this is.
   */
  type: 'link'
  /**
   * The types of documents that may be chosen.
   */
  to: Id[]
  /**
   * Only documents for which this is true; `that.` is the other document.
   */
  where?: Feel
  /**
   * Fills it by itself when there is only one to choose.
   */
  pick?: 'only-one'
  /**
   * Whether the other document is the one above this one.
   */
  parent?: boolean
  back?: Back
  /**
   * Whether it holds a list.
   */
  many?: boolean
  /**
   * Whether no two documents may have the same value.
   */
  unique?: boolean
}
/**
 * A link seen from the other side.
 */
export interface Back {
  /**
   * The name by which the other side knows the list.
   */
  id: FieldId
  /**
   * The heading of the list on the other side.
   */
  label: Text
}
/**
 * Rows with columns of their own.
 */
export interface TableField extends FieldBase {
  /**
   * Which kind this is.
   */
  type: 'table'
  /**
   * Its columns.
   */
  fields: Column[]
  /**
   * The fewest rows.
   */
  min?: number
  /**
   * The most rows.
   */
  max?: number
}
/**
 * A file.
 */
export interface FileField extends FieldBase {
  /**
   * Which kind this is.
   */
  type: 'file'
  /**
   * The kinds of files that are taken, by ending.
   */
  accept?: FileEnding[]
  /**
   * Whether it holds a list.
   */
  many?: boolean
}
/**
 * An e-mail address.
 */
export interface EmailField extends FieldBase {
  /**
   * Which kind this is.
   */
  type: 'email'
  /**
   * Whether it holds a list.
   */
  many?: boolean
  /**
   * Whether no two documents may have the same value.
   */
  unique?: boolean
}
/**
 * A telephone number.
 */
export interface PhoneField extends FieldBase {
  /**
   * Which kind this is.
   */
  type: 'phone'
  /**
   * Whether it holds a list.
   */
  many?: boolean
  /**
   * Whether no two documents may have the same value.
   */
  unique?: boolean
  /**
   * A regular expression that the whole text must match.
   */
  pattern?: string
}
/**
 * An address on the web.
 */
export interface WebField extends FieldBase {
  /**
   * Which kind this is.
   */
  type: 'web'
  /**
   * Whether it holds a list.
   */
  many?: boolean
  /**
   * Whether no two documents may have the same value.
   */
  unique?: boolean
}
/**
 * Stars.
 */
export interface RatingField extends FieldBase {
  /**
   * Which kind this is.
   */
  type: 'rating'
  /**
   * How many stars there are; 5 if left out.
   */
  max?: number
}
/**
 * A colour.
 */
export interface ColorField extends FieldBase {
  /**
   * Which kind this is.
   */
  type: 'color'
}
/**
 * A signature drawn by hand.
 */
export interface SignatureField extends FieldBase {
  /**
   * Which kind this is.
   */
  type: 'signature'
}
