import { compileCondition } from './compile-operator.ts'
import { type Compiled, type Compiling, type Env, type Evaluate, type Run, type Scope, variable } from './compiling.ts'
import { Decimal, fromNumber, isInteger, toNumber } from './decimal.ts'
import type { Iterator, NodeOf } from './syntax.ts'
import { dateOfDays, daysOf, FeelDate } from './temporal.ts'
import { ANY, BOOLEAN, describeType, type FeelType, listOf } from './type.ts'
import { isList, Range, type Value } from './value.ts'

interface Loop {
  readonly items: Evaluate
}

interface Loops {
  readonly scope: Scope
  readonly loops: readonly Loop[]
}

/** `for x in list, y in 1..n return …`; `partial` is the list of the results so far. */
export function compileFor(node: NodeOf<'for'>, scope: Scope | null, c: Compiling): Compiled {
  const partial = variable('partial', listOf(ANY), scope)
  const { scope: inner, loops } = compileIterators(node.iterators, partial, c)
  const body = c.compile(node.body, inner)
  const keepsPartial = partial.used
  const run: Evaluate = (run, env) => {
    const results: Value[] = []
    const outer = (): Env => {
      if (keepsPartial) run.meter.spend(results.length)
      return { value: keepsPartial ? [...results] : null, up: env }
    }
    const done = walk(loops, run, outer, keepsPartial, (at) => {
      results.push(body.run(run, at))
      run.meter.fits(results.length)
      return true
    })
    return done === null ? null : results
  }
  return { type: listOf(body.type), run }
}

/** `some x in list satisfies …`, `every …`: three-valued, as `or` and `and` are. */
export function compileQuantified(node: NodeOf<'quantified'>, scope: Scope | null, c: Compiling): Compiled {
  const first = variable('', ANY, scope)
  const { scope: inner, loops } = compileIterators(node.iterators, first, c)
  const condition = compileCondition(node.condition, inner, c)
  const decisive = !node.every
  const run: Evaluate = (run, env) => {
    let unknown = false
    let decided = false
    const done = walk(
      loops,
      run,
      () => ({ value: null, up: env }),
      false,
      (at) => {
        const holds = condition.run(run, at)
        if (holds === decisive) decided = true
        else if (holds !== !decisive) unknown = true
        return !decided
      },
    )
    if (done === null) return null
    return decided ? decisive : unknown ? null : !decisive
  }
  return { type: BOOLEAN, run }
}

function compileIterators(iterators: readonly Iterator[], outermost: Scope, c: Compiling): Loops {
  let scope = outermost
  const loops: Loop[] = []
  for (const { name, list, end } of iterators) {
    const from = c.compile(list, scope)
    const to = end ? c.compile(end, scope) : null
    if (to) {
      for (const [side, node] of [
        [from, list],
        [to, end!],
      ] as const) {
        const { kind } = side.type
        if (!['number', 'date', 'any', 'null'].includes(kind)) {
          c.report(node, 'wrong-operand-type', { name: '..', found: describeType(side.type), expected: 'number or date' })
        }
      }
      loops.push({ items: (run, env) => sequence(run, from.run(run, env), to.run(run, env)) })
      scope = variable(name, from.type, scope)
    } else {
      loops.push({ items: (run, env) => itemsOf(run, from.run(run, env)) })
      scope = variable(name, itemType(from.type), scope, from.path)
    }
  }
  return { scope, loops }
}

function itemType(type: FeelType): FeelType {
  if (type.kind === 'list' || type.kind === 'range') return type.of
  return type.kind === 'null' ? ANY : type
}

/** Visits every combination, the last iterator fastest; null where one of them has nothing to iterate over. */
function walk(loops: readonly Loop[], run: Run, outer: () => Env, renew: boolean, visit: (env: Env) => boolean): boolean | null {
  // `partial` lies outside the iterators and grows between rounds, so each round rebuilds the chain from the values.
  const values: Value[] = []
  const chain = (): Env => values.reduce<Env>((up, value) => ({ value, up }), outer())
  const step = (depth: number, env: Env): boolean | null => {
    if (depth === loops.length) return visit(renew ? chain() : env)
    const items = loops[depth]!.items(run, env)
    if (!isList(items)) return null
    for (const value of items) {
      run.meter.step()
      values[depth] = value
      values.length = depth + 1
      const goOn = step(depth + 1, { value, up: env })
      if (goOn !== true) return goOn
    }
    return true
  }
  return step(0, outer())
}

function itemsOf(run: Run, value: Value): Value {
  if (value === null || isList(value)) return value
  if (!(value instanceof Range)) return [value]
  if (value.operator !== null) return null
  const items = sequence(run, value.start, value.end)
  if (!isList(items)) return null
  return items.slice(value.startIncluded ? 0 : 1, value.endIncluded ? undefined : -1)
}

/** 1, 2, 3 or day after day, upward or downward; null for anything but whole numbers and dates. */
function sequence(run: Run, start: Value, end: Value): Value {
  let make: (n: number) => Value = fromNumber
  let [from, to] = [0, 0]
  if (start instanceof Decimal && end instanceof Decimal && isInteger(start) && isInteger(end)) {
    ;[from, to] = [toNumber(start), toNumber(end)]
  } else if (start instanceof FeelDate && end instanceof FeelDate) {
    ;[from, to] = [daysOf(start), daysOf(end)]
    make = dateOfDays
  } else return null
  const count = Math.abs(to - from) + 1
  run.meter.fits(count)
  run.meter.spend(count)
  const direction = to < from ? -1 : 1
  return Array.from({ length: count }, (_, i) => make(from + direction * i))
}
