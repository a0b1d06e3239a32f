import { type Pointer, step } from '../../schemas/pointer.ts'
import { sameValue } from './same-value.ts'

/**
 * Three-way merge of definitions by ids: what only one of two people changed is as that one made it; what both changed alike is
 * so; what they changed differently is a conflict, for a person to choose. Things in lists are known by their ids, arrows by what
 * they join, and where somebody puts a thing among others matters only to the one who moved it.
 */
export interface Conflict {
  /** Where, in the merged definition. */
  readonly at: Pointer
  readonly base: unknown
  readonly mine: unknown
  readonly theirs: unknown
}

export interface Merged {
  /** Both edits together; where they conflict, mine stands. */
  readonly value: unknown
  readonly conflicts: readonly Conflict[]
}

export function merge(base: unknown, mine: unknown, theirs: unknown): Merged {
  const conflicts: Conflict[] = []
  const value = merged(base, mine, theirs, '', conflicts)
  return { value, conflicts }
}

function merged(base: unknown, mine: unknown, theirs: unknown, at: Pointer, conflicts: Conflict[]): unknown {
  if (sameValue(mine, theirs)) return mine
  if (sameValue(base, theirs)) return mine
  if (sameValue(base, mine)) return theirs
  if (isObject(mine) && isObject(theirs) && (base === undefined || isObject(base)))
    return mergedObject((base ?? {}) as Keyed, mine, theirs, at, conflicts)
  if (Array.isArray(mine) && Array.isArray(theirs) && (base === undefined || Array.isArray(base))) {
    const lists = [(base ?? []) as unknown[], mine as unknown[], theirs as unknown[]] as const
    if (lists.every(isKeyed)) return mergedList(...lists, at, conflicts)
    if (lists.every(isSet)) return mergedSet(...(lists as unknown as [string[], string[], string[]]))
  }
  conflicts.push({ at, base, mine, theirs })
  return mine
}

type Keyed = Record<string, unknown>
const isObject = (value: unknown): value is Keyed => typeof value === 'object' && value !== null && !Array.isArray(value)

function mergedObject(base: Keyed, mine: Keyed, theirs: Keyed, at: Pointer, conflicts: Conflict[]): Keyed {
  const keys = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])]
  const entries = keys.flatMap((key) => {
    const value = merged(base[key], mine[key], theirs[key], step(at, key), conflicts)
    return value === undefined ? [] : [[key, value] as const]
  })
  return Object.fromEntries(entries)
}

/** What a thing in a list is known by: its id, or the ends and the outcome of an arrow. */
function keyOfItem(item: unknown): string | undefined {
  if (!isObject(item)) return undefined
  if (typeof item.id === 'string') return `id ${item.id}`
  if (typeof item.as === 'string') return `as ${item.as}`
  // An arrow that was led elsewhere is the same arrow, so its target is no part of it, unless a decision or a fork has many.
  if (typeof item.from === 'string' && typeof item.to === 'string')
    return `route ${item.from} ${typeof item.on === 'string' ? item.on : `→ ${item.to}`}`
  return undefined
}

const keysOfList = (list: readonly unknown[]): string[] => {
  const seen = new Map<string, number>()
  return list.map((item) => {
    const key = keyOfItem(item)!
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return count === 1 ? key : `${key} ${count}`
  })
}

const isKeyed = (list: readonly unknown[]): boolean => list.every((item) => keyOfItem(item) !== undefined)
const isSet = (list: readonly unknown[]): boolean => list.every((item) => typeof item === 'string') && new Set(list).size === list.length

function mergedList(
  base: readonly unknown[],
  mine: readonly unknown[],
  theirs: readonly unknown[],
  at: Pointer,
  conflicts: Conflict[],
): unknown[] {
  const byKey = (list: readonly unknown[]) => new Map(keysOfList(list).map((key, index) => [key, list[index]]))
  const [old, own, other] = [byKey(base), byKey(mine), byKey(theirs)]
  const order = mergedOrder([...old.keys()], [...own.keys()], [...other.keys()])
  const items: unknown[] = []
  for (const key of order) {
    const [was, here, there] = [old.get(key), own.get(key), other.get(key)]
    if (was !== undefined && (here === undefined || there === undefined)) {
      // Taken away by one; gone unless the other changed it meanwhile.
      const left = here ?? there
      if (left === undefined || sameValue(left, was)) continue
      conflicts.push({ at: step(at, items.length), base: was, mine: here, theirs: there })
      items.push(left)
      continue
    }
    items.push(merged(was, here ?? there, there ?? here, step(at, items.length), conflicts))
  }
  return items
}

/** The order of whoever changed it, else mine; what only the other one has comes after what it came after there. */
function mergedOrder(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const shared = (list: readonly string[], other: readonly string[]) => list.filter((key) => base.includes(key) && other.includes(key))
  const iMoved = !sameValue(
    shared(mine, theirs),
    shared(base, mine).filter((key) => theirs.includes(key)),
  )
  const [first, second] = iMoved ? [mine, theirs] : [theirs, mine]
  const order = [...first]
  for (const [index, key] of second.entries()) {
    if (order.includes(key)) continue
    const before = second.slice(0, index).findLast((one) => order.includes(one))
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key)
  }
  return order
}

/** Lists of names (fields to fill, columns of a view): what one added is added, what one took away is gone. */
function mergedSet(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const order = mergedOrder(base, mine, theirs)
  return order.filter((name) => (base.includes(name) ? mine.includes(name) && theirs.includes(name) : true))
}
