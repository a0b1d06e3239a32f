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
