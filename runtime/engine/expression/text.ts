import { Decimal } from './decimal.ts'
import { FeelFunction, isContext, isList, isReference, Range, type Value } from './value.ts'

/** FEEL's `string(…)`: the text that would be read back as the value, texts themselves without quotes; null for blank. */
export function toText(value: Value): string | null {
  if (value === null) return null
  return typeof value === 'string' ? value : literalText(value)
}

function literalText(value: Value): string {
  if (value === null) return 'null'
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'boolean' || value instanceof Decimal) return String(value)
  if (isList(value)) return `[${value.map(literalText).join(', ')}]`
  if (isContext(value)) return `{${[...value].map(([key, item]) => `${keyText(key)}: ${literalText(item)}`).join(', ')}}`
  if (value instanceof Range) return rangeText(value)
  if (value instanceof FeelFunction) return `function(${value.parameters.join(', ')})`
  if (isReference(value)) return value.id
  return String(value)
}

function keyText(key: string): string {
  return /^[\p{L}_][\p{L}\p{N}_ ]*$/u.test(key) ? key : JSON.stringify(key)
}

function rangeText(range: Range): string {
  const text = (end: Value) => (end === null || typeof end !== 'object' || end instanceof Decimal ? literalText(end) : `@"${end}"`)
  if (range.operator) return `${range.operator} ${text(range.start ?? range.end)}`
  return `${range.startIncluded ? '[' : '('}${text(range.start)}..${text(range.end)}${range.endIncluded ? ']' : ')'}`
}
