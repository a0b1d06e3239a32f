import { compareValues, equals, isList, type Operator, Range, type Value } from './value.ts'

/** `< 5` and its kin, as values. */
export function openRange(operator: Operator, operand: Value): Range {
  switch (operator) {
    case '<':
    case '<=':
      return new Range(null, operand, false, operator === '<=', operator)
    case '>':
    case '>=':
      return new Range(operand, null, operator === '>=', false, operator)
    default:
      return new Range(operand, operand, true, true, operator)
  }
}

/** Null where the ends are of different kinds or the wrong way round. */
export function closedRange(start: Value, end: Value, startIncluded: boolean, endIncluded: boolean): Range | null {
  if (start !== null && end !== null) {
    const order = compareValues(start, end)
    if (order === null || order > 0) return null
  }
  return new Range(start, end, startIncluded, endIncluded)
}

/** Whether a value lies in a range; null where it cannot be compared with its ends. */
export function contains(range: Range, value: Value): boolean | null {
  if (range.operator === '=') return equals(value, range.start)
  if (range.operator === '!=') {
    const same = equals(value, range.start)
    return same === null ? null : !same
  }
  if (value === null || (range.start === null && range.end === null)) return null
  const low = range.start === null ? (isOpen(range) ? -1 : null) : compareValues(range.start, value)
  const high = range.end === null ? (isOpen(range) ? -1 : null) : compareValues(value, range.end)
  if (low === null || high === null) return null
  return (low < 0 || (low === 0 && range.startIncluded)) && (high < 0 || (high === 0 && range.endIncluded))
}

function isOpen(range: Range): boolean {
  return range.operator !== null
}

/** `value in test`, where the test is a value: a range holds it, a list has it or a test that it meets, anything else equals it. */
export function meets(value: Value, test: Value): boolean | null {
  if (test instanceof Range) return value instanceof Range ? equals(value, test) : contains(test, value)
  if (isList(test)) {
    if (isList(value) && equals(value, test)) return true
    let unknown = false
    for (const item of test) {
      const met = isList(value) && isList(item) ? equals(value, item) : meets(value, item)
      if (met) return true
      if (met === null) unknown = true
    }
    return unknown ? null : false
  }
  return equals(value, test)
}
