import { BudgetExceeded } from './budget.ts'
import { compare, Decimal } from './decimal.ts'
import {
  DaysTimeDuration,
  FeelDate,
  FeelDateTime,
  FeelTime,
  instantOf,
  midnight,
  NANOS,
  secondsOfDay,
  YearsMonthsDuration,
} from './temporal.ts'

/**
 * What an expression computes with. Blank is null. Numbers are exact decimals; a JavaScript number never occurs.
 * Lists and contexts are never changed once made.
 */
export type Value =
  | null
  | boolean
  | string
  | Decimal
  | FeelDate
  | FeelTime
  | FeelDateTime
  | DaysTimeDuration
  | YearsMonthsDuration
  | readonly Value[]
  | Context
  | Range
  | FeelFunction
  | Reference

export type Context = ReadonlyMap<string, Value>

/** A pointer into the house: `=` compares what it refers to, `.` reads from it through the host. */
export type Reference =
  | { readonly kind: 'choice'; readonly id: string; readonly directory?: string }
  | { readonly kind: 'link'; readonly type: string; readonly id: string }
  | { readonly kind: 'person' | 'department'; readonly id: string }

/** `[1..5)`, or `< 5` with one open end (`operator` tells how it was written, for such ranges are never equal to intervals). */
export class Range {
  readonly start: Value
  readonly end: Value
  readonly startIncluded: boolean
  readonly endIncluded: boolean
  readonly operator: Operator | null
  constructor(start: Value, end: Value, startIncluded: boolean, endIncluded: boolean, operator: Operator | null = null) {
    this.start = start
    this.end = end
    this.startIncluded = startIncluded
    this.endIncluded = endIncluded
    this.operator = operator
  }
}
export type Operator = '<' | '<=' | '>' | '>=' | '=' | '!='

export class FeelFunction {
  readonly parameters: readonly string[]
  readonly call: (args: readonly Value[]) => Value
  constructor(parameters: readonly string[], call: (args: readonly Value[]) => Value) {
    this.parameters = parameters
    this.call = call
  }
}

export type Kind =
  | 'null'
  | 'boolean'
  | 'number'
  | 'string'
  | 'date'
  | 'time'
  | 'date and time'
  | 'days and time duration'
  | 'years and months duration'
  | 'list'
  | 'context'
  | 'range'
  | 'function'
  | 'reference'

export function kindOf(value: Value): Kind {
  if (value === null) return 'null'
  if (typeof value === 'string') return 'string'
  if (typeof value === 'boolean') return 'boolean'
  if (value instanceof Decimal) return 'number'
  if (Array.isArray(value)) return 'list'
  if (value instanceof Map) return 'context'
  if (value instanceof FeelDate) return 'date'
  if (value instanceof FeelDateTime) return 'date and time'
  if (value instanceof FeelTime) return 'time'
  if (value instanceof DaysTimeDuration) return 'days and time duration'
  if (value instanceof YearsMonthsDuration) return 'years and months duration'
  if (value instanceof Range) return 'range'
  if (value instanceof FeelFunction) return 'function'
  return 'reference'
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value)
}

export function isContext(value: Value): value is Context {
  return value instanceof Map
}

export function isReference(value: Value): value is Reference {
  return value !== null && typeof value === 'object' && 'kind' in value
}

/**
 * FEEL's `=`: true, false, or null for things of different kinds (which have nothing to be equal in).
 * Null is equal to null only. Times are compared to the millisecond, the width in which they are stored.
 */
export function equals(a: Value, b: Value): boolean | null {
  if (a === null || b === null) return a === b
  if (typeof a === 'string' && typeof b === 'string') return a === b
  if (a instanceof Decimal && b instanceof Decimal) return compare(a, b) === 0
  const kind = kindOf(a)
  if (kind !== kindOf(b)) return equalsAcross(a, b)
  switch (kind) {
    case 'list':
      return everyPair(a as readonly Value[], b as readonly Value[])
    case 'context':
      return sameContext(a as Context, b as Context)
    case 'range':
      return sameRange(a as Range, b as Range)
    case 'reference':
      return sameReference(a as Reference, b as Reference)
    case 'boolean':
    case 'function':
      return a === b
    default: {
      const order = compareValues(a, b)
      return order === null ? (kind === 'time' || kind === 'date and time' ? false : null) : order === 0
    }
  }
}

