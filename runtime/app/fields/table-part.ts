import type { ComponentType } from 'react'
import type { Column, TableField } from '../../../schemas/generated/card-field.ts'
import type { CardValue, Row } from '../../engine/card/card.ts'
import type { FieldProps } from './define-field.ts'

/** What a table does with its rows; left out where it is only read. */
export interface TableEdit {
  readonly onCell: (row: string, column: string, value: CardValue | undefined) => void
  readonly onInvalid: (cell: string, problem: string | null) => void
  readonly onRemove: (index: number) => void
  readonly onMove: (index: number, by: -1 | 1) => void
}

/** The same rows, as a grid on a desk or as cards on a phone. */
export interface TablePartProps {
  readonly field: TableField
  readonly rows: readonly Row[]
  readonly path: string
  readonly problems?: ReadonlyMap<string, string> | undefined
  readonly Nested: ComponentType<FieldProps>
  readonly edit?: TableEdit
}

/** The columns that show: a retired one only where a row still has it. */
export const shownColumns = (field: TableField, rows: readonly Row[]): readonly Column[] =>
  field.fields.filter((column) => !column.retired || rows.some((row) => row[column.id] !== undefined))

export const isFigure = (column: Column): boolean => column.type === 'number' || column.type === 'money' || column.type === 'percent'

/** Whether people fill it; what is calculated, and what the program does not keep yet, is only shown. */
export const isTyped = (column: Column): boolean =>
  column.formula === undefined && column.rollup === undefined && column.type !== 'file' && column.type !== 'signature'
