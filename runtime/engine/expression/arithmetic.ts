import { add, Decimal, divide, fromNumber, multiply, negate, subtract, toNumber } from './decimal.ts'
import { power } from './decimal-math.ts'
import type { Arithmetic } from './syntax.ts'
import {
  addMonths,
  addNanos,
  addToTime,
  DaysTimeDuration,
  dateTimeOf,
  FeelDate,
  FeelDateTime,
  FeelTime,
  instantOf,
  midnight,
  YearsMonthsDuration,
} from './temporal.ts'
import { DATE, DATE_TIME, DAYS_TIME, type FeelType, NUMBER, STRING, TIME, YEARS_MONTHS } from './type.ts'
import { asDateTime, timeNanos, type Value } from './value.ts'

/** `a + b` and the others for any two values; null where FEEL defines nothing. */
export function calculate(operator: Arithmetic, a: Value, b: Value): Value {
  if (a instanceof Decimal && b instanceof Decimal) return ofNumbers(operator, a, b)
  if (a === null || b === null) return null
  switch (operator) {
    case '+':
      return plus(a, b)
    case '-':
      return minus(a, b)
    case '*':
      return times(a, b)
    case '/':
      return over(a, b)
    case '**':
      return null
  }
}

function ofNumbers(operator: Arithmetic, a: Decimal, b: Decimal): Decimal | null {
  switch (operator) {
    case '+':
      return add(a, b)
    case '-':
      return subtract(a, b)
    case '*':
      return multiply(a, b)
    case '/':
      return divide(a, b)
    case '**':
      return power(a, b)
  }
}

function plus(a: Value, b: Value): Value {
  if (typeof a === 'string') return typeof b === 'string' ? a + b : null
  if (isDuration(a)) return isDuration(b) ? sumOf(a, b, 1) : shift(b, a, 1)
  return isDuration(b) ? shift(a, b, 1) : null
}

function minus(a: Value, b: Value): Value {
  if (isDuration(b)) return isDuration(a) ? sumOf(a, b, -1) : shift(a, b, -1)
  if (a instanceof FeelTime && b instanceof FeelTime) {
    if ((a.zone === null) !== (b.zone === null)) return null
    return new DaysTimeDuration(timeNanos(a) - timeNanos(b))
  }
  if (a instanceof FeelDate && b instanceof FeelDate) return new DaysTimeDuration(instantOf(midnight(a)) - instantOf(midnight(b)))
  const left = asDateTime(a)
  const right = asDateTime(b)
  if (!left || !right || (left.time.zone === null) !== (right.time.zone === null)) return null
  return new DaysTimeDuration(instantOf(left) - instantOf(right))
}

function times(a: Value, b: Value): Value {
  if (a instanceof Decimal) return b instanceof Decimal || !isDuration(b) ? null : scaled(b, a, multiply)
  return b instanceof Decimal && isDuration(a) ? scaled(a, b, multiply) : null
}

function over(a: Value, b: Value): Value {
  if (isDuration(a) && b instanceof Decimal) return scaled(a, b, divide)
  if (a instanceof DaysTimeDuration && b instanceof DaysTimeDuration) return divide(bigDecimal(a.nanos), bigDecimal(b.nanos))
  if (a instanceof YearsMonthsDuration && b instanceof YearsMonthsDuration) return divide(fromNumber(a.months), fromNumber(b.months))
  return null
}

type Duration = DaysTimeDuration | YearsMonthsDuration

function isDuration(value: Value): value is Duration {
  return value instanceof DaysTimeDuration || value instanceof YearsMonthsDuration
}

function sumOf(a: Duration, b: Duration, sign: 1 | -1): Duration | null {
  if (a instanceof DaysTimeDuration) return b instanceof DaysTimeDuration ? new DaysTimeDuration(a.nanos + BigInt(sign) * b.nanos) : null
  return b instanceof YearsMonthsDuration ? months(a.months + sign * b.months) : null
}

