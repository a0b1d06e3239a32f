import { type Expression, evaluateNode } from './compile.ts'
import type { ExpressionFinding } from './finding.ts'
import type { Host } from './host.ts'
import { closedRange } from './range.ts'
import { bindingOf, type SqlColumn } from './sql-binding.ts'
import type { Node, NodeOf } from './syntax.ts'
import { isList, type Operator, Range, type Value } from './value.ts'

export type { SqlColumn } from './sql-binding.ts'

export type SqlResult =
  | {
      readonly ok: true
      /**
       * A condition for `where`, `on` or `filter`: FEEL's true, false and null as SQL's, of which only true lets a row
       * through. Anywhere else it must be written `(text) is true`; here that would keep indexes from serving it.
       */
      readonly text: string
      readonly params: readonly (string | boolean)[]
    }
  | { readonly ok: false; readonly findings: readonly ExpressionFinding[] }

export interface SqlOptions {
  /** The SQL of a path (`amount`, `that.status`, `counterparty.taxNumber`); undefined where there is no column for it. */
  readonly columns: (path: string) => SqlColumn | undefined
  /** What `me`, `today()` and `now()` are; nothing else is asked of it. */
  readonly host: Host
  /** The number of the first placeholder, 1 if left out. */
  readonly first?: number
}

/**
 * The SQL reading of a condition: comparisons, `and`, `or`, `not`, `in`, `between`, `= null`, `list contains` and
 * `starts with` over columns and values that are known before. Anything else is the finding `not-filterable`.
 */
export function toSql(expression: Pick<Expression, 'node' | 'source'>, options: SqlOptions): SqlResult {
  const writer = new Writer(options)
  const text = writer.condition(expression.node, true)
  return writer.findings.length > 0 ? { ok: false, findings: writer.findings } : { ok: true, text, params: writer.params }
}

class Writer {
  readonly findings: ExpressionFinding[] = []
  readonly params: (string | boolean)[] = []
  readonly options: SqlOptions

  constructor(options: SqlOptions) {
    this.options = options
  }

  /**
   * `positive` tells that no `not` stands around: then null and false both keep a row out, and a comparison with a
   * constant can be the plain operator that an index serves. Under a `not` they differ, and `=` must say false of a blank.
   */
  condition(node: Node, positive: boolean): string {
    switch (node.kind) {
      case 'and':
      case 'or':
        return `(${this.condition(node.left, positive)} ${node.kind} ${this.condition(node.right, positive)})`
      case 'compare':
        return this.comparison(node, positive)
      case 'between':
        return this.between(node)
      case 'in':
        return this.membership(node, positive)
      case 'call':
        return this.call(node, positive)
      case 'literal':
        return typeof node.value === 'boolean' ? String(node.value) : this.refuse(node)
      default: {
        const column = this.column(node)
        return column?.kind === 'boolean' && !column.many ? column.text : this.refuse(node)
      }
    }
  }

  comparison(node: NodeOf<'compare'>, positive: boolean): string {
    const left = this.column(node.left)
    const right = this.column(node.right)
    if (left && right) return this.columns(node, left, right)
    if (left) return this.withValue(node, left, node.operator, this.value(node.right), positive)
    if (right) return this.withValue(node, right, MIRRORED[node.operator], this.value(node.left), positive)
    return this.refuse(node)
  }

  columns(node: NodeOf<'compare'>, left: SqlColumn, right: SqlColumn): string {
    if (left.many || right.many || bindingOf(left).family !== bindingOf(right).family) return this.refuse(node)
    if (node.operator === '=') return `(${left.text} is not distinct from ${right.text})`
    if (node.operator === '!=') return `(${left.text} is distinct from ${right.text})`
    if (!bindingOf(left).ordered) return this.refuse(node)
    return `(${bindingOf(left).sortable} ${node.operator} ${bindingOf(right).sortable})`
  }

