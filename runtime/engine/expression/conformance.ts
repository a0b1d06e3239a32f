import { compileExpression } from './compile.ts'
import { absolute, compare, Decimal, fromNumber, parseDecimal, subtract } from './decimal.ts'
import type { ExpressionFinding } from './finding.ts'
import type { Host } from './host.ts'
import { parseDateTime } from './temporal.ts'
import { toText } from './text.ts'
import { ANY } from './type.ts'
import { equals, isContext, isList, kindOf, type Value } from './value.ts'

/** A case of a conformance kit: an expression over named literals, and the literal that it must give. */
export interface ConformanceCase {
  readonly id: string
  readonly expression: string
  /** Name → FEEL literal. */
  readonly inputs: Readonly<Record<string, string>>
  /** A FEEL literal; null where an error or blank is expected. */
  readonly expect: string | null
}

export type ConformanceOutcome =
  | { readonly kind: 'passed' }
  | { readonly kind: 'wrong'; readonly found: string; readonly expected: string }
  /** The check refuses the expression and says why; nothing was answered. */
  | { readonly kind: 'refused'; readonly findings: readonly ExpressionFinding[] }

/** Findings that refuse what no FEEL engine could read; where an error is expected they are the right answer. */
const ERRORS: readonly ExpressionFinding['code'][] = [
  'syntax-error',
  'wrong-operator',
  'invalid-literal',
  'duplicate-name',
  'unknown-name',
  'unknown-function',
  'empty',
]

/**
 * Runs one case. Types are not checked, for the kit tests what ill-typed expressions give when they run; in a
 * definition such expressions are findings.
 */
export function runCase({ expression, inputs, expect }: ConformanceCase): ConformanceOutcome {
  const values = new Map(Object.entries(inputs).map(([name, literal]) => [name, evaluateLiteral(literal)]))
  const compiled = compileExpression(expression, { names: (name) => (values.has(name) ? ANY : undefined), checkTypes: false })
  if (!compiled.ok) {
    const isError = compiled.findings.every(({ code }) => ERRORS.includes(code))
    return isError && expect === null ? { kind: 'passed' } : { kind: 'refused', findings: compiled.findings }
  }
  const found = compiled.expression.evaluate(hostOf(values))
  const expected = expect === null ? null : evaluateLiteral(expect)
  return same(found, expected) || sameAlone(found, expected)
    ? { kind: 'passed' }
    : { kind: 'wrong', found: shown(found), expected: expect ?? 'null' }
}

/** The value of a literal; throws on anything that does not compile, for then the case itself is broken. */
export function evaluateLiteral(literal: string): Value {
  const compiled = compileExpression(literal, { names: () => undefined, checkTypes: false })
  if (!compiled.ok) throw new Error(`not a literal: ${literal}`)
  return compiled.expression.evaluate(hostOf(new Map()))
}

const NOW = parseDateTime('2026-11-25T10:00:00@Europe/Bucharest')

function hostOf(values: ReadonlyMap<string, Value>): Host {
  return { name: (name) => values.get(name) ?? null, read: () => null, now: () => NOW }
}

// The kit writes results of roots and logarithms with eight to fourteen digits behind the point and compares to 1e-8.
const TOLERANCE = parseDecimal('0.00000001')!

function same(a: Value, b: Value): boolean {
  if (a instanceof Decimal && b instanceof Decimal) {
    return compare(a, b) === 0 || (b.exponent <= -8 && compare(absolute(subtract(a, b) ?? fromNumber(1)), TOLERANCE) < 0)
  }
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, i) => same(item, b[i]!))
  if (a !== null && b !== null && isContext(a) && isContext(b)) {
    return a.size === b.size && [...a].every(([key, value]) => b.has(key) && same(value, b.get(key)!))
  }
  return kindOf(a) === kindOf(b) && equals(a, b) === true
}

// A decision of the kit has a declared type, which the case does not tell: to it a list of one is the one (DMN 1.5, 10.3.2.9.4).
function sameAlone(found: Value, expected: Value): boolean {
  return isList(found) && found.length === 1 && expected !== null && !isList(expected) && same(found[0]!, expected)
}

function shown(value: Value): string {
  return `${kindOf(value)} ${toText(value) ?? 'null'}`
}