function equalsAcross(a: Value, b: Value): boolean | null {
  if (isReference(a) && a.kind === 'choice' && typeof b === 'string') return a.id === b
  if (isReference(b) && b.kind === 'choice' && typeof a === 'string') return b.id === a
  return null
}

// Lists that share their parts can be far larger than the memory they take; no card compares a million things.
const MOST_PAIRS = 1_000_000
let pairs = 0
let depth = 0

function everyPair(a: readonly Value[], b: readonly Value[]): boolean {
  return a === b || (a.length === b.length && deeply(() => a.every((item, i) => equals(item, b[i]!) === true)))
}

function sameContext(a: Context, b: Context): boolean {
  if (a.size !== b.size) return false
  return deeply(() => [...a].every(([key, value]) => b.has(key) && equals(value, b.get(key)!) === true))
}

function deeply(compare: () => boolean): boolean {
  if (depth === 0) pairs = 0
  if (++pairs > MOST_PAIRS || depth > 500) throw new BudgetExceeded('steps')
  depth += 1
  try {
    return compare()
  } finally {
    depth -= 1
  }
}

function sameRange(a: Range, b: Range): boolean {
  return (
    a.operator === b.operator &&
    a.startIncluded === b.startIncluded &&
    a.endIncluded === b.endIncluded &&
    equals(a.start, b.start) === true &&
    equals(a.end, b.end) === true
  )
}

export function sameReference(a: Reference, b: Reference): boolean {
  if (a.kind !== b.kind || a.id !== b.id) return false
  return a.kind !== 'link' || a.type === (b as typeof a).type
}

/** -1, 0, 1, or null where two values have no order (other kinds, a local time against a zoned one). */
export function compareValues(a: Value, b: Value): -1 | 0 | 1 | null {
  if (a instanceof Decimal) return b instanceof Decimal ? (compare(a, b) as -1 | 0 | 1) : null
  if (typeof a === 'string') return typeof b === 'string' ? compareTexts(a, b) : null
  if (a instanceof FeelDate) {
    if (b instanceof FeelDate) return order(a.year, b.year) || order(a.month, b.month) || order(a.day, b.day)
    return null
  }
  if (a instanceof FeelDateTime) {
    if (!(b instanceof FeelDateTime) || (a.time.zone === null) !== (b.time.zone === null)) return null
    return order(milliseconds(instantOf(a)), milliseconds(instantOf(b)))
  }
  if (a instanceof FeelTime) {
    if (!(b instanceof FeelTime) || (a.zone === null) !== (b.zone === null)) return null
    return order(milliseconds(timeNanos(a)), milliseconds(timeNanos(b)))
  }
  if (a instanceof DaysTimeDuration) return b instanceof DaysTimeDuration ? order(a.nanos, b.nanos) : null
  if (a instanceof YearsMonthsDuration) return b instanceof YearsMonthsDuration ? order(a.months, b.months) : null
  return null
}

/** Cut off towards the past, before 1970 too, as the text of a stored moment is. */
function milliseconds(nanos: bigint): bigint {
  const whole = nanos / 1_000_000n
  return whole * 1_000_000n > nanos ? whole - 1n : whole
}

const EPOCH = new FeelDate(1970, 1, 1)

/** Nanoseconds of the day in UTC; a zone's name is read as on 1 January 1970, for a time has no day. */
export function timeNanos(time: FeelTime): bigint {
  if (typeof time.zone === 'string') return instantOf(new FeelDateTime(EPOCH, time))
  return BigInt(secondsOfDay(time) - (time.zone ?? 0)) * NANOS + BigInt(time.nano)
}

/** In the order of Unicode's code points, as the database's collation "C" has it; JavaScript's own sorts emoji before some letters. */
function compareTexts(a: string, b: string): -1 | 0 | 1 {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)]
    if (x !== y) return order(rank(x), rank(y))
  }
  return order(a.length, b.length)
}

function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}

export function order<T extends number | bigint>(a: T, b: T): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0
}

/** A date where a date and time stands on the other side is midnight in UTC (DMN 1.5, 10.3.2.3.6). */
export function asDateTime(value: Value): FeelDateTime | null {
  return value instanceof FeelDateTime ? value : value instanceof FeelDate ? midnight(value) : null
}