function shift(value: Value, duration: Duration, sign: 1 | -1): Value {
  if (duration instanceof YearsMonthsDuration) {
    const count = sign * duration.months
    if (value instanceof FeelDate) return addMonths(value, count)
    return value instanceof FeelDateTime ? dateTimeOf(addMonths(value.date, count), value.time) : null
  }
  const nanos = BigInt(sign) * duration.nanos
  if (value instanceof FeelTime) return addToTime(value, nanos)
  if (value instanceof FeelDateTime) return addNanos(value, nanos)
  return value instanceof FeelDate ? (addNanos(midnight(value), nanos)?.date ?? null) : null
}

function scaled(duration: Duration, by: Decimal, how: (a: Decimal, b: Decimal) => Decimal | null): Value {
  if (duration instanceof YearsMonthsDuration) {
    const result = how(fromNumber(duration.months), by)
    return result && months(Math.trunc(toNumber(result)))
  }
  const result = how(bigDecimal(duration.nanos), by)
  if (!result || result.exponent > 40) return null
  const c = BigInt(result.coefficient)
  return new DaysTimeDuration(result.exponent < 0 ? c / 10n ** BigInt(-result.exponent) : c * 10n ** BigInt(result.exponent))
}

function months(count: number): YearsMonthsDuration | null {
  return Number.isSafeInteger(count) ? new YearsMonthsDuration(count) : null
}

function bigDecimal(value: bigint): Decimal {
  return new Decimal(Number.isSafeInteger(Number(value)) ? Number(value) : value, 0)
}

/** `-a`: numbers and durations. */
export function negated(value: Value): Value {
  if (value instanceof Decimal) return negate(value)
  if (value instanceof DaysTimeDuration) return new DaysTimeDuration(-value.nanos)
  return value instanceof YearsMonthsDuration ? new YearsMonthsDuration(-value.months) : null
}

type Row = readonly [left: FeelType['kind'], operators: string, right: FeelType['kind'], result: FeelType]

const ROWS: readonly Row[] = [
  ['number', '+-*/**', 'number', NUMBER],
  ['string', '+', 'string', STRING],
  ['date', '-', 'date', DAYS_TIME],
  ['date', '-', 'date and time', DAYS_TIME],
  ['date and time', '-', 'date', DAYS_TIME],
  ['date and time', '-', 'date and time', DAYS_TIME],
  ['time', '-', 'time', DAYS_TIME],
  ['date', '+-', 'days and time duration', DATE],
  ['date', '+-', 'years and months duration', DATE],
  ['date and time', '+-', 'days and time duration', DATE_TIME],
  ['date and time', '+-', 'years and months duration', DATE_TIME],
  ['time', '+-', 'days and time duration', TIME],
  ['days and time duration', '+', 'date', DATE],
  ['years and months duration', '+', 'date', DATE],
  ['days and time duration', '+', 'date and time', DATE_TIME],
  ['years and months duration', '+', 'date and time', DATE_TIME],
  ['days and time duration', '+', 'time', TIME],
  ['days and time duration', '+-', 'days and time duration', DAYS_TIME],
  ['years and months duration', '+-', 'years and months duration', YEARS_MONTHS],
  ['number', '*', 'days and time duration', DAYS_TIME],
  ['number', '*', 'years and months duration', YEARS_MONTHS],
  ['days and time duration', '*/', 'number', DAYS_TIME],
  ['years and months duration', '*/', 'number', YEARS_MONTHS],
  ['days and time duration', '/', 'days and time duration', NUMBER],
  ['years and months duration', '/', 'years and months duration', NUMBER],
]

/** The types that `a ○ b` may have: none where the operator does not join these two. */
export function arithmeticResults(operator: Arithmetic, left: FeelType, right: FeelType): FeelType[] {
  const fits = (kind: FeelType['kind'], type: FeelType) => type.kind === 'any' || type.kind === 'null' || type.kind === kind
  const results = ROWS.filter(([l, operators, r]) => {
    const has =
      operator === '**'
        ? operators.includes('**')
        : operator === '*'
          ? operators.replace('**', '').includes('*')
          : operators.includes(operator)
    return has && fits(l, left) && fits(r, right)
  }).map(([, , , result]) => result)
  return [...new Set(results)]
}