  withValue(node: Node, column: SqlColumn, operator: Operator, value: Value | undefined, positive: boolean): string {
    if (value === undefined || (column.many && (value !== null || (operator !== '=' && operator !== '!=')))) return this.refuse(node)
    const binding = bindingOf(column)
    if (value === null) {
      if (operator === '=') return `(${column.text} is null)`
      return operator === '!=' ? `(${column.text} is not null)` : 'null::boolean'
    }
    const parameter = binding.parameter(value)
    if (parameter === undefined) return this.refuse(node)
    if (operator === '=') return `(${column.text} ${positive ? '=' : 'is not distinct from'} ${this.place(parameter, binding.cast)})`
    if (operator === '!=') return `(${column.text} is distinct from ${this.place(parameter, binding.cast)})`
    return binding.ordered ? `(${binding.sortable} ${operator} ${this.place(parameter, binding.cast)})` : this.refuse(node)
  }

  between(node: NodeOf<'between'>): string {
    const column = this.column(node.value)
    const low = this.value(node.low)
    const high = this.value(node.high)
    if (!column || low === undefined || high === undefined) return this.refuse(node)
    if (low === null || high === null) return 'null::boolean'
    return this.inRange(node, column, new Range(low, high, true, true))
  }

  inRange(node: Node, column: SqlColumn, range: Range): string {
    const parts: string[] = []
    if (range.operator === '=' || range.operator === '!=') return this.withValue(node, column, range.operator, range.start, false)
    // An interval with a blank end, or a comparison with a blank, can be neither met nor missed.
    if ((range.start === null) !== (range.end === null) ? range.operator === null : range.start === null) return 'null::boolean'
    if (range.start !== null) parts.push(this.withValue(node, column, range.startIncluded ? '>=' : '>', range.start, true))
    if (range.end !== null) parts.push(this.withValue(node, column, range.endIncluded ? '<=' : '<', range.end, true))
    return parts.length === 1 ? parts[0]! : `(${parts.join(' and ')})`
  }

  membership(node: NodeOf<'in'>, positive: boolean): string {
    const column = this.column(node.value)
    if (!column || column.many) return this.refuse(node)
    const values: Value[] = []
    const parts: string[] = []
    for (const test of node.tests) {
      const value = this.test(test)
      if (value === undefined) return this.refuse(test)
      for (const one of isList(value) ? value : [value]) {
        if (one instanceof Range) parts.push(this.inRange(test, column, one))
        else values.push(one)
      }
    }
    if (values.length > 0) parts.unshift(this.oneOf(node, column, values, positive))
    if (parts.length === 0) return 'false'
    return parts.length === 1 ? parts[0]! : `(${parts.join(' or ')})`
  }

  /** Ranges are written out here, for a range between values that are not ordered is no range at all. */
  test(node: Node): Value | undefined {
    if (node.kind !== 'interval') return this.value(node)
    const start = this.value(node.start)
    const end = this.value(node.end)
    return start === undefined || end === undefined || start === null || end === null
      ? undefined
      : (closedRange(start, end, node.startIncluded, node.endIncluded) ?? undefined)
  }

  oneOf(node: Node, column: SqlColumn, values: readonly Value[], positive: boolean): string {
    const binding = bindingOf(column)
    const given = values.filter((value) => value !== null).map((value) => binding.parameter(value))
    if (given.includes(undefined)) return this.refuse(node)
    const blank = values.includes(null)
    if (given.length === 0) return `(${column.text} is null)`
    const places = given.map((parameter) => this.place(parameter!, binding.cast))
    const listed = `${column.text} ${places.length === 1 ? `= ${places[0]}` : `in (${places.join(', ')})`}`
    if (blank) return `(${column.text} is null or ${listed})`
    return positive ? `(${listed})` : `(${column.text} is not null and ${listed})`
  }

