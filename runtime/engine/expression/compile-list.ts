import { type Compiled, type Compiling, constantOf, type Env, type Evaluate, type Scope } from './compiling.ts'
import { Decimal, floor, toNumber } from './decimal.ts'
import type { NodeOf } from './syntax.ts'
import { ANY, agrees, BOOLEAN, describeType, join, listOf } from './type.ts'
import { isList, type Value } from './value.ts'

export function compileList(node: NodeOf<'list'>, scope: Scope | null, c: Compiling): Compiled {
  const items = node.items.map((item) => c.compile(item, scope))
  const type = listOf(items.length === 0 ? ANY : items.map((item) => item.type).reduce(join))
  if (items.every((item) => item.constant))
    return constantOf(
      items.map((item) => item.constant!.value),
      type,
    )
  const runs = items.map((item) => item.run)
  return { type, run: (run, env) => runs.map((item) => item(run, env)) }
}

/** `list[condition]` keeps the items for which it is true, `list[n]` takes one, counted from 1, or from the end with a minus. */
export function compileFilter(node: NodeOf<'filter'>, scope: Scope | null, c: Compiling): Compiled {
  const list = c.compile(node.list, scope)
  const item = list.type.kind === 'list' ? list.type.of : list.type
  const condition = c.compile(node.condition, { kind: 'item', type: item, path: list.path, up: scope })
  const { kind } = condition.type
  if (kind !== 'number' && kind !== 'boolean' && kind !== 'any' && kind !== 'null') {
    c.report(node.condition, 'wrong-operand-type', { found: describeType(condition.type), expected: 'boolean or number' })
  }
  const type = kind === 'number' ? item : agrees(BOOLEAN, condition.type) && kind !== 'any' ? listOf(item) : ANY
  return { type, run: filter(list.run, condition.run), ...(list.path ? { path: list.path } : {}) }
}

function filter(list: Evaluate, condition: Evaluate): Evaluate {
  return (run, env) => {
    const value = list(run, env)
    const items: readonly Value[] = isList(value) ? value : value === null ? [] : [value]
    const kept: Value[] = []
    for (const item of items) {
      run.meter.step()
      const scoped: Env = { value: item, up: env }
      const holds = condition(run, scoped)
      if (holds instanceof Decimal) return itemAt(items, holds)
      if (holds === true) kept.push(item)
    }
    if (items.length > 0) return kept
    if (value === null && condition(run, { value: null, up: env }) instanceof Decimal) return null
    return condition(run, { value: null, up: env }) instanceof Decimal ? null : kept
  }
}

/** The item at a position counted from 1, or with a minus from the end; null where there is none. */
export function itemAt(items: readonly Value[], position: Decimal): Value {
  const index = toNumber(floor(position))
  if (index > 0) return items[index - 1] ?? null
  return index < 0 ? (items[items.length + index] ?? null) : null
}
