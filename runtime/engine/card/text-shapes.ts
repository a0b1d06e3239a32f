/**
 * What a text of a card may look like, by type of field. The same patterns stand in the card's JSON Schema and in
 * our own check. No NUL and no lone surrogate anywhere: PostgreSQL's jsonb refuses both.
 */
export interface TextShape {
  /** Of the whole text, for the `u` flag. */
  readonly pattern: string
  /** In code points. */
  readonly maxLength: number
  /** What is expected, for the error. */
  readonly expected: string
}

const DAY = '[1-9]\\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])'
const CLOCK = '([01]\\d|2[0-3]):[0-5]\\d'
/** One id: of a person, a department, a file, an item, a row. */
export const ID_PATTERN = '^[A-Za-z0-9][A-Za-z0-9_-]*$'

const id = (expected: string): TextShape => ({ pattern: ID_PATTERN, maxLength: 64, expected })

export const textShapes = {
  text: { pattern: '^[^\\u0000-\\u001f\\u007f\\ud800-\\udfff]+$', maxLength: 2000, expected: 'one line of text' },
  'long-text': {
    pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f\\ud800-\\udfff]+$',
    maxLength: 100_000,
    expected: 'text',
  },
  date: { pattern: `^${DAY}$`, maxLength: 10, expected: 'a date as in 2026-11-23' },
  'date-time': { pattern: `^${DAY}T${CLOCK}:[0-5]\\d\\.\\d{3}Z$`, maxLength: 24, expected: 'a moment as in 2026-11-23T09:00:00.000Z' },
  time: { pattern: `^${CLOCK}$`, maxLength: 5, expected: 'a time as in 09:00' },
  duration: {
    pattern: '^-?P(?!$)((\\d{1,6}Y)?(\\d{1,6}M)?|(\\d{1,6}D)?(T(?!$)(\\d{1,6}H)?(\\d{1,6}M)?(\\d{1,6}(\\.\\d{1,3})?S)?)?)$',
    maxLength: 40,
    expected: 'a length of time as in P2D, PT4H or P1Y6M (days are never mixed with months)',
  },
  choice: id('the id of an item'),
  person: id('the id of a person'),
  department: id('the id of a department'),
  file: id('the id of a file'),
  signature: id('the id of a file'),
  email: {
    pattern:
      '^[^\\s@\\u0000-\\u001f\\ud800-\\udfff]+@[^\\s@.\\u0000-\\u001f\\ud800-\\udfff]+(\\.[^\\s@.\\u0000-\\u001f\\ud800-\\udfff]+)+$',
    maxLength: 254,
    expected: 'an e-mail address',
  },
  phone: { pattern: '^[+(0-9][0-9 ()./,;A-Za-z-]+$', maxLength: 40, expected: 'a telephone number' },
  web: { pattern: '^https?://[^\\s\\u0000-\\u001f\\ud800-\\udfff]+$', maxLength: 2000, expected: 'an address that begins with https://' },
  color: { pattern: '^#[0-9a-fA-F]{6}$', maxLength: 7, expected: 'a colour as in #1f6feb' },
} as const satisfies Record<string, TextShape>

export type TextType = keyof typeof textShapes

export function isTextType(type: string): type is TextType {
  return type in textShapes
}

const compiled = new Map<string, RegExp>()

/** A pattern as JSON Schema reads it, compiled once. */
export function patternOf(source: string): RegExp {
  let pattern = compiled.get(source)
  if (!pattern) {
    pattern = new RegExp(source, 'u')
    compiled.set(source, pattern)
  }
  return pattern
}

/** A field's own `pattern` speaks of the whole text. */
export function wholePattern(pattern: string): string {
  return `^(?:${pattern})$`
}

/** Length as people and JSON Schema count it. */
export function codePoints(text: string): number {
  let count = text.length
  for (let i = 0; i < text.length - 1; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 0xd800 && unit < 0xdc00) {
      const next = text.charCodeAt(i + 1)
      if (next >= 0xdc00 && next < 0xe000) {
        count--
        i++
      }
    }
  }
  return count
}

/** The day exists: 2026-02-30 does not. Takes a text that already has the shape `YYYY-MM-DD…`. */
export function isDay(text: string): boolean {
  const year = Number(text.slice(0, 4))
  const month = Number(text.slice(5, 7))
  const day = Number(text.slice(8, 10))
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return day <= (month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31)
}
