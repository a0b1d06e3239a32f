import { arithmeticResults, calculate, negated } from './arithmetic.ts'
import { BudgetExceeded, Meter } from './budget.ts'
import { type Compiled, type Compiling, constantOf, type Evaluate, type Scope } from './compiling.ts'
import { add, compare, Decimal, multiply, subtract } from './decimal.ts'
import { nearest } from './finding.ts'
import type { Host } from './host.ts'
import type { Node, NodeOf } from './syntax.ts'
import { parseDate, parseDateTime, parseDuration, parseTime } from './temporal.ts'
import { ANY, agrees, BOOLEAN, describeType, type FeelType, isInstance, join, typeOf } from './type.ts'
import { compareValues, equals, FeelFunction, type Operator, type Value } from './value.ts'

export function compileArithmetic(node: NodeOf<'arithmetic'>, scope: Scope | null, c: Compiling): Compiled {
  const left = c.compile(node.left, scope)
  const right = c.compile(node.right, scope)
  const results = arithmeticResults(node.operator, left.type, right.type)
  if (results.length === 0) reportOperands(node, node.operator, left, right, c)
  const type = results.length === 1 ? results[0]! : ANY
  return fold({ type, run: arithmetic(node.operator, left.run, right.run) }, left, right)
}

// Series in sixty digits take as long as that many ordinary steps.
const COST_OF_POWER = 50

function arithmetic(operator: NodeOf<'arithmetic'>['operator'], left: Evaluate, right: Evaluate): Evaluate {
  const ofNumbers = operator === '+' ? add : operator === '-' ? subtract : operator === '*' ? multiply : null
  if (!ofNumbers) {
    const cost = operator === '**' ? COST_OF_POWER : 1
    return (run, env) => {
      run.meter.spend(cost)
      return calculate(operator, left(run, env), right(run, env))
    }
  }
  return (run, env) => {
    const a = left(run, env)
    const b = right(run, env)
    if (a instanceof Decimal && b instanceof Decimal) return ofNumbers(a, b)
    const result = calculate(operator, a, b)
    if (typeof result === 'string') run.meter.fits(result.length)
    return result
  }
}

export function compileNegation(node: NodeOf<'negate'>, scope: Scope | null, c: Compiling): Compiled {
  const operand = c.compile(node.operand, scope)
  const { kind } = operand.type
  const fits = kind === 'any' || kind === 'null' || kind === 'number' || kind.endsWith('duration')
  if (!fits) c.report(node.operand, 'wrong-operand-type', { name: '-', found: describeType(operand.type), expected: 'number or duration' })
  return fold({ type: operand.type, run: (run, env) => negated(operand.run(run, env)) }, operand)
}

export function compileComparison(node: NodeOf<'compare'>, scope: Scope | null, c: Compiling): Compiled {
  const left = c.compile(node.left, scope)
  const right = c.compile(node.right, scope)
  if (node.operator === '=' || node.operator === '!=') {
    if (!comparable(left.type, right.type)) {
      const expected = asLiteral(left.type, right) ?? asLiteral(right.type, left) ?? describeType(left.type)
      c.report(node, 'never-equal', { found: `${describeType(left.type)} ${node.operator} ${describeType(right.type)}`, expected })
    } else reportUnknownChoice(node, left, right, c)
    return fold({ type: BOOLEAN, run: equality(node.operator, left, right) }, left, right)
  }
  const ordered = isOrdered(left.type) && isOrdered(right.type) && agrees(left.type, right.type)
  if (!ordered) reportOperands(node, node.operator, left, right, c)
  return fold({ type: BOOLEAN, run: ordering(node.operator, left, right) }, left, right)
}

function equality(operator: '=' | '!=', left: Compiled, right: Compiled): Evaluate {
  const wanted = operator === '='
  const a = left.run
  const constant = right.constant?.value
  if (typeof constant === 'string' && wanted) {
    return (run, env) => {
      const value = a(run, env)
      return typeof value === 'string' ? value === constant : equals(value, constant)
    }
  }
  const b = right.run
  return (run, env) => {
    const first = a(run, env)
    run.meter.read(first)
    const same = equals(first, b(run, env))
    return same === null ? null : same === wanted
  }
}

function ordering(operator: Operator, left: Compiled, right: Compiled): Evaluate {
  const a = left.run
  const b = right.run
  const holds = HOLDS[operator]
  const constant = right.constant?.value
  if (constant instanceof Decimal) {
    return (run, env) => {
      const value = a(run, env)
      return value instanceof Decimal ? holds(compare(value, constant)) : null
    }
  }
  return (run, env) => {
    const first = a(run, env)
    run.meter.read(first)
    const order = compareValues(first, b(run, env))
    return order === null ? null : holds(order)
  }
}

const HOLDS: Readonly<Record<Operator, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
  '=': (order) => order === 0,
  '!=': (order) => order !== 0,
}

/** Whether `=` between these types can ever be true. */
export function comparable(a: FeelType, b: FeelType): boolean {
  if (agrees(a, b) || agrees(b, a)) return true
  return isChoice(a) ? b.kind === 'string' : isChoice(b) && a.kind === 'string'
}

function isChoice(type: FeelType): boolean {
  return type.kind === 'reference' && type.to === 'choice'
}

function reportUnknownChoice(node: Node, left: Compiled, right: Compiled, c: Compiling): void {
  reportUnknownItem(node, left.type, right.constant?.value, c)
  reportUnknownItem(node, right.type, left.constant?.value, c)
}

