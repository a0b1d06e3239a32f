import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { nearest } from '../expression/finding.ts'
import type { CardError } from '../problem.ts'
import type { LinkValue, Row } from './card.ts'
import { type Fault, MOST_ROWS, MOST_VALUES } from './fault.ts'
import { columnsOf, type Field, fieldsOf } from './field.ts'
import { richTextFault } from './rich-text.ts'
import { codePoints, ID_PATTERN, isDay, isTextType, patternOf, textShapes, wholePattern } from './text-shapes.ts'

/**
 * Every value of a card that does not have its field's shape; empty where all is well. The same verdict as the card's
 * JSON Schema (a test compares them), and beyond it decimal places, significant digits, days that exist, and smallest
 * and largest dates. Whether items, people and departments exist is asked by `unknownReferences`.
 */
export function validateCard(type: DocumentType, card: unknown): CardError[] {
  if (!isObject(card)) return [{ path: '', rule: 'wrong-type', found: card, expected: 'an object' }]
  const errors: CardError[] = []
  const fields = fieldsOf(type)
  for (const key of Object.keys(card)) {
    const field = fields.get(key)
    if (field) validateValue(field, card[key], key, errors)
    else errors.push({ path: key, rule: 'unknown-field', found: key, expected: likeliest(key, fields.keys()) })
  }
  return errors
}

/** One field's value, `many` and rows included; adds what it finds. */
export function validateValue(field: Field, value: unknown, path: string, errors: CardError[]): void {
  if (field.type === 'table') validateRows(field, value, path, errors)
  else if (field.many) validateValues(field, value, path, errors)
  else report(valueFault(field, value), value, path, errors)
}

function validateValues(field: Field, value: unknown, path: string, errors: CardError[]): void {
  if (!Array.isArray(value)) {
    report({ rule: 'wrong-type', expected: 'a list' }, value, path, errors)
    return
  }
  report(lengthFault(value.length, 1, MOST_VALUES, 'values'), value.length, path, errors)
  const seen = new Set<string>()
  value.forEach((item, index) => {
    report(valueFault(field, item), item, `${path}/${index}`, errors)
    const key = identity(item)
    if (seen.has(key)) report({ rule: 'repeated', expected: 'each value once' }, item, `${path}/${index}`, errors)
    seen.add(key)
  })
}

function validateRows(field: Field, value: unknown, path: string, errors: CardError[]): void {
  if (!Array.isArray(value)) {
    report({ rule: 'wrong-type', expected: 'a list of rows' }, value, path, errors)
    return
  }
  report(lengthFault(value.length, Math.max(1, Number(field.min ?? 1)), Number(field.max ?? MOST_ROWS), 'rows'), value.length, path, errors)
  const columns = columnsOf(field)
  for (const column of columns.values()) if (column.unique) validateUniqueColumn(column, value, path, errors)
  const seen = new Set<string>()
  for (const [index, row] of value.entries()) validateRow(columns, row, `${path}/${index}`, path, seen, errors)
}

/** Among documents a column cannot be unique, but its rows can differ in it. */
function validateUniqueColumn(column: Field, rows: readonly unknown[], path: string, errors: CardError[]): void {
  const seen = new Set<string>()
  for (const row of rows) {
    const cell = isObject(row) ? row[column.id] : undefined
    if (cell === undefined) continue
    const key = identity(cell)
    if (seen.has(key))
      report({ rule: 'not-unique', expected: 'each value in one row' }, cell, `${path}/${String((row as Row)._id)}/${column.id}`, errors)
    seen.add(key)
  }
}

function validateRow(
  columns: ReadonlyMap<string, Field>,
  row: unknown,
  at: string,
  table: string,
  seen: Set<string>,
  errors: CardError[],
): void {
  if (!isObject(row)) {
    report({ rule: 'wrong-type', expected: 'a row' }, row, at, errors)
    return
  }
  const id = row._id
  if (typeof id !== 'string' || id.length > 64 || !patternOf(ID_PATTERN).test(id)) {
    report({ rule: 'row-id', expected: 'the id of a row' }, id, `${at}/_id`, errors)
    return
  }
  if (seen.has(id)) report({ rule: 'repeated', expected: 'each row once' }, id, `${table}/${id}`, errors)
  seen.add(id)
  for (const key of Object.keys(row)) {
    if (key === '_id') continue
    const column = columns.get(key)
    if (column) validateValue(column, row[key], `${table}/${id}/${key}`, errors)
    else errors.push({ path: `${table}/${id}/${key}`, rule: 'unknown-field', found: key, expected: likeliest(key, columns.keys()) })
  }
}

/** What one value, or one of `many`, breaks; null where nothing. */
export function valueFault(field: Field, value: unknown): Fault | null {
  switch (field.type) {
    case 'number':
    case 'money':
    case 'percent':
    case 'rating':
      return numberFault(field, value)
    case 'yes-no':
      return typeof value === 'boolean' ? null : { rule: 'wrong-type', expected: 'true or false' }
    case 'link':
      return linkFault(field, value)
    case 'rich-text':
      return richTextFault(value)
    case 'choice':
      if (typeof field.options === 'object' && !field.options.some((option) => option.id === value))
        return {
          rule: 'not-one-of',
          expected: field.options
            .filter((option) => !option.retired)
            .map((option) => option.id)
            .join(', '),
        }
      return textFault(field, value)
    default:
      return textFault(field, value)
  }
}

