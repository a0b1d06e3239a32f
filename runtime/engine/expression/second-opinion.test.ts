import fc from 'fast-check'
import { evaluate as feelin } from 'feelin'
import { describe, expect, it } from 'vitest'
import { compileExpression } from './compile.ts'
import { Decimal, fromNumber, toNumber } from './decimal.ts'
import type { Host } from './host.ts'
import { ANY } from './type.ts'
import { isContext, isList, type Value } from './value.ts'

/** Our values as feelin has them; it computes with binary numbers, so only whole ones are compared. */
function plain(value: Value): unknown {
  if (value instanceof Decimal) return toNumber(value)
  if (isList(value)) return value.map(plain)
  if (value !== null && isContext(value)) return Object.fromEntries([...value].map(([key, item]) => [key, plain(item)]))
  return value
}

const values: Record<string, Value> = { a: fromNumber(3), b: fromNumber(-2), n: null, s: 'abc' }
const host: Host = { name: (name) => values[name] ?? null, read: () => null, now: () => null }

// Without blanks: about those feelin has a mind of its own (`every` takes one for false).
const number = fc.letrec<{ any: string; list: string }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.integer({ min: 0, max: 9 }).map(String),
    fc.constantFrom('a', 'b'),
    fc.tuple(tie('any'), fc.constantFrom('+', '-', '*'), tie('any')).map(([x, operator, y]) => `(${x} ${operator} ${y})`),
    fc.tuple(fc.constantFrom('sum', 'min', 'max', 'count'), tie('list')).map(([name, list]) => `${name}(${list})`),
    fc.tuple(tie('any'), tie('any'), tie('any')).map(([x, y, z]) => `(if ${x} > ${y} then ${z} else ${x})`),
    fc.tuple(tie('list'), fc.constantFrom(1, -1)).map(([list, at]) => `(${list})[${at}]`),
  ),
  list: fc.oneof(
    fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
    fc.tuple(tie('list'), tie('any')).map(([list, x]) => `(for x in ${list} return x + ${x})`),
    fc.tuple(tie('list'), tie('list')).map(([x, y]) => `concatenate(${x}, ${y})`),
    tie('list').map((list) => `reverse(${list})`),
  ),
}))
const filtered = fc.tuple(number.list, number.any).map(([list, x]) => `(${list})[item >= ${x}]`)
const text = fc.oneof(
  fc.constantFrom('"abc"', '"x"', 's', '""'),
  fc.constantFrom('upper case(s)', 'substring(s, 2)', 'substring before(s, "c")', 's + "d"'),
)
const condition = fc.oneof(
  fc.tuple(number.any, fc.constantFrom('<', '<=', '>', '>=', '=', '!='), number.any).map((parts) => parts.join(' ')),
  fc.tuple(text, fc.constantFrom('=', '!=', '<', '>'), text).map((parts) => parts.join(' ')),
  // feelin also lies between the ends when they are the wrong way round.
  fc.tuple(number.any, fc.nat(9), fc.nat(9)).map(([x, y, z]) => `${x} between ${y} and ${y + z}`),
  fc.tuple(number.any, number.list).map(([x, list]) => `list contains(${list}, ${x})`),
  fc.tuple(number.list, number.any).map(([list, x]) => `some y in ${list} satisfies y > ${x}`),
  fc.tuple(number.list, number.any).map(([list, x]) => `every y in ${list} satisfies y > ${x}`),
  text.map((x) => `contains(${x}, "b")`),
)
const logic = fc.oneof(
  condition,
  fc.tuple(condition, fc.constantFrom('and', 'or'), condition).map(([x, operator, y]) => `(${x}) ${operator} not(${y})`),
)

describe('a second opinion', () => {
  it(
    'agrees about whatever it has a value for',
    () =>
      fc.assert(
        fc.property(fc.oneof(number.any, number.list, filtered, logic, text), (source) => {
          const compiled = compileExpression(source, { names: (name) => (name in values ? ANY : undefined), checkTypes: false })
          if (!compiled.ok) throw new Error(JSON.stringify(compiled.findings))
          const ours = plain(compiled.expression.evaluate(host))
          const theirs = feelin(source, { a: 3, b: -2, n: null, s: 'abc' }).value
          // Through JSON, for decimals have no minus zero.
          expect(ours).toEqual(JSON.parse(JSON.stringify(theirs)))
        }),
        { numRuns: 300 },
      ),
    30_000,
  )
})
