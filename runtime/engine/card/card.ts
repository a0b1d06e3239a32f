/**
 * The values of one document's fields, as they are stored: see `schemas/README.md`, "In a card".
 * A blank field is an absent key; a list is never empty; a row of a table carries its own `_id`.
 * The shape is stored for ever.
 */
export interface Card {
  readonly [field: string]: CardValue
}

export type CardValue = string | number | boolean | LinkValue | readonly CardValue[] | Row | RichBlock

/** Points at another document. Whoever points at one carries both, because documents lie by type. */
export interface LinkValue {
  readonly type: string
  readonly id: string
}

/** One row of a table field; `_id` is a UUIDv7 that never changes, so that two people can edit two rows at once. */
export interface Row {
  readonly _id: string
  readonly [column: string]: CardValue
}

/** Rich text is a list of these. */
export interface RichBlock {
  readonly kind: 'paragraph' | 'heading' | 'bullet' | 'numbered' | 'quote'
  readonly spans: readonly RichSpan[]
}

export interface RichSpan {
  readonly text: string
  readonly bold?: true
  readonly italic?: true
  readonly underline?: true
  readonly link?: string
}

/** A text already made for each language of the site, e.g. a title. */
export interface Rendered {
  readonly [language: string]: string
}
