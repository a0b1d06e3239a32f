import { absolute, ceiling, Decimal, floor, isInteger, type Rounding, round, toNumber, trim } from '../decimal.ts'
import { exponential, logarithm, modulo, squareRoot } from '../decimal-math.ts'
import { DaysTimeDuration, YearsMonthsDuration } from '../temporal.ts'
import { BOOLEAN, NUMBER } from '../type.ts'
import type { Value } from '../value.ts'
import { type Builtin, builtin, overload } from './define.ts'

export const numberBuiltins: readonly Builtin[] = [
  rounding('decimal', 'half-even'),
  rounding('round up', 'up'),
  rounding('round down', 'down'),
  rounding('round half up', 'half-up'),
  rounding('round half down', 'half-down'),
  builtin(
    'floor',
    overload<[Decimal]>('n:number', NUMBER, ([n]) => floor(n)),
    overload<[Decimal, Decimal]>('n:number scale:number', NUMBER, ([n, scale]) => scaled(n, scale, 'floor')),
  ),
  builtin(
    'ceiling',
    overload<[Decimal]>('n:number', NUMBER, ([n]) => ceiling(n)),
    overload<[Decimal, Decimal]>('n:number scale:number', NUMBER, ([n, scale]) => scaled(n, scale, 'ceiling')),
  ),
  builtin(
    'abs',
    overload<[Value]>(
      'n:number|days_and_time_duration|years_and_months_duration',
      ([n]) => n!,
      ([n]) => magnitude(n),
    ),
  ),
  builtin(
    'modulo',
    overload<[Decimal, Decimal]>('dividend:number divisor:number', NUMBER, ([dividend, divisor]) => modulo(dividend, divisor)),
  ),
  series('sqrt', squareRoot),
  series('log', logarithm),
  series('exp', exponential),
  builtin(
    'even',
    overload<[Decimal]>('number:number', BOOLEAN, ([number]) => isMultipleOfTwo(number)),
  ),
  builtin(
    'odd',
    overload<[Decimal]>('number:number', BOOLEAN, ([number]) => isInteger(number) && !isMultipleOfTwo(number)),
  ),
]

// Sixty digits of a series take as long as that many ordinary steps.
const COST = 50

function series(name: string, compute: (number: Decimal) => Decimal | null): Builtin {
  return builtin(
    name,
    overload<[Decimal]>('number:number', NUMBER, ([number], run) => {
      run.meter.spend(COST)
      return compute(number)
    }),
  )
}

function rounding(name: string, mode: Rounding): Builtin {
  return builtin(
    name,
    overload<[Decimal, Decimal]>('n:number scale:number', NUMBER, ([n, scale]) => scaled(n, scale, mode)),
  )
}

/** Scales outside decimal128's exponents are refused. */
function scaled(n: Decimal, scale: Decimal, mode: Rounding): Decimal | null {
  const digits = toNumber(floor(scale))
  return digits < -6111 || digits > 6176 ? null : trim(round(n, digits, mode))
}

function magnitude(value: Value): Value {
  if (value instanceof Decimal) return absolute(value)
  if (value instanceof DaysTimeDuration) return value.nanos < 0n ? new DaysTimeDuration(-value.nanos) : value
  return value instanceof YearsMonthsDuration ? new YearsMonthsDuration(Math.abs(value.months)) : null
}

function isMultipleOfTwo(number: Decimal): boolean {
  if (!isInteger(number)) return false
  const { coefficient, exponent } = trim(number)!
  return exponent > 0 || BigInt(coefficient) % 2n === 0n
}