/** An id in quotes that a closed list of choices does not have can never be met. */
export function reportUnknownItem(node: Node, choice: FeelType, id: Value | undefined, c: Compiling): void {
  if (choice.kind !== 'reference' || !choice.ids || typeof id !== 'string' || choice.ids.includes(id)) return
  const didYouMean = nearest(id, choice.ids)
  c.report(node, 'unknown-choice', { found: id, expected: choice.ids.slice(0, 20).join(', '), ...(didYouMean ? { didYouMean } : {}) })
}

/** Whether a type has an order, as far as is known. */
export function isOrdered({ kind }: FeelType): boolean {
  return !['boolean', 'list', 'context', 'range', 'function', 'reference'].includes(kind)
}

function reportOperands(node: Node, operator: string, left: Compiled, right: Compiled, c: Compiling): void {
  const expected = asLiteral(left.type, right) ?? asLiteral(right.type, left)
  const found = `${describeType(left.type)} ${operator} ${describeType(right.type)}`
  c.report(node, 'wrong-operand-type', { name: operator, found, ...(expected ? { expected } : {}) })
}

/** A date that was written as a mere text, as it should be written. */
function asLiteral({ kind }: FeelType, other: Compiled): string | undefined {
  const text = other.constant?.value
  if (typeof text !== 'string') return undefined
  const value =
    kind === 'date' ? parseDate(text) : kind === 'time' ? parseTime(text) : kind === 'date and time' ? parseDateTime(text) : null
  return value || (kind.endsWith('duration') && parseDuration(text)) ? `@"${text}"` : undefined
}

export function compileLogic(node: NodeOf<'and' | 'or'>, scope: Scope | null, c: Compiling): Compiled {
  const left = compileCondition(node.left, scope, c)
  const right = compileCondition(node.right, scope, c)
  const a = left.run
  const b = right.run
  const decisive = node.kind === 'or'
  // Three-valued: what decides wins over what is not known.
  const run: Evaluate = (run, env) => {
    const first = a(run, env)
    if (first === decisive) return decisive
    const second = b(run, env)
    if (second === decisive) return decisive
    return first === !decisive && second === !decisive ? !decisive : null
  }
  return fold({ type: BOOLEAN, run }, left, right)
}

/** A piece that must be a condition. */
export function compileCondition(node: Node, scope: Scope | null, c: Compiling): Compiled {
  const condition = c.compile(node, scope)
  if (!agrees(BOOLEAN, condition.type)) {
    c.report(node, 'wrong-operand-type', { found: describeType(condition.type), expected: 'boolean' })
  }
  return condition
}

export function compileBetween(node: NodeOf<'between'>, scope: Scope | null, c: Compiling): Compiled {
  const value = c.compile(node.value, scope)
  const low = c.compile(node.low, scope)
  const high = c.compile(node.high, scope)
  for (const end of [low, high]) {
    if (!agrees(value.type, end.type) || !isOrdered(value.type)) reportOperands(node, 'between', value, end, c)
  }
  const run: Evaluate = (run, env) => {
    const subject = value.run(run, env)
    const below = compareValues(low.run(run, env), subject)
    const above = compareValues(subject, high.run(run, env))
    return below === null || above === null ? null : below <= 0 && above <= 0
  }
  return fold({ type: BOOLEAN, run }, value, low, high)
}

export function compileIf(node: NodeOf<'if'>, scope: Scope | null, c: Compiling): Compiled {
  const condition = compileCondition(node.condition, scope, c)
  const then = c.compile(node.then, scope)
  const otherwise = c.compile(node.otherwise, scope)
  const run: Evaluate = (run, env) => (condition.run(run, env) === true ? then.run(run, env) : otherwise.run(run, env))
  return { type: join(then.type, otherwise.type), run }
}

export function compileInstance(node: NodeOf<'instance'>, scope: Scope | null, c: Compiling): Compiled {
  const value = c.compile(node.value, scope)
  const { type } = node
  if (!type) return constantOf(null, BOOLEAN)
  return { type: BOOLEAN, run: (run, env) => instanceOf(value.run(run, env), type, value.type) }
}

function instanceOf(value: Value, type: FeelType, known: FeelType): boolean {
  if (value instanceof FeelFunction && type.kind === 'function' && known.kind === 'function') return sameSignature(type, known)
  return isInstance(value, type)
}

function sameSignature(wanted: FeelType & { kind: 'function' }, known: FeelType & { kind: 'function' }): boolean {
  if (!wanted.parameters) return true
  const { parameters } = known
  if (!parameters || parameters.length !== wanted.parameters.length) return false
  return agrees(wanted.result, known.result) && parameters.every((parameter, i) => agrees(parameter, wanted.parameters![i]!))
}

/** What follows from constants alone is computed once, now. */
export function fold(compiled: Compiled, ...parts: readonly Compiled[]): Compiled {
  if (!parts.every((part) => part.constant)) return compiled
  try {
    const value = compiled.run({ host: NOBODY, meter: new Meter(FOLDING) }, null)
    return { ...compiled, ...constantOf(value, compiled.type.kind === 'any' ? typeOf(value) : compiled.type) }
  } catch (error) {
    if (error instanceof BudgetExceeded) return compiled
    throw error
  }
}

const NOBODY: Host = { name: () => null, read: () => null, now: () => null }
const FOLDING = { steps: 1000, size: 10_000 }
