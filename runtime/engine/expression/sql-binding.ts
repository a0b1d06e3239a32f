import { Decimal, multiply } from './decimal.ts'
import { atZone, FeelDate, FeelDateTime, FeelTime, instantOf } from './temporal.ts'
import { isReference, type Value } from './value.ts'
import { two } from './zone.ts'

/** Where a value lies in the database. */
export interface SqlColumn {
  /** What the text yields; `reference` is the id of a link, person, department; `choice` and `status` the id of an item. */
  readonly kind: 'number' | 'percent' | 'text' | 'date' | 'date-time' | 'time' | 'boolean' | 'choice' | 'status' | 'reference'
  /**
   * An SQL expression of what is stored: `(card->>'amount')::numeric`, `(card->>'signedOn') collate "C"`, a percentage
   * as it is shown; of a field with `many`, the jsonb list.
   */
  readonly text: string
  readonly many?: boolean
  /** Whether a reference may be named by its id in quotes: in the filters of a list, which have no card to take it from. */
  readonly named?: boolean
}

/** How values of a kind of column are written into a query. */
export interface Binding {
  /** Columns of one family may be compared with each other. */
  readonly family: string
  readonly ordered: boolean
  /** The text to compare by `<` and `>`: texts in the order of their code points, as FEEL has it. */
  readonly sortable: string
  readonly cast: 'numeric' | 'text' | 'boolean'
  /** Whether a list of such values is a JSON list of texts or numbers. */
  readonly listed: boolean
  /** Undefined where the value is of another kind. */
  readonly parameter: (value: Value) => string | boolean | undefined
}

export function bindingOf(column: SqlColumn): Binding {
  const { kind, text } = column
  const collated = /collate "C"\)?$/.test(text) ? text : `${text} collate "C"`
  switch (kind) {
    case 'number':
      return { family: kind, ordered: true, sortable: text, cast: 'numeric', listed: true, parameter: numeric }
    case 'percent':
      return { family: 'percent', ordered: true, sortable: text, cast: 'numeric', listed: true, parameter: percentage }
    case 'boolean':
      return {
        family: kind,
        ordered: false,
        sortable: text,
        cast: 'boolean',
        listed: false,
        parameter: (value) => (typeof value === 'boolean' ? value : undefined),
      }
    case 'text':
      return {
        family: kind,
        ordered: true,
        sortable: collated,
        cast: 'text',
        listed: true,
        parameter: (value) => (typeof value === 'string' ? value : undefined),
      }
    case 'date':
      return { family: kind, ordered: true, sortable: collated, cast: 'text', listed: true, parameter: day }
    case 'time':
      return { family: kind, ordered: true, sortable: collated, cast: 'text', listed: true, parameter: clock }
    case 'date-time':
      return { family: kind, ordered: true, sortable: collated, cast: 'text', listed: true, parameter: moment }
    case 'choice':
    case 'status':
      return { family: 'choice', ordered: false, sortable: text, cast: 'text', listed: true, parameter: item }
    case 'reference':
      return {
        family: kind,
        ordered: false,
        sortable: text,
        cast: 'text',
        listed: true,
        parameter: (value) =>
          value !== null && isReference(value) ? value.id : column.named && typeof value === 'string' ? value : undefined,
      }
  }
}

function numeric(value: Value): string | undefined {
  return value instanceof Decimal ? String(value) : undefined
}

const HUNDRED = new Decimal(100, 0)

// A card keeps 12.5 for what an expression reads as 0.125; the column stays as its index has it.
function percentage(value: Value): string | undefined {
  const shown = value instanceof Decimal ? multiply(value, HUNDRED) : null
  return shown ? String(shown) : undefined
}

// Texts of other widths would not sort as the days do.
function day(value: Value): string | undefined {
  return value instanceof FeelDate && value.year >= 0 && value.year <= 9999 ? String(value) : undefined
}

function clock(value: Value): string | undefined {
  return value instanceof FeelTime && value.zone === null && value.second === 0 && value.nano === 0 ? String(value).slice(0, 5) : undefined
}

/** As a card keeps it: UTC, to the millisecond. */
function moment(value: Value): string | undefined {
  if (!(value instanceof FeelDateTime) || value.time.zone === null) return undefined
  const utc = atZone(instantOf(value), 0)
  if (!utc || utc.date.year < 0 || utc.date.year > 9999) return undefined
  const { date, time } = utc
  return `${date}T${two(time.hour)}:${two(time.minute)}:${two(time.second)}.${String(Math.floor(time.nano / 1e6)).padStart(3, '0')}Z`
}

function item(value: Value): string | undefined {
  if (typeof value === 'string') return value
  return value !== null && isReference(value) && value.kind === 'choice' ? value.id : undefined
}
