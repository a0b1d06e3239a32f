import type { CardField } from '../../../schemas/generated/card-field.ts'

/** What every property of a field is given. */
export interface PropertyProps {
  readonly field: CardField
  /** `amount`, or of a column `works.price`. */
  readonly path: string
  /** The table of a column. */
  readonly row: string | undefined
}
