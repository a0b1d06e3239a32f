import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from '../../runtime/engine/expression/parse.ts'
import {
  type Comparison,
  type Condition,
  type ConditionGroup,
  type ConditionValue,
  isPlain,
  readCondition,
  writeCondition,
} from './conditions.ts'

const names = fc.constantFrom('amount', 'status', 'signedOn', 'counterparty.taxNumber', 'row.due', 'urgent')
const value: fc.Arbitrary<ConditionValue> = fc.oneof(
  fc.integer({ min: -1000, max: 1_000_000 }).map((one): ConditionValue => ({ kind: 'number', value: String(one) })),
  fc.string({ unit: 'grapheme', maxLength: 12 }).map((one): ConditionValue => ({ kind: 'text', value: one })),
  fc.boolean().map((one): ConditionValue => ({ kind: 'boolean', value: one })),
  fc.constantFrom<ConditionValue>(
    { kind: 'date', value: '2026-11-23' },
    { kind: 'today' },
    { kind: 'today', plus: 'P30D' },
    { kind: 'today', plus: '-P1Y' },
    { kind: 'duration', value: 'P2D' },
    { kind: 'path', value: 'validUntil' },
  ),
)
const many = (comparison: Comparison): [number, number] => {
  if (comparison === 'between') return [2, 2]
  if (comparison === 'one-of' || comparison === 'none-of') return [1, 3]
  return ['blank', 'filled', 'yes', 'no'].includes(comparison) ? [0, 0] : [1, 1]
}
const row: fc.Arbitrary<Condition> = fc
  .constantFrom<Comparison>(
    'is',
    'is-not',
    'above',
    'at-least',
    'below',
    'at-most',
    'between',
    'one-of',
    'none-of',
    'blank',
    'filled',
    'yes',
    'no',
    'contains',
    'starts-with',
  )
  .chain((comparison) => {
    const [minLength, maxLength] = many(comparison)
    return fc.record({
      kind: fc.constant('row' as const),
      field: names,
      comparison: fc.constant(comparison),
      values: fc.array(value, { minLength, maxLength }),
    })
  })
const locked: fc.Arbitrary<Condition> = fc
  .constantFrom(
    'visits("draft") < 3',
    'if urgent then amount > 5 else amount > 50',
    'some part in works satisfies part.price > 10',
    'a + b > c',
    '(amount) * 2 > 3',
  )
  .map((source) => ({ kind: 'locked', source }))

/** Groups as reading makes them: of two rows at least, and none within one of its own kind. */
const group = (depth: number, join: 'all' | 'any'): fc.Arbitrary<ConditionGroup> =>
  fc
    .array(depth === 0 ? fc.oneof(row, locked) : fc.oneof(row, locked, group(depth - 1, join === 'all' ? 'any' : 'all')), {
      minLength: 2,
      maxLength: 4,
    })
    .map((rows) => ({ kind: 'group', join, rows }))
const condition = fc.oneof(group(2, 'all'), group(2, 'any'))

describe('conditions as rows', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(condition, (rows) => {
        expect(readCondition(writeCondition(rows))).toEqual(rows)
      }),
    )
  })
  it('are written the same however often they are read', () => {
    fc.assert(
      fc.property(condition, (rows) => {
        const once = writeCondition(rows)
        expect(writeCondition(readCondition(once))).toBe(once)
      }),
    )
  })
  it('mean what the expression meant, whatever it is', () => {
    const sources = [
      'amount > 100 and (status = "open" or urgent)',
      'a or b and c',
      '(a or b) and c',
      'not(a and b) or c',
      'x in [1..5] and y',
      'x in (1, < 5) and y',
      'status in ("a", "b")',
      'not(status in ("a"))',
      'a = b = c',
      'a between 1 and 2 and b',
      'signedOn > date("2026-01-01") and signedOn < date(2026, 1, 1)',
      'validUntil < today() + duration("P30D")',
      'count(works) > 0 and works[price > 3].price = 4',
      'if a then b else c',
      'a and (if b then c else d)',
      '-amount > -3',
      'x = "a \\"quoted\\" \\u0041"',
      'at("legal") and passed("money")',
      'every x in list satisfies x > 3 and a',
      'a // why\n and b',
      '{ a: 1 }.a = 1 and b',
    ]
    for (const source of sources) {
      const written = writeCondition(readCondition(source))!
      expect(meaning(written), source).toEqual(meaning(source))
    }
  })
  it('leave what they cannot show as it stands', () => {
    expect(readCondition('amount > 3 and visits("draft") < 3').rows).toEqual([
      { kind: 'row', field: 'amount', comparison: 'above', values: [{ kind: 'number', value: '3' }] },
      { kind: 'locked', source: 'visits("draft") < 3' },
    ])
    expect(readCondition('amount >').rows).toEqual([{ kind: 'locked', source: 'amount >' }])
    expect(readCondition('a /* b */ and c').rows).toEqual([{ kind: 'locked', source: 'a /* b */ and c' }])
    expect(isPlain(readCondition('a and b = 1'))).toBe(true)
    expect(isPlain(readCondition('a and b + 1 = 1'))).toBe(false)
  })
  it('ask nothing where nothing is written', () => {
    expect(readCondition(undefined).rows).toEqual([])
    expect(writeCondition({ kind: 'group', join: 'all', rows: [{ kind: 'group', join: 'any', rows: [] }] })).toBeUndefined()
  })
})

/** The tree without positions; what is joined the same way side by side, dates as they are read. */
function meaning(source: string): unknown {
  const parsed = parse(source)
  if (!parsed.ok) return source
  const plain = (node: unknown): unknown => {
    if (typeof node === 'bigint') return String(node)
    if (typeof node !== 'object' || node === null) return node
    if (Array.isArray(node)) return node.map(plain)
    const { kind, from, to, ...rest } = node as Record<string, unknown> & { kind?: string }
    if (kind === 'and' || kind === 'or') return { kind, of: flat(node as never, kind) }
    if (kind === 'call' && JSON.stringify((rest.target as { name?: string }).name)?.match(/^"(date|duration)"$/)) {
      const [first] = rest.args as { value: { value?: unknown } }[]
      if ((rest.args as unknown[]).length === 1 && typeof first?.value.value === 'string') return plain(meaningOfLiteral(first.value.value))
    }
    if (kind === 'in') {
      const tests = rest.tests as { kind: string; items?: unknown[] }[]
      return { kind, value: plain(rest.value), tests: plain(tests.length === 1 && tests[0]!.kind === 'list' ? tests[0]!.items : tests) }
    }
    return {
      ...(kind !== undefined && { kind }),
      name: (node as object).constructor.name,
      ...Object.fromEntries(Object.entries(rest).map(([key, one]) => [key, plain(one)])),
    }
  }
  const flat = (node: { kind: string; left: never; right: never }, kind: string): unknown[] =>
    node.kind === kind ? [...flat(node.left, kind), ...flat(node.right, kind)] : [plain(node)]
  return plain(parsed.node)
}

function meaningOfLiteral(text: string): unknown {
  const parsed = parse(`@"${text}"`)
  return parsed.ok ? parsed.node : text
}
