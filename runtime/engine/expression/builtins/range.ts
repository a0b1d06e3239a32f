import { parse } from '../parse.ts'
import { closedRange } from '../range.ts'
import type { Node } from '../syntax.ts'
import { parseDate, parseDateTime, parseDuration, parseTime } from '../temporal.ts'
import { ANY, BOOLEAN, rangeOf } from '../type.ts'
import { compareValues, isList, Range, type Value } from '../value.ts'
import { type Builtin, builtin, type Overload, overload } from './define.ts'

/** Allen's relations between points and ranges (DMN 1.5, table 78). */
export const rangeBuiltins: readonly Builtin[] = [
  builtin(
    'range',
    overload<[string]>('from:string', rangeOf(ANY), ([from]) => readRange(from)),
  ),
  relation('before', ['point1 point2', 'point range', 'range point', 'range1 range2'], (a, b) => {
    const order = compareValues(a.end, b.start)
    return order === null ? null : order < 0 || (order === 0 && !(a.endIncluded && b.startIncluded))
  }),
  relation('after', ['point1 point2', 'point range', 'range point', 'range1 range2'], (a, b) => {
    const order = compareValues(b.end, a.start)
    return order === null ? null : order < 0 || (order === 0 && !(b.endIncluded && a.startIncluded))
  }),
  relation('meets', ['range1 range2'], (a, b) => meets(a, b)),
  relation('met by', ['range1 range2'], (a, b) => meets(b, a)),
  relation('overlaps', ['range1 range2'], (a, b) => {
    const left = compareValues(a.end, b.start)
    const right = compareValues(b.end, a.start)
    if (left === null || right === null) return null
    return (
      (left > 0 || (left === 0 && a.endIncluded && b.startIncluded)) && (right > 0 || (right === 0 && b.endIncluded && a.startIncluded))
    )
  }),
  relation('overlaps before', ['range1 range2'], (a, b) => overlapsBefore(a, b)),
  relation('overlaps after', ['range1 range2'], (a, b) => overlapsBefore(b, a)),
  relation('finishes', ['point range', 'range1 range2'], (a, b) => finishes(a, b)),
  relation('finished by', ['range point', 'range1 range2'], (a, b) => finishes(b, a)),
  relation('includes', ['range point', 'range1 range2'], (a, b) => within(b, a)),
  relation('during', ['point range', 'range1 range2'], (a, b) => within(a, b)),
  relation('starts', ['point range', 'range1 range2'], (a, b) => starts(a, b)),
  relation('started by', ['range point', 'range1 range2'], (a, b) => starts(b, a)),
  relation('coincides', ['point1 point2', 'range1 range2'], (a, b) => {
    const start = compareValues(a.start, b.start)
    const end = compareValues(a.end, b.end)
    if (start === null || end === null) return null
    return start === 0 && end === 0 && a.startIncluded === b.startIncluded && a.endIncluded === b.endIncluded
  }),
]

type Answer = boolean | null

function relation(name: string, signatures: readonly string[], holds: (a: Range, b: Range) => Answer): Builtin {
  const shapes = signatures.map((signature) => signature.split(' ').map((parameter) => parameter.startsWith('range')))
  // The number of arguments picks an overload; which of the shapes they have shows when they are there.
  const call = ([a, b]: readonly Value[]): Answer => {
    const [left, right] = [asRange(a!), asRange(b!)]
    const fits = shapes.some(([x, y]) => x === left.ranged && y === right.ranged)
    return fits ? holds(left.range, right.range) : null
  }
  const overloads: Overload[] = signatures.map((signature) => {
    const [x, y] = signature.split(' ')
    return overload(`${x} ${y}`, BOOLEAN, call)
  })
  return builtin(name, ...overloads)
}

function asRange(value: Value): { range: Range; ranged: boolean } {
  const one = isList(value) && value.length === 1 ? value[0]! : value
  return one instanceof Range ? { range: one, ranged: true } : { range: new Range(one, one, true, true), ranged: false }
}

function both(a: Answer, b: () => Answer): Answer {
  return a === false ? false : a === null ? null : b()
}

function meets(a: Range, b: Range): Answer {
  const order = compareValues(a.end, b.start)
  return order === null ? null : order === 0 && a.endIncluded && b.startIncluded
}

/** -1 where a begins before b: an end that is included lies before the same one excluded. */
function compareStarts(a: Range, b: Range): number | null {
  const order = compareValues(a.start, b.start)
  return order === 0 ? Number(b.startIncluded) - Number(a.startIncluded) : order
}

function compareEnds(a: Range, b: Range): number | null {
  const order = compareValues(a.end, b.end)
  return order === 0 ? Number(a.endIncluded) - Number(b.endIncluded) : order
}

function overlapsBefore(a: Range, b: Range): Answer {
  const starts = compareStarts(a, b)
  const touch = compareValues(a.end, b.start)
  const ends = compareEnds(a, b)
  if (starts === null || touch === null || ends === null) return null
  return starts < 0 && (touch > 0 || (touch === 0 && a.endIncluded && b.startIncluded)) && ends <= 0
}

function finishes(a: Range, b: Range): Answer {
  const end = compareValues(a.end, b.end)
  const start = compareStarts(b, a)
  if (end === null || start === null) return null
  return end === 0 && a.endIncluded === b.endIncluded && start <= 0
}

function starts(a: Range, b: Range): Answer {
  const start = compareValues(a.start, b.start)
  const end = compareEnds(a, b)
  if (start === null || end === null) return null
  return start === 0 && a.startIncluded === b.startIncluded && end <= 0
}

function within(a: Range, b: Range): Answer {
  const start = compareStarts(b, a)
  const end = compareEnds(a, b)
  return both(start === null ? null : start <= 0, () => (end === null ? null : end <= 0))
}

/** `range("[1..5)")`: the text of an interval between two literals; null for anything else. */
function readRange(text: string): Range | null {
  const parsed = parse(text)
  if (!parsed.ok || parsed.node.kind !== 'interval') return null
  const { start, end, startIncluded, endIncluded } = parsed.node
  const low = literalOf(start)
  const high = literalOf(end)
  if (low === undefined || high === undefined || (low === null && high === null)) return null
  return closedRange(low, high, startIncluded, endIncluded)
}

const READERS: Readonly<Record<string, (text: string) => Value>> = {
  date: parseDate,
  time: parseTime,
  'date and time': parseDateTime,
  duration: parseDuration,
}

function literalOf(node: Node): Value | undefined {
  if (node.kind === 'literal') return node.value
  if (node.kind !== 'call' || node.target.kind !== 'name' || node.args.length !== 1) return undefined
  const argument = node.args[0]!.value
  const read = READERS[node.target.name]
  if (!read || argument.kind !== 'literal' || typeof argument.value !== 'string') return undefined
  return read(argument.value) ?? undefined
}
