import type { Column } from '../../../schemas/generated/card-field.ts'
import type { Row } from '../../engine/card/card.ts'
import { add, fromNumber, toNumber, ZERO } from '../../engine/expression/decimal.ts'

/**
 * The columns that a total makes sense of: sums of money that are calculated (a price, not a price for one); where none
 * is, the only column of money.
 */
export function totalledColumns(columns: readonly Column[]): readonly string[] {
  const money = columns.filter((column) => column.type === 'money' && !column.retired)
  const calculated = money.filter((column) => column.formula !== undefined)
  if (calculated.length > 0) return calculated.map((column) => column.id)
  return money.length === 1 ? [money[0]!.id] : []
}

/** The exact sum of a column; blanks are left out. Undefined where the column is blank in every row. */
export function totalOf(rows: readonly Row[], column: string): number | undefined {
  const values = rows.map((row) => row[column]).filter((value) => typeof value === 'number')
  if (values.length === 0) return undefined
  return toNumber(values.reduce((sum, value) => add(sum, fromNumber(value)) ?? sum, ZERO))
}
