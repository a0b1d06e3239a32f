import type { Run } from '../compiling.ts'
import { type Decimal, floor, fromNumber, toNumber } from '../decimal.ts'
import { ANY, BOOLEAN, type FeelType, join, listOf, NUMBER } from '../type.ts'
import { compareValues, equals, FeelFunction, isList, type Value } from '../value.ts'
import { type Builtin, builtin, type Overload, overload } from './define.ts'

type List = readonly Value[]

export const listBuiltins: readonly Builtin[] = [
  builtin(
    'list contains',
    overload<[List, Value]>('list:list element:any~', BOOLEAN, ([list, element], run) => {
      run.meter.spend(list.length)
      return list.some((item) => equals(item, element) === true)
    }),
  ),
  builtin(
    'count',
    overload<[List]>('list:list', NUMBER, ([list]) => fromNumber(list.length)),
  ),
  builtin(
    'reverse',
    overload<[List]>('list:list', same, ([list]) => [...list].reverse()),
  ),
  builtin(
    'sublist',
    overload<[List, Decimal, Decimal | null]>('list:list start_position:number length:number?', same, ([list, start, length]) =>
      sublist(list, start, length ?? null),
    ),
  ),
  builtin(
    'append',
    overload<Value[]>('list:list item:any~', joined, ([list, ...items], run) => bounded(run, [...(list as List), ...items]), true),
  ),
  builtin(
    'concatenate',
    overload<List[]>('list:list', united, (lists, run) => bounded(run, lists.flat()), true),
  ),
  builtin(
    'union',
    overload<List[]>('list:list', united, (lists, run) => distinct(run, bounded(run, lists.flat())), true),
  ),
  builtin(
    'distinct values',
    overload<[List]>('list:list', same, ([list], run) => distinct(run, list)),
  ),
  builtin(
    'flatten',
    overload<[List]>('list:list', flat, ([list], run) => {
      const items: Value[] = []
      flatten(list, items, run)
      return items
    }),
  ),
  builtin(
    'insert before',
    overload<[List, Decimal, Value]>(
      'list:list position:number newItem:any~',
      ([list, , item]) => joined([list!, item!]),
      ([list, position, item], run) => {
        const at = indexOf(list, position)
        return at === null ? null : bounded(run, [...list.slice(0, at), item, ...list.slice(at)])
      },
    ),
  ),
  builtin(
    'remove',
    overload<[List, Decimal]>('list:list position:number', same, ([list, position]) => {
      const at = indexOf(list, position)
      return at === null ? null : [...list.slice(0, at), ...list.slice(at + 1)]
    }),
  ),
  builtin(
    'index of',
    overload<[List, Value]>('list:list match:any~', listOf(NUMBER), ([list, match], run) => {
      run.meter.spend(list.length)
      return list.flatMap((item, i) => (equals(item, match) === true ? [fromNumber(i + 1)] : []))
    }),
  ),
  builtin(
    'list replace',
    ...['position_or_match:number|function', 'position:number', 'match:function'].map((where) => withLambda(replaceAt(where))),
  ),
  builtin(
    'sort',
    withLambda(overload<[List, FeelFunction]>('list:list precedes:function?', same, ([list, precedes], run) => sort(list, precedes, run))),
  ),
]

function replaceAt(where: string): Overload {
  return overload<[List, Decimal | FeelFunction, Value]>(
    `list:list ${where} newItem:any~`,
    ([list, , item]) => joined([list!, item!]),
    ([list, where, item], run) => {
      if (where instanceof FeelFunction) return replaceMatching(list, where, item, run)
      const at = indexOf(list, where)
      return at === null ? null : list.map((old, i) => (i === at ? item : old))
    },
  )
}

// The functions given to `sort` and `list replace` take items of the list.
function withLambda(one: Overload): Overload {
  return {
    ...one,
    parameters: one.parameters.map((parameter) =>
      parameter.kinds.includes('function') ? { ...parameter, lambda: ([list]) => [itemOf(list), itemOf(list)] } : parameter,
    ),
  }
}

function itemOf(list: FeelType | undefined): FeelType {
  return list?.kind === 'list' ? list.of : ANY
}

function asList(type: FeelType): FeelType {
  return type.kind === 'list' ? type : listOf(type)
}

function same([list]: readonly FeelType[]): FeelType {
  return asList(list!)
}

function united(lists: readonly FeelType[]): FeelType {
  return lists.map(asList).reduce(join)
}

function joined([list, ...items]: readonly FeelType[]): FeelType {
  return listOf([itemOf(asList(list!)), ...items].reduce(join))
}

function flat([list]: readonly FeelType[]): FeelType {
  let item = itemOf(asList(list!))
  while (item.kind === 'list') item = item.of
  return listOf(item)
}

function bounded(run: Run, list: Value[]): Value[] {
  run.meter.fits(list.length)
  run.meter.spend(list.length)
  return list
}

/** From 0, of a position counted from 1 or from the end with a minus; null outside the list. */
function indexOf(list: List, position: Decimal): number | null {
  const at = Math.trunc(toNumber(position))
  if (at === 0 || Math.abs(at) > list.length) return null
  return at > 0 ? at - 1 : list.length + at
}

function sublist(list: List, start: Decimal, length: Decimal | null): Value {
  const from = indexOf(list, start)
  if (from === null) return null
  if (length === null) return list.slice(from)
  const count = toNumber(floor(length))
  return count < 0 || from + count > list.length ? null : list.slice(from, from + count)
}

function distinct(run: Run, list: List): Value[] {
  const seen: Value[] = []
  for (const item of list) {
    run.meter.spend(1 + seen.length / 16)
    if (!seen.some((other) => equals(other, item) === true)) seen.push(item)
  }
  return seen
}

function flatten(list: List, into: Value[], run: Run): void {
  for (const item of list) {
    run.meter.step()
    if (isList(item)) flatten(item, into, run)
    else into.push(item)
  }
  run.meter.fits(into.length)
}

function replaceMatching(list: List, match: FeelFunction, item: Value, run: Run): Value {
  if (match.parameters.length !== 2) return null
  const replaced: Value[] = []
  for (const old of list) {
    run.meter.step()
    const holds = match.call([old, item])
    if (typeof holds !== 'boolean') return null
    replaced.push(holds ? item : old)
  }
  return replaced
}

/** A merge sort, stable, that asks nothing but "does x come before y". */
function sort(list: List, precedes: FeelFunction | null | undefined, run: Run): Value {
  if (precedes && precedes.parameters.length !== 2) return null
  const before = (x: Value, y: Value): boolean => {
    run.meter.step()
    return precedes ? precedes.call([x, y]) === true : comesBefore(x, y)
  }
  const sorted = (items: List): List => {
    if (items.length < 2) return items
    const half = items.length >> 1
    const left = sorted(items.slice(0, half))
    const right = sorted(items.slice(half))
    const merged: Value[] = []
    let [l, r] = [0, 0]
    while (l < left.length && r < right.length) merged.push(before(right[r]!, left[l]!) ? right[r++]! : left[l++]!)
    return [...merged, ...left.slice(l), ...right.slice(r)]
  }
  return sorted(list)
}

function comesBefore(x: Value, y: Value): boolean {
  const order = compareValues(x, y)
  return order !== null && order < 0
}
