import type { Comparison, ConditionRow, ConditionValue } from '../model/conditions.ts'
import type { OfferedField, ValueKind } from './offered-fields.ts'

const ordered: readonly Comparison[] = ['is', 'is-not', 'above', 'at-least', 'below', 'at-most', 'between']
const blanks: readonly Comparison[] = ['filled', 'blank']

/** How values of a kind can be compared, the usual one first. */
const byKind: Readonly<Record<ValueKind, readonly Comparison[]>> = {
  text: ['is', 'is-not', 'contains', 'starts-with', 'one-of', ...blanks],
  number: [...ordered, ...blanks],
  date: [...ordered, ...blanks],
  'date-time': ['above', 'below', 'between', ...blanks],
  time: [...ordered, ...blanks],
  duration: [...ordered, ...blanks],
  'yes-no': ['yes', 'no', ...blanks],
  choice: ['is', 'is-not', 'one-of', 'none-of', ...blanks],
  person: ['is', 'is-not', ...blanks],
  link: ['is', 'is-not', ...blanks],
  other: blanks,
}

/** The comparisons that a row offers; one that it has already stays among them, whatever its field has become. */
export function comparisonsFor(field: OfferedField | undefined, has?: Comparison): readonly Comparison[] {
  const offered = field?.counted ? ordered : byKind[field?.kind ?? 'other']
  return has === undefined || offered.includes(has) ? offered : [has, ...offered]
}

/** How many values a comparison has: so many, or any number from one. */
export function valueCount(comparison: Comparison): 0 | 1 | 2 | 'some' {
  switch (comparison) {
    case 'blank':
    case 'filled':
    case 'yes':
    case 'no':
      return 0
    case 'between':
      return 2
    case 'one-of':
    case 'none-of':
      return 'some'
    default:
      return 1
  }
}

/** What a row begins with when its field is chosen: what it had, where that still fits. */
export function rowFor(field: OfferedField, before?: ConditionRow): ConditionRow {
  const comparisons = comparisonsFor(field)
  const comparison = before && comparisons.includes(before.comparison) ? before.comparison : comparisons[0]!
  const kept = (before?.values ?? []).filter((value) => fits(field, value))
  return {
    kind: 'row',
    field: field.path,
    ...(field.counted && { counted: true as const }),
    comparison,
    values: valuesFor(field, comparison, kept),
  }
}

/** The row with another comparison: its values are kept as far as it has room for them. */
export function compared(row: ConditionRow, field: OfferedField | undefined, comparison: Comparison): ConditionRow {
  return { ...row, comparison, values: field ? valuesFor(field, comparison, row.values) : row.values }
}

function valuesFor(field: OfferedField, comparison: Comparison, kept: readonly ConditionValue[]): readonly ConditionValue[] {
  const count = valueCount(comparison)
  if (count === 0) return []
  const first = firstValue(field)
  if (count === 'some') return kept.length > 0 ? kept : [first]
  return Array.from({ length: count }, (_, index) => kept[index] ?? first)
}

/** A value to begin with that is sound FEEL, so that a row just added breaks nothing. */
export function firstValue(field: OfferedField): ConditionValue {
  if (field.counted) return { kind: 'number', value: '0' }
  switch (field.kind) {
    case 'number':
      return { kind: 'number', value: '0' }
    case 'date':
      return { kind: 'today' }
    case 'date-time':
      return { kind: 'date-time', value: '2030-01-01T00:00:00Z' }
    case 'time':
      return { kind: 'time', value: '09:00:00' }
    case 'duration':
      return { kind: 'duration', value: 'P1D' }
    case 'choice':
      return { kind: 'text', value: field.choices?.[0]?.id ?? '' }
    case 'person':
      return { kind: 'path', value: 'author' }
    case 'link':
      return { kind: 'path', value: 'this' }
    default:
      return { kind: 'text', value: '' }
  }
}

function fits(field: OfferedField, value: ConditionValue): boolean {
  if (value.kind === 'path') return true
  if (field.counted) return value.kind === 'number'
  switch (field.kind) {
    case 'choice':
      return value.kind === 'text' && (field.choices ?? []).some(({ id }) => id === value.value)
    case 'date':
      return value.kind === 'date' || value.kind === 'today'
    case 'person':
    case 'link':
    case 'other':
    case 'yes-no':
      return false
    default:
      return value.kind === field.kind
  }
}
