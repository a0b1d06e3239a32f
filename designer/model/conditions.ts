import { Decimal } from '../../runtime/engine/expression/decimal.ts'
import { parse } from '../../runtime/engine/expression/parse.ts'
import type { Node } from '../../runtime/engine/expression/syntax.ts'
import { DaysTimeDuration, FeelDate, FeelDateTime, FeelTime, YearsMonthsDuration } from '../../runtime/engine/expression/temporal.ts'

/**
 * Conditions as rows that people choose from: field, comparison, value, all or any of them, nested. Rows are read from the tree
 * of the expression and written as FEEL of one shape. What rows cannot show stays as one locked row with its own letters, and is
 * written back as it stood.
 */

export type Comparison =
  | 'is'
  | 'is-not'
  | 'above'
  | 'at-least'
  | 'below'
  | 'at-most'
  | 'between'
  | 'one-of'
  | 'none-of'
  | 'blank'
  | 'filled'
  | 'yes'
  | 'no'
  | 'contains'
  | 'starts-with'

/** What a field is compared with. A `path` is another field; `today` may be moved by a duration, earlier with a minus. */
export type ConditionValue =
  | { readonly kind: 'number'; readonly value: string }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'date' | 'time' | 'date-time' | 'duration'; readonly value: string }
  | { readonly kind: 'path'; readonly value: string }
  | { readonly kind: 'today'; readonly plus?: string }

export interface ConditionRow {
  readonly kind: 'row'
  /** The field, as a path; a row may also count the rows of a table. */
  readonly field: string
  readonly counted?: true
  readonly comparison: Comparison
  /** One for most, two for `between`, any number from one for `one-of` and `none-of`, none for `blank`, `filled`, `yes` and `no`. */
  readonly values: readonly ConditionValue[]
}
export interface LockedRow {
  readonly kind: 'locked'
  readonly source: string
}
export interface ConditionGroup {
  readonly kind: 'group'
  readonly join: 'all' | 'any'
  readonly rows: readonly Condition[]
}
export type Condition = ConditionRow | LockedRow | ConditionGroup

/** Reads a condition into a group of rows. An expression of another shape, or that does not parse, is one locked row. */
export function readCondition(source: string | undefined): ConditionGroup {
  const text = source?.trim() ?? ''
  const known = kept.get(text)
  if (known) return known
  if (kept.size >= MOST_KEPT) kept.clear()
  const group = readText(text)
  kept.set(text, group)
  return group
}

/** A drawing reads its conditions anew with every edit; what is read is never changed in place. */
const kept = new Map<string, ConditionGroup>()
const MOST_KEPT = 2_000

function readText(text: string): ConditionGroup {
  if (text === '') return { kind: 'group', join: 'all', rows: [] }
  const parsed = parse(text)
  // Comments hang between the parts of the tree: rows would lose them.
  if (!parsed.ok || hasComment(text)) return { kind: 'group', join: 'all', rows: [{ kind: 'locked', source: text }] }
  const { node } = parsed
  const read = new Reader(text).read(node)
  // The letters around the whole (brackets) belong to a locked row too.
  if (read.kind === 'locked') return { kind: 'group', join: 'all', rows: [{ kind: 'locked', source: text }] }
  return read.kind === 'group' ? read : { kind: 'group', join: 'all', rows: [read] }
}

/** Writes rows as FEEL; undefined where nothing is left to be asked. */
export function writeCondition(group: ConditionGroup): string | undefined {
  const rows = group.rows.flatMap((row) => (row.kind === 'group' && !hasRows(row) ? [] : [row]))
  if (rows.length === 0) return undefined
  if (rows.length === 1) {
    const only = rows[0]!
    return only.kind === 'group' ? writeCondition(only) : only.kind === 'locked' ? only.source : writeRow(only)
  }
  return rows.map(joinable).join(group.join === 'all' ? ' and ' : ' or ')
}

/** A row as it stands beside others. FEEL reads `x in ("a") or y` as one test, `("a") or y`: a single value needs brackets around the whole. */
function joinable(row: Condition): string {
  if (row.kind === 'group') return bracketed(row)
  if (row.kind === 'locked') return `(${row.source})`
  return row.comparison === 'one-of' && row.values.length === 1 ? `(${writeRow(row)})` : writeRow(row)
}

