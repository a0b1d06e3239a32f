import { calculate } from '../arithmetic.ts'
import type { Run } from '../compiling.ts'
import { add, compare, Decimal, divide, fromNumber, isZero, multiply, ONE, subtract, trim, ZERO } from '../decimal.ts'
import { squareRoot } from '../decimal-math.ts'
import { DaysTimeDuration, YearsMonthsDuration } from '../temporal.ts'
import { BOOLEAN, type FeelType, listOf, NUMBER } from '../type.ts'
import { compareValues, isList, type Kind, type Value } from '../value.ts'
import { type Builtin, builtin, type Overload, overload } from './define.ts'

type List = readonly Value[]

const NUMBERS: readonly Kind[] = ['number']
const BOOLEANS: readonly Kind[] = ['boolean']
const SUMMABLE: readonly Kind[] = ['number', 'days and time duration', 'years and months duration']
const ORDERED: readonly Kind[] = [...SUMMABLE, 'string', 'date', 'time', 'date and time']

/** Functions that take one list, or its items one by one. */
export const statisticsBuiltins: readonly Builtin[] = [
  aggregate('min', ORDERED, itemOf, (list) => extreme(list, -1)),
  aggregate('max', ORDERED, itemOf, (list) => extreme(list, 1)),
  aggregate('sum', SUMMABLE, itemOf, (list) => sumOf(list)),
  aggregate(
    'product',
    NUMBERS,
    () => NUMBER,
    (list) => fold(list, ONE, multiply),
  ),
  aggregate('mean', SUMMABLE, itemOf, meanOf),
  aggregate('median', NUMBERS, () => NUMBER, median),
  aggregate('stddev', NUMBERS, () => NUMBER, standardDeviation),
  aggregate('mode', NUMBERS, () => listOf(NUMBER), mode),
  aggregate(
    'all',
    BOOLEANS,
    () => BOOLEAN,
    (list) => quantify(list, false),
  ),
  aggregate(
    'any',
    BOOLEANS,
    () => BOOLEAN,
    (list) => quantify(list, true),
  ),
  ofItems(
    SUMMABLE,
    'total',
    // Ours: a sum that passes over blanks and is 0 for nothing, as an office adds up a column.
    overload<[List]>('list:list~', totalType, ([list], run) => {
      const items = (list ?? []).filter((item) => item !== null)
      run.meter.spend(items.length)
      return items.length === 0 ? ZERO : sumOf(items)
    }),
  ),
]

function aggregate(
  name: string,
  of: readonly Kind[],
  result: (list: FeelType) => FeelType,
  compute: (list: List, run: Run) => Value,
): Builtin {
  const run = (list: List, run: Run): Value => {
    run.meter.spend(list.length)
    return compute(list, run)
  }
  return ofItems(
    of,
    name,
    overload<[List]>(
      'list:list',
      ([list]) => result(list!),
      ([list], r) => run(list, r),
    ),
    overload<List>(
      'item:any~',
      ([first]) => result(first!),
      (items, r) => run(items, r),
      true,
    ),
  )
}

function ofItems(of: readonly Kind[], name: string, ...overloads: readonly Overload[]): Builtin {
  return builtin(name, ...overloads.map((one) => ({ ...one, parameters: one.parameters.map((parameter) => ({ ...parameter, of })) })))
}

function itemOf(list: FeelType): FeelType {
  return list.kind === 'list' ? list.of : list
}

function totalType([list]: readonly FeelType[]): FeelType {
  const item = itemOf(list!)
  return item.kind === 'null' || item.kind === 'any' ? NUMBER : item
}

function isNumbers(list: List): list is readonly Decimal[] {
  return list.every((item) => item instanceof Decimal)
}

function extreme(list: List, sign: 1 | -1): Value {
  let best: Value = null
  for (const [i, item] of list.entries()) {
    if (item === null || isList(item)) return null
    const order = i === 0 ? compareValues(item, item) : compareValues(item, best)
    if (order === null) return null
    if (i === 0 || order === sign) best = item
  }
  return best
}

/** Numbers, or durations of one kind. */
function sumOf(list: List): Value {
  if (list.length === 0) return null
  const summable = (item: Value) => item instanceof Decimal || item instanceof DaysTimeDuration || item instanceof YearsMonthsDuration
  if (!list.every(summable)) return null
  return list.slice(1).reduce<Value>((sum, item) => calculate('+', sum, item), list[0]!)
}

function fold(list: List, start: Decimal, step: (a: Decimal, b: Decimal) => Decimal | null): Decimal | null {
  if (list.length === 0 || !isNumbers(list)) return null
  return list.reduce<Decimal | null>((result, item) => result && step(result, item), start)
}

function meanOf(list: List): Value {
  return calculate('/', sumOf(list), fromNumber(list.length))
}

function median(list: List): Value {
  if (list.length === 0 || !isNumbers(list)) return null
  const sorted = [...list].sort(compare)
  const middle = sorted.length >> 1
  if (sorted.length % 2 === 1) return sorted[middle]!
  const sum = add(sorted[middle - 1]!, sorted[middle]!)
  return sum && divide(sum, fromNumber(2))
}

/** Of a sample: divided by n - 1. */
function standardDeviation(list: List): Value {
  if (list.length < 2 || !isNumbers(list)) return null
  const mean = meanOf(list)
  if (!(mean instanceof Decimal)) return null
  let sum: Decimal | null = ZERO
  for (const item of list) {
    const distance = subtract(item, mean)
    const square = distance && multiply(distance, distance)
    sum = square && sum && add(sum, square)
  }
  const variance = sum && divide(sum, fromNumber(list.length - 1))
  return variance && (isZero(variance) ? ZERO : squareRoot(variance))
}

function mode(list: List): Value {
  if (!isNumbers(list)) return null
  const counts = new Map<string, { item: Decimal; count: number }>()
  for (const item of list) {
    const key = String(trim(item))
    const entry = counts.get(key)
    if (entry) entry.count += 1
    else counts.set(key, { item, count: 1 })
  }
  const most = Math.max(...[...counts.values()].map(({ count }) => count))
  return [...counts.values()]
    .filter(({ count }) => count === most)
    .map(({ item }) => item)
    .sort(compare)
}

function quantify(list: List, decisive: boolean): Value {
  if (list.some((item) => item !== null && typeof item !== 'boolean')) return null
  if (list.includes(decisive)) return decisive
  return list.includes(null) ? null : !decisive
}
