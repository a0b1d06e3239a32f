/** What a value of a card breaks: the rule, and what was expected instead. */
export interface Fault {
  readonly rule: string
  readonly expected: string
}

/** The most rows of a table, blocks of a rich text, and values of a field with `many`. */
export const MOST_ROWS = 2000
export const MOST_VALUES = 1000
