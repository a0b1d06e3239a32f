import type { FactReader } from '../document/fact-reader.ts'
import { BudgetExceeded } from '../expression/budget.ts'
import { compileExpression, type Expression } from '../expression/compile.ts'
import type { Host } from '../expression/host.ts'
import { ANY } from '../expression/type.ts'
import type { Value } from '../expression/value.ts'

const compiled = new Map<string, Expression | null>()
const MOST_KEPT = 20_000

/**
 * An expression of a published definition, ready to run; null where it does not parse. The check has asked for its
 * types before it was published, so here every name is admitted and the text alone tells one expression from another.
 */
export function expressionOf(source: string): Expression | null {
  const known = compiled.get(source)
  if (known !== undefined) return known
  if (compiled.size >= MOST_KEPT) compiled.clear()
  const made = compileExpression(source, { names: () => ANY, checkTypes: false })
  const expression = made.ok ? made.expression : null
  compiled.set(source, expression)
  return expression
}

/**
 * What an expression comes to. Blank, and noted with the reader as a failure, where it does not parse or asks for more
 * than its budget: such a blank must not pass for an answer. `where` names its place, as in `field "amount", formula`.
 */
export function evaluate(source: string, host: Host, reader: FactReader, where: string): Value {
  const expression = expressionOf(source)
  if (!expression) {
    reader.fail(where, 'syntax-error')
    return null
  }
  try {
    return expression.evaluate(host)
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error
    reader.fail(where, error.code)
    return null
  }
}

/** Whether a condition holds, which is only when it is true; one that is left out always holds. */
export function holds(source: string | undefined, host: Host, reader: FactReader, where: string): boolean {
  return source === undefined || evaluate(source, host, reader, where) === true
}

/** Reads the clock or who is looking: calculated when it is read, never stored, indexed or added up. */
export function isVolatile(source: string): boolean {
  return expressionOf(source)?.uses.some((name) => VOLATILE.has(name) || name.startsWith('me.')) ?? false
}

const VOLATILE = new Set(['today', 'now', 'me', 'today()', 'now()'])

/** The bare names that an expression reads, each once: `amount` of `amount`, `counterparty` of `counterparty.taxNumber`. */
export function namesRead(source: string): readonly string[] {
  return [...new Set((expressionOf(source)?.uses ?? []).map((path) => path.split('.', 1)[0]!))]
}

/** The dotted paths that an expression reads. */
export function pathsRead(source: string): readonly string[] {
  return expressionOf(source)?.uses ?? []
}
