import type { ComponentType } from 'react'
import type { CardField } from '../../../schemas/generated/card-field.ts'
import type { CardValue } from '../../engine/card/card.ts'
import type { Frame } from './field-frame.tsx'

export type FieldType = CardField['type']
export type FieldOf<T extends FieldType> = Extract<CardField, { type: T }>

/** How one field of a card is drawn, to fill or to read. */
export interface FieldProps {
  readonly field: CardField
  readonly value: CardValue | undefined
  readonly mode: 'edit' | 'read'
  /** Where it lies in the card; the field's id where left out. */
  readonly path?: string
  readonly onChange?: (value: CardValue | undefined) => void
  readonly onInvalid?: (path: string, problem: string | null) => void
  /** Sentences by path, this field's and those of its cells. */
  readonly problems?: ReadonlyMap<string, string> | undefined
  /** Whether it must be filled now; what the definition says where left out. */
  readonly required?: boolean
  /** What it was before, where it has been changed. */
  readonly was?: CardValue | undefined
  /** In a cell of a table: no label, no help. */
  readonly bare?: boolean
}

/** What every input is given. Blank is `undefined`, as the key of a blank field is absent from a card. */
export interface InputProps<T extends FieldType, V> {
  readonly field: FieldOf<T>
  readonly value: V | undefined
  readonly onChange: (value: V | undefined) => void
  /** What is typed cannot be read, in a sentence; null once it can. The form does not save meanwhile. */
  readonly onInvalid: (problem: string | null) => void
  /** Label, help, problem: how the input presents itself. */
  readonly frame: Frame
  /** Where the value lies in the card: `amount`, `works/<row>/price`. */
  readonly path: string
  /** Problems by path, for a field that holds others. */
  readonly problems?: ReadonlyMap<string, string> | undefined
  /** Draws a field inside this one: handed down, because a table that imported every kind of field would import itself. */
  readonly Nested: ComponentType<FieldProps>
}

export interface ViewProps<T extends FieldType, V> {
  readonly field: FieldOf<T>
  readonly value: V
  /** In a column whose head already says the currency or the unit. */
  readonly inColumn?: boolean
  readonly Nested: ComponentType<FieldProps>
}

/** A type of field: one file, and one line in fields.ts. */
export interface FieldKind<T extends FieldType, V> {
  readonly type: T
  /** Figures stand at the right. */
  readonly align?: 'right'
  /** Takes the whole width of a form. */
  readonly wide?: boolean
  /** Takes care of `many` itself; else a list of single inputs is made. */
  readonly holdsMany?: boolean
  /** A value of a card as this type has it; undefined where it has another shape. */
  readonly parse: (raw: unknown) => V | undefined
  readonly Input: ComponentType<InputProps<T, V>>
  /** Read-only: plain text, never a grey box. */
  readonly View: ComponentType<ViewProps<T, V>>
  /** In a row of a list; the view where left out. */
  readonly Cell?: ComponentType<ViewProps<T, V>>
}

/** A kind whose type of value only its own parts know. */
export type AnyFieldKind = FieldKind<FieldType, CardValue>

/** Each part gets the field and the value that its own `parse` let through, so that forgetting the types is safe. */
export const defineField = <T extends FieldType, V extends CardValue | readonly unknown[]>(kind: FieldKind<T, V>): AnyFieldKind =>
  kind as unknown as AnyFieldKind

export const text = (raw: unknown): string | undefined => (typeof raw === 'string' && raw !== '' ? raw : undefined)
export const figure = (raw: unknown): number | undefined => (typeof raw === 'number' && Number.isFinite(raw) ? raw : undefined)
