import { BudgetExceeded, DEFAULT_BUDGET } from './budget.ts'
import { Decimal } from './decimal.ts'
import { FeelFunction, isContext, isList, isReference, Range, type Value } from './value.ts'

/**
 * FEEL's `string(…)`: the text that would be read back as the value, texts themselves without quotes; null for blank.
 * Throws `BudgetExceeded` where it would be longer than `most`: lists that share their parts can be written out
 * without end.
 */
export function toText(value: Value, most = DEFAULT_BUDGET.size): string | null {
  if (value === null) return null
  if (typeof value === 'string') return value
  const room = { left: most }
  return literalText(value, room)
}

interface Room {
  left: number
}

function literalText(value: Value, room: Room): string {
  if (--room.left < 0) throw new BudgetExceeded('size')
  const text = write(value, room)
  if (value === null || typeof value !== 'object' || (!isList(value) && !isContext(value))) {
    room.left -= text.length
    if (room.left < 0) throw new BudgetExceeded('size')
  }
  return text
}

function write(value: Value, room: Room): string {
  if (value === null) return 'null'
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'boolean' || value instanceof Decimal) return String(value)
  if (isList(value)) return `[${value.map((item) => literalText(item, room)).join(', ')}]`
  if (isContext(value)) return `{${[...value].map(([key, item]) => `${keyText(key)}: ${literalText(item, room)}`).join(', ')}}`
  if (value instanceof Range) return rangeText(value, room)
  if (value instanceof FeelFunction) return `function(${value.parameters.join(', ')})`
  if (isReference(value)) return value.id
  return String(value)
}

function keyText(key: string): string {
  return /^[\p{L}_][\p{L}\p{N}_ ]*$/u.test(key) ? key : JSON.stringify(key)
}

function rangeText(range: Range, room: Room): string {
  const text = (end: Value) => (end === null || typeof end !== 'object' || end instanceof Decimal ? literalText(end, room) : `@"${end}"`)
  if (range.operator) return `${range.operator} ${text(range.start ?? range.end)}`
  return `${range.startIncluded ? '[' : '('}${text(range.start)}..${text(range.end)}${range.endIncluded ? ']' : ')'}`
}