/** Whether every row can be shown and changed: nothing is locked. */
export function isPlain(condition: Condition): boolean {
  return condition.kind === 'group' ? condition.rows.every(isPlain) : condition.kind === 'row'
}

const hasRows = (group: ConditionGroup): boolean => group.rows.some((row) => row.kind !== 'group' || hasRows(row))

function bracketed(group: ConditionGroup): string {
  const rows = group.rows.filter((row) => row.kind !== 'group' || hasRows(row))
  const only = rows.length === 1 ? rows[0]! : undefined
  if (only) return joinable(only)
  return `(${writeCondition(group)})`
}

function hasComment(source: string): boolean {
  return /\/\/|\/\*/.test(source.replace(/"(?:[^"\\]|\\.)*"/g, '""'))
}

class Reader {
  readonly source: string

  constructor(source: string) {
    this.source = source
  }

  read(node: Node): Condition {
    if (node.kind === 'and' || node.kind === 'or') {
      const join = node.kind === 'and' ? 'all' : 'any'
      const rows = [node.left, node.right].flatMap((side) => {
        const read = this.read(side)
        // What is joined the same way stands in the same group: `a and (b and c)` asks for all three.
        return read.kind === 'group' && read.join === join ? read.rows : [read]
      })
      return { kind: 'group', join, rows }
    }
    return this.row(node) ?? { kind: 'locked', source: this.source.slice(node.from, node.to) }
  }

  row(node: Node): ConditionRow | undefined {
    switch (node.kind) {
      case 'compare': {
        if (node.right.kind === 'literal' && node.right.value === null && (node.operator === '=' || node.operator === '!='))
          return this.made(node.left, node.operator === '=' ? 'blank' : 'filled', [])
        return this.made(node.left, comparisons[node.operator], [node.right])
      }
      case 'between':
        return this.made(node.value, 'between', [node.low, node.high])
      case 'in':
        return this.among(node.value, node.tests, 'one-of')
      case 'name':
      case 'path':
        return this.made(node, 'yes', [])
      case 'call': {
        const name = node.target.kind === 'name' ? node.target.name : ''
        if (node.args.some((arg) => arg.name !== null)) return undefined
        const [first, second] = node.args.map(({ value }) => value)
        if (!first) return undefined
        if (name === 'not' && node.args.length === 1)
          return first.kind === 'in'
            ? this.among(first.value, first.tests, 'none-of')
            : isPath(first)
              ? this.made(first, 'no', [])
              : undefined
        if (!second || node.args.length !== 2) return undefined
        if (name === 'contains') return this.made(first, 'contains', [second])
        return name === 'starts with' ? this.made(first, 'starts-with', [second]) : undefined
      }
      default:
        return undefined
    }
  }

  /** `x in ("a", "b")`: a list of plain values, not of ranges or further tests. */
  among(value: Node, tests: readonly Node[], comparison: 'one-of' | 'none-of'): ConditionRow | undefined {
    const items = tests.length === 1 && tests[0]!.kind === 'list' ? tests[0]!.items : tests
    return items.length === 0 ? undefined : this.made(value, comparison, items)
  }

  made(field: Node, comparison: Comparison, nodes: readonly Node[]): ConditionRow | undefined {
    const side = fieldSide(field)
    const values = nodes.map(valueOfNode)
    if (!side || values.some((value) => value === undefined)) return undefined
    return { kind: 'row', ...side, comparison, values: values as ConditionValue[] }
  }
}

const comparisons = { '=': 'is', '!=': 'is-not', '>': 'above', '>=': 'at-least', '<': 'below', '<=': 'at-most' } as const
const operators: Partial<Record<Comparison, string>> = {
  is: '=',
  'is-not': '!=',
  above: '>',
  'at-least': '>=',
  below: '<',
  'at-most': '<=',
}

function fieldSide(node: Node): { field: string; counted?: true } | undefined {
  const path = pathOf(node)
  if (path !== undefined) return { field: path }
  if (
    node.kind !== 'call' ||
    node.target.kind !== 'name' ||
    node.target.name !== 'count' ||
    node.args.length !== 1 ||
    node.args[0]!.name !== null
  )
    return undefined
  const counted = pathOf(node.args[0]!.value)
  return counted === undefined ? undefined : { field: counted, counted: true }
}