function numberFault(field: Field, value: unknown): Fault | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return { rule: 'wrong-type', expected: 'a number' }
  const [min, max, decimals] = field.type === 'rating' ? [1, field.max ?? 5, 0] : [field.min, field.max, field.decimals]
  if (min !== undefined && value < Number(min)) return { rule: 'min', expected: `at least ${min}` }
  if (max !== undefined && value > Number(max)) return { rule: 'max', expected: `at most ${max}` }
  const written = digitsOf(value)
  if (decimals === 0 && written.decimals > 0) return { rule: 'whole-number', expected: 'a whole number' }
  if (decimals !== undefined && written.decimals > decimals)
    return { rule: 'decimals', expected: `at most ${decimals} digits after the point` }
  return written.significant > 15 ? { rule: 'too-many-digits', expected: 'at most 15 significant digits' } : null
}

/** Digits of the shortest decimal text that means this number, which is the one that JSON carries. */
export function digitsOf(value: number): { readonly significant: number; readonly decimals: number } {
  const [mantissa = '', power = '0'] = String(Math.abs(value)).split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  const digits = `${whole}${fraction}`.replace(/^0+/, '')
  return { significant: digits.replace(/0+$/, '').length, decimals: Math.max(0, fraction.length - Number(power)) }
}

function textFault(field: Field, value: unknown): Fault | null {
  if (!isTextType(field.type)) return { rule: 'wrong-type', expected: field.type }
  const shape = textShapes[field.type]
  if (typeof value !== 'string') return { rule: 'wrong-type', expected: shape.expected }
  if (value.length > shape.maxLength && codePoints(value) > shape.maxLength)
    return { rule: 'too-long', expected: `at most ${shape.maxLength} characters` }
  if (!patternOf(shape.pattern).test(value)) return { rule: 'shape', expected: shape.expected }
  if ((field.type === 'date' || field.type === 'date-time') && !isDay(value)) return { rule: 'no-such-day', expected: 'a day that exists' }
  if (field.pattern !== undefined && !patternOf(wholePattern(field.pattern)).test(value))
    return { rule: 'pattern', expected: field.pattern }
  if (field.type === 'date' || field.type === 'date-time' || field.type === 'time') {
    if (field.min !== undefined && value < String(field.min)) return { rule: 'min', expected: `not before ${field.min}` }
    if (field.max !== undefined && value > String(field.max)) return { rule: 'max', expected: `not after ${field.max}` }
  }
  if (field.type === 'duration') return durationFault(field, value)
  return null
}

function durationFault(field: Field, value: string): Fault | null {
  const length = roughLength(value)
  if (field.min !== undefined && length < roughLength(String(field.min))) return { rule: 'min', expected: `at least ${field.min}` }
  if (field.max !== undefined && length > roughLength(String(field.max))) return { rule: 'max', expected: `at most ${field.max}` }
  return null
}

/** Seconds, a month as 30.436875 days: only to compare a length with its bounds, which are of one kind as a rule. */
function roughLength(duration: string): number {
  const match = /^(-)?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(duration)
  if (!match) return 0
  const [years, months, weeks, days, hours, minutes, seconds] = match.slice(2).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const length = (years * 12 + months) * 2_629_746 + (weeks * 7 + days) * 86_400 + hours * 3600 + minutes * 60 + seconds
  return match[1] ? -length : length
}

function linkFault(field: Field, value: unknown): Fault | null {
  if (!isObject(value)) return { rule: 'wrong-type', expected: 'a link: { "type": …, "id": … }' }
  const { type, id, ...rest } = value as unknown as LinkValue
  if (Object.keys(rest).length > 0) return { rule: 'unknown-field', expected: 'type and id only' }
  if (typeof id !== 'string' || id.length > 64 || !patternOf(ID_PATTERN).test(id))
    return { rule: 'wrong-type', expected: 'the id of a document' }
  if (!field.to?.includes(type)) return { rule: 'not-one-of', expected: (field.to ?? []).join(', ') }
  return null
}

function lengthFault(length: number, least: number, most: number, of: string): Fault | null {
  if (length === 0) return { rule: 'empty-list', expected: 'a blank list is left out' }
  if (length < least) return { rule: 'min', expected: `at least ${least} ${of}` }
  return length > most ? { rule: 'max', expected: `at most ${most} ${of}` } : null
}

function report(fault: Fault | null, found: unknown, path: string, errors: CardError[]): void {
  if (fault) errors.push({ path, rule: fault.rule, found: found === undefined ? null : found, expected: fault.expected })
}

/** The same text for values that are the same to JSON Schema's `uniqueItems`. */
function identity(value: unknown): string {
  if (!isObject(value)) return JSON.stringify(value) ?? ''
  return JSON.stringify(Object.entries(value as unknown as Row).sort(([a], [b]) => (a < b ? -1 : 1)))
}

export function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The known name that an unknown one most likely means, else all of them. */
function likeliest(key: string, known: Iterable<string>): string {
  const names = [...known]
  return nearest(key, names) ?? names.join(', ')
}
