import { comparable, isOrdered, reportUnknownItem } from './compile-operator.ts'
import { type Compiled, type Compiling, type Env, type Evaluate, type Scope, variable } from './compiling.ts'
import { closedRange, contains, meets, openRange } from './range.ts'
import type { Node, NodeOf } from './syntax.ts'
import { ANY, agrees, BOOLEAN, describeType, type FeelType, rangeOf } from './type.ts'
import { isList, Range, type Value } from './value.ts'

/** `value in (tests)`: true as soon as one test is met, null where that cannot be known. */
export function compileIn(node: NodeOf<'in'>, scope: Scope | null, c: Compiling): Compiled {
  const value = c.compile(node.value, scope)
  const inner = variable('?', value.type, scope, value.path)
  const tests = node.tests.map((test) => compileTest(test, value.type, inner, c))
  const subject = value.run
  const run: Evaluate = (run, env) => {
    const scoped: Env = { value: subject(run, env), up: env }
    let unknown = false
    for (const test of tests) {
      const met = test(run, scoped)
      if (met === true) return true
      if (met !== false) unknown = true
    }
    return unknown ? null : false
  }
  return { type: BOOLEAN, run }
}

function compileTest(node: Node, subject: FeelType, scope: Scope, c: Compiling): Evaluate {
  const test = c.compile(node, scope)
  const run = test.run
  if (mentionsSubject(node)) return (r, env) => (test.type.kind === 'boolean' ? run(r, env) : meetsOrHolds(env!.value, run(r, env)))
  if (!admits(subject, test.type)) c.report(node, 'never-equal', { found: describeType(subject), expected: describeType(test.type) })
  const constant = test.constant?.value
  for (const id of constant !== undefined && isList(constant) ? constant : [constant]) reportUnknownItem(node, subject, id, c)
  if (constant instanceof Range) return (_, env) => contains(constant, env!.value)
  return (r, env) => {
    const made = run(r, env)
    if (isList(made)) r.meter.spend(made.length)
    return meets(env!.value, made)
  }
}

function meetsOrHolds(subject: Value, made: Value): boolean | null {
  return typeof made === 'boolean' ? made : meets(subject, made)
}

/** Whether something of this type can meet a test of that type. */
function admits(subject: FeelType, test: FeelType): boolean {
  if (comparable(subject, test)) return true
  if (test.kind === 'range') return agrees(test.of, subject) || comparable(test.of, subject)
  return test.kind === 'list' && admits(subject, test.of)
}

function mentionsSubject(node: Node): boolean {
  if (node.kind === 'name') return node.name === '?'
  return Object.values(node).some((part) => {
    if (Array.isArray(part))
      return part.some((item) => (isNode(item) ? mentionsSubject(item) : isNode(item?.value) && mentionsSubject(item.value)))
    return isNode(part) && mentionsSubject(part)
  })
}

function isNode(part: unknown): part is Node {
  return typeof part === 'object' && part !== null && 'from' in part && 'kind' in part
}

export function compileInterval(node: NodeOf<'interval'>, scope: Scope | null, c: Compiling): Compiled {
  const start = c.compile(node.start, scope)
  const end = c.compile(node.end, scope)
  if (!agrees(start.type, end.type) || !isOrdered(start.type) || !isOrdered(end.type)) {
    c.report(node, 'wrong-operand-type', { name: '..', found: `${describeType(start.type)} .. ${describeType(end.type)}` })
  }
  const { startIncluded, endIncluded } = node
  const type = rangeOf(start.type.kind === 'null' ? end.type : start.type)
  if (start.constant && end.constant) {
    const value = closedRange(start.constant.value, end.constant.value, startIncluded, endIncluded)
    return { type, run: () => value, constant: { value } }
  }
  return { type, run: (run, env) => closedRange(start.run(run, env), end.run(run, env), startIncluded, endIncluded) }
}

export function compileOpenRange(node: NodeOf<'open-range'>, scope: Scope | null, c: Compiling): Compiled {
  const operand = c.compile(node.operand, scope)
  const ordered = node.operator === '=' || node.operator === '!=' || isOrdered(operand.type)
  if (!ordered) c.report(node, 'wrong-operand-type', { name: node.operator, found: describeType(operand.type) })
  const type = rangeOf(operand.type.kind === 'reference' ? operand.type : ordered ? operand.type : ANY)
  if (operand.constant) {
    const value = openRange(node.operator, operand.constant.value)
    return { type, run: () => value, constant: { value } }
  }
  return { type, run: (run, env) => openRange(node.operator, operand.run(run, env)) }
}