  call(node: NodeOf<'call'>, positive: boolean): string {
    const name = node.target.kind === 'name' ? node.target.name : ''
    const [first, second] = node.args.map((argument) => argument.value)
    if (node.args.some((argument) => argument.name !== null)) return this.refuse(node)
    if (name === 'not' && first && !second) return `(not ${this.condition(first, false)})`
    if (name === 'list contains' && first && second) return this.listContains(node, first, second, positive)
    if (name === 'starts with' && first && second) return this.startsWith(node, first, second)
    return this.refuse(node)
  }

  listContains(node: Node, list: Node, element: Node, positive: boolean): string {
    const column = this.column(list)
    if (column) {
      const value = this.value(element)
      if (!column.many || value === undefined || value === null) return this.refuse(node)
      const binding = bindingOf(column)
      const parameter = binding.parameter(value)
      return parameter === undefined || !binding.listed
        ? this.refuse(node)
        : `(${column.text} @> to_jsonb(${this.place(parameter, binding.cast)}))`
    }
    const single = this.column(element)
    const values = this.value(list)
    if (!single || single.many || !values || !isList(values)) return this.refuse(node)
    return values.length === 0 ? 'false' : this.oneOf(node, single, values, positive)
  }

  startsWith(node: Node, text: Node, prefix: Node): string {
    const column = this.column(text)
    const start = this.value(prefix)
    if (!column || column.many || column.kind !== 'text' || typeof start !== 'string') return this.refuse(node)
    const { sortable, cast } = bindingOf(column)
    if (start === '') return `(${sortable} >= ${this.place('', cast)})`
    const after = following(start)
    const from = `${sortable} >= ${this.place(start, cast)}`
    return after === null ? `(${from})` : `(${from} and ${sortable} < ${this.place(after, cast)})`
  }

  column(node: Node): SqlColumn | undefined {
    const path = pathOf(node)
    return path === null || path === 'me' || path.startsWith('me.') ? undefined : this.options.columns(path)
  }

  /** What a piece is worth before any row is read; undefined where it reads the row. */
  value(node: Node): Value | undefined {
    return isKnownBefore(node) ? evaluateNode(node, this.options.host) : undefined
  }

  place(parameter: string | boolean, cast: string): string {
    this.params.push(parameter)
    return `$${(this.options.first ?? 1) + this.params.length - 1}::${cast}`
  }

  refuse(node: Node): string {
    this.findings.push({ code: 'not-filterable', from: node.from, to: node.to })
    return 'false'
  }
}

const MIRRORED: Readonly<Record<Operator, Operator>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '=': '=', '!=': '!=' }

function pathOf(node: Node): string | null {
  if (node.kind === 'name') return node.name
  if (node.kind !== 'path') return null
  const base = pathOf(node.base)
  return base && `${base}.${node.member}`
}

const KNOWN_CALLS = ['today', 'now', 'date', 'time', 'date and time', 'duration', 'years and months duration']

function isKnownBefore(node: Node): boolean {
  switch (node.kind) {
    case 'literal':
      return true
    case 'name':
      return node.name === 'me'
    case 'path':
      return isKnownBefore(node.base)
    case 'negate':
    case 'open-range':
      return isKnownBefore(node.operand)
    case 'arithmetic':
      return isKnownBefore(node.left) && isKnownBefore(node.right)
    case 'interval':
      return isKnownBefore(node.start) && isKnownBefore(node.end)
    case 'list':
      return node.items.every(isKnownBefore)
    case 'call':
      return node.target.kind === 'name' && KNOWN_CALLS.includes(node.target.name) && node.args.every(({ value }) => isKnownBefore(value))
    default:
      return false
  }
}

/** The least text above all that begin with `prefix`, in the order of code points; null where there is none. */
function following(prefix: string): string | null {
  const characters = [...prefix]
  while (characters.length > 0) {
    const code = characters.pop()!.codePointAt(0)!
    // The order of UTF-8 is that of code points; there are none between D7FF and E000.
    if (code < 0x10ffff) return characters.join('') + String.fromCodePoint(code === 0xd7ff ? 0xe000 : code + 1)
  }
  return null
}