const isPath = (node: Node): boolean => pathOf(node) !== undefined

/** Names that a path of ours can have: no blanks, which functions have. */
const plainName = /^[A-Za-z][A-Za-z0-9]*$/

function pathOf(node: Node): string | undefined {
  if (node.kind === 'name') return plainName.test(node.name) ? node.name : undefined
  if (node.kind !== 'path' || !plainName.test(node.member)) return undefined
  const base = pathOf(node.base)
  return base === undefined ? undefined : `${base}.${node.member}`
}

function valueOfNode(node: Node): ConditionValue | undefined {
  const path = pathOf(node)
  if (path !== undefined) return { kind: 'path', value: path }
  switch (node.kind) {
    case 'literal':
      return literal(node.value)
    case 'negate': {
      const operand = valueOfNode(node.operand)
      return operand?.kind === 'number' && !operand.value.startsWith('-') ? { kind: 'number', value: `-${operand.value}` } : undefined
    }
    case 'call':
      return called(node)
    case 'arithmetic': {
      if (node.operator !== '+' && node.operator !== '-') return undefined
      const [today, by] = [valueOfNode(node.left), valueOfNode(node.right)]
      if (today?.kind !== 'today' || today.plus !== undefined || by?.kind !== 'duration' || by.value.startsWith('-')) return undefined
      return { kind: 'today', plus: node.operator === '-' ? `-${by.value}` : by.value }
    }
    default:
      return undefined
  }
}

function literal(value: unknown): ConditionValue | undefined {
  if (typeof value === 'string') return { kind: 'text', value }
  if (typeof value === 'boolean') return { kind: 'boolean', value }
  if (value instanceof Decimal) return { kind: 'number', value: String(value) }
  if (value instanceof FeelDate) return { kind: 'date', value: String(value) }
  if (value instanceof FeelDateTime) return { kind: 'date-time', value: String(value) }
  if (value instanceof FeelTime) return { kind: 'time', value: String(value) }
  if (value instanceof DaysTimeDuration || value instanceof YearsMonthsDuration) return { kind: 'duration', value: String(value) }
  return undefined
}

/** `today()`, and a date or duration written as a call: the same as with `@`. */
function called(node: Extract<Node, { kind: 'call' }>): ConditionValue | undefined {
  const name = node.target.kind === 'name' ? node.target.name : ''
  if (name === 'today' && node.args.length === 0) return { kind: 'today' }
  const first = node.args[0]?.value
  if (node.args.length !== 1 || node.args[0]!.name !== null || first?.kind !== 'literal' || typeof first.value !== 'string')
    return undefined
  if (name !== 'date' && name !== 'duration') return undefined
  const read = parse(`@${JSON.stringify(first.value)}`)
  const value = read.ok && read.node.kind === 'literal' ? literal(read.node.value) : undefined
  return value?.kind === name ? value : undefined
}

function writeRow({ field, counted, comparison, values }: ConditionRow): string {
  const side = counted ? `count(${field})` : field
  const [first, second] = values.map(writeValue)
  switch (comparison) {
    case 'blank':
      return `${side} = null`
    case 'filled':
      return `${side} != null`
    case 'yes':
      return side
    case 'no':
      return `not(${side})`
    case 'between':
      return `${side} between ${first} and ${second}`
    case 'one-of':
      return `${side} in (${values.map(writeValue).join(', ')})`
    case 'none-of':
      return `not(${side} in (${values.map(writeValue).join(', ')}))`
    case 'contains':
      return `contains(${side}, ${first})`
    case 'starts-with':
      return `starts with(${side}, ${first})`
    default:
      return `${side} ${operators[comparison]} ${first}`
  }
}

function writeValue(value: ConditionValue): string {
  switch (value.kind) {
    case 'text':
      return JSON.stringify(value.value)
    case 'number':
    case 'path':
      return value.value
    case 'boolean':
      return String(value.value)
    case 'today':
      if (value.plus === undefined) return 'today()'
      return value.plus.startsWith('-') ? `today() - @"${value.plus.slice(1)}"` : `today() + @"${value.plus}"`
    default:
      return `@"${value.value}"`
  }
}
