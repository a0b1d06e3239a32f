import { Decimal, divide, fromNumber, multiply, round, significantDigits, toNumber } from '../expression/decimal.ts'
import {
  atZone,
  DaysTimeDuration,
  FeelDate,
  FeelDateTime,
  FeelTime,
  instantOf,
  parseDate,
  parseDateTime,
  parseDuration,
  parseTime,
  YearsMonthsDuration,
} from '../expression/temporal.ts'
import { isList, isReference, type Value } from '../expression/value.ts'
import type { Site } from '../site.ts'
import type { CardValue, LinkValue, RichBlock, Row } from './card.ts'
import { columnsOf, type Field } from './field.ts'
import { plainText } from './rich-text.ts'
import { tidyValue } from './tidy.ts'

const HUNDRED = new Decimal(100, 0)

/**
 * A value of a card as an expression sees it: blank is null, a percentage of 12.5 is 0.125, a choice, link, person or
 * department is a reference, a moment stands on the site's clock, a table is a list of contexts.
 */
export function toFeel(field: Field, value: CardValue | null | undefined, site: Site): Value {
  if (value === undefined || value === null) return null
  if (field.type === 'table') return (value as readonly Row[]).map((row) => rowToFeel(field, row, site))
  if (field.many && Array.isArray(value)) return value.map((item: CardValue) => oneToFeel(field, item, site))
  return oneToFeel(field, value, site)
}

/** A row as a context of its columns; blank ones are there as null, so that a filter over them is no unknown name. */
export function rowToFeel(table: Field, row: Row, site: Site): ReadonlyMap<string, Value> {
  const context = new Map<string, Value>([['_id', row._id]])
  for (const column of columnsOf(table).values()) context.set(column.id, toFeel(column, row[column.id], site))
  return context
}

function oneToFeel(field: Field, value: CardValue, site: Site): Value {
  switch (field.type) {
    case 'number':
    case 'money':
    case 'rating':
      return fromNumber(value as number)
    case 'percent':
      return divide(fromNumber(value as number), HUNDRED)
    case 'date':
      return parseDate(value as string)
    case 'date-time':
      return momentToFeel(value as string, site.zone)
    case 'time':
      return parseTime(`${value as string}:00`)
    case 'duration':
      return parseDuration(value as string)
    case 'choice':
      return { kind: 'choice', id: value as string, ...(typeof field.options === 'string' && { directory: field.options }) }
    case 'person':
    case 'department':
      return { kind: field.type, id: value as string }
    case 'link':
      return { kind: 'link', type: (value as LinkValue).type, id: (value as LinkValue).id }
    case 'rich-text':
      return plainText(value as unknown as readonly RichBlock[])
    default:
      return value as string | boolean
  }
}

/** A UTC instant on the clock of a zone. */
export function momentToFeel(instant: string, zone: string): FeelDateTime | null {
  const moment = parseDateTime(instant)
  return moment && atZone(instantOf(moment), zone)
}

/**
 * What an expression made, as the field stores it; undefined where it is blank or nothing that the field can hold.
 * Numbers are rounded half up to the field's decimals (money without any: 2) and to 15 significant digits, the width
 * that JSON keeps exactly.
 */
export function fromFeel(field: Field, value: Value): CardValue | undefined {
  if (value === null) return undefined
  if (field.type === 'table') return undefined
  if (field.many) {
    const values = (isList(value) ? value : [value]).map((item) => oneFromFeel(field, item)).filter((item) => item !== undefined)
    return values.length > 0 ? values : undefined
  }
  // FEEL takes a list of one for the one.
  return isList(value) ? (value.length === 1 ? oneFromFeel(field, value[0]!) : undefined) : oneFromFeel(field, value)
}

function oneFromFeel(field: Field, value: Value): CardValue | undefined {
  switch (field.type) {
    case 'number':
    case 'money':
    case 'rating':
    case 'percent':
      return value instanceof Decimal ? storedNumber(field, value) : undefined
    case 'date':
      return value instanceof FeelDate ? dateText(value) : value instanceof FeelDateTime ? dateText(value.date) : undefined
    case 'date-time':
      return value instanceof FeelDateTime ? momentText(value) : undefined
    case 'time':
      return value instanceof FeelTime ? `${two(value.hour)}:${two(value.minute)}` : undefined
    case 'duration':
      return value instanceof DaysTimeDuration || value instanceof YearsMonthsDuration ? durationText(value) : undefined
    case 'yes-no':
      return typeof value === 'boolean' ? value : undefined
    case 'choice':
      return typeof value === 'string' ? value : isReference(value) && value.kind === 'choice' ? value.id : undefined
    case 'person':
    case 'department':
      return isReference(value) && value.kind === field.type ? value.id : undefined
    case 'link':
      return isReference(value) && value.kind === 'link' ? { type: value.type, id: value.id } : undefined
    case 'rich-text': {
      const text = tidyValue({ ...field, type: 'long-text' }, value)
      return typeof text === 'string'
        ? text
            .split('\n')
            .filter(Boolean)
            .map((line) => ({ kind: 'paragraph', spans: [{ text: line }] }) as const)
        : undefined
    }
    default:
      return typeof value === 'string' ? tidyValue(field, value) : undefined
  }
}

/** A computed number as it is stored. */
export function storedNumber(field: Field, value: Decimal): number | undefined {
  const shown = field.type === 'percent' ? multiply(value, HUNDRED) : value
  const decimals = field.decimals ?? (field.type === 'money' ? 2 : field.type === 'rating' ? 0 : undefined)
  const rounded = shown && decimals !== undefined ? round(shown, decimals, 'half-up') : shown
  return rounded ? withinFifteen(rounded) : undefined
}

function withinFifteen(value: Decimal): number {
  return significantDigits(value) <= 15 ? toNumber(value) || 0 : Number(toNumber(value).toExponential(14))
}

function dateText(date: FeelDate): string | undefined {
  if (date.year < 1000 || date.year > 9999) return undefined
  return `${date.year}-${two(date.month)}-${two(date.day)}`
}

function momentText(moment: FeelDateTime): string | undefined {
  const milliseconds = Number(instantOf(moment) / 1_000_000n)
  return Number.isFinite(milliseconds) && Math.abs(milliseconds) < 8.64e15 ? new Date(milliseconds).toISOString() : undefined
}

function durationText(value: DaysTimeDuration | YearsMonthsDuration): string {
  // Cards keep milliseconds.
  return value instanceof DaysTimeDuration ? new DaysTimeDuration(value.nanos - (value.nanos % 1_000_000n)).toString() : value.toString()
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
