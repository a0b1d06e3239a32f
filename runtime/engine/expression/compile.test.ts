import { describe, expect, it } from 'vitest'
import { type CompileOptions, compileExpression, compileUnaryTests } from './compile.ts'
import { parseDecimal } from './decimal.ts'
import type { Host } from './host.ts'
import { parseDateTime } from './temporal.ts'
import { toText } from './text.ts'
import { ANY, BOOLEAN, contextOf, DATE, type FeelType, listOf, NUMBER, referenceTo, STRING } from './type.ts'
import type { Reference, Value } from './value.ts'

const counterparty: FeelType = {
  kind: 'reference',
  to: 'link',
  member: (name) => (name === 'parent' ? counterparty : name === 'taxNumber' ? STRING : undefined),
  names: () => ['taxNumber', 'parent'],
}
const types: Record<string, FeelType> = {
  amount: NUMBER,
  paid: NUMBER,
  subject: STRING,
  signedOn: DATE,
  region: referenceTo('choice', {}, ['North', 'South']),
  works: listOf(contextOf({ what: STRING, quantity: NUMBER, due: DATE })),
  counterparty,
  row: contextOf({ quantity: NUMBER, price: NUMBER }),
  urgent: BOOLEAN,
  me: referenceTo('person'),
}
const options: CompileOptions = { names: (name) => types[name], known: () => Object.keys(types) }

function number(text: string): Value {
  return parseDecimal(text)
}

const values: Record<string, Value> = {
  amount: number('348600'),
  paid: null,
  region: { kind: 'choice', id: 'North' },
  counterparty: { kind: 'link', type: 'counterparty', id: 'c1' },
  works: [
    new Map<string, Value>([
      ['what', 'roof'],
      ['quantity', number('2')],
      ['due', null],
    ]),
    new Map<string, Value>([
      ['what', 'wall'],
      ['quantity', number('7')],
      ['due', null],
    ]),
  ],
}

const host: Host = {
  name: (name) => values[name] ?? null,
  read: (reference: Reference, member: string) => (member === 'taxNumber' ? `RO-${reference.id}` : null),
  now: () => parseDateTime('2026-11-25T10:00:00@Europe/Bucharest'),
  call: (name, args) => (name === 'visits' ? number(args[0] === 'draft' ? '2' : '0') : null),
}

function evaluate(source: string): string | null {
  const compiled = compileExpression(source, options)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.findings))
  return toText(compiled.expression.evaluate(host))
}

function findings(source: string, more: Partial<CompileOptions> = {}) {
  const compiled = compileExpression(source, { ...options, ...more })
  return compiled.ok ? [] : compiled.findings
}

function uses(source: string): readonly string[] {
  const compiled = compileExpression(source, options)
  return compiled.ok ? [...compiled.expression.uses].sort() : ['refused']
}

describe('an expression over a card', () => {
  it('is exact where binary numbers are not', () => expect(evaluate('0.1 + 0.2 = 0.3')).toBe('true'))
  it('reads fields and compares a choice with an id in quotes', () => expect(evaluate('amount > 10000 and region = "North"')).toBe('true'))
  it('reads through a link', () => expect(evaluate('counterparty.taxNumber')).toBe('RO-c1'))
  it('filters the rows of a table by their own fields', () => expect(evaluate('works[quantity > 5].what')).toBe('["wall"]'))
  it('takes blank as not known', () => expect(evaluate('paid > 0')).toBe(null))
  it('lets what decides win over what is not known', () => expect(evaluate('amount > 0 or paid > 0')).toBe('true'))
  it('adds up a column without blanks, and nothing to 0', () => {
    expect(evaluate('total(works.quantity)')).toBe('9')
    expect(evaluate('total([null, 1.5])')).toBe('1.5')
    expect(evaluate('total([])')).toBe('0')
  })
  it('asks the host for the day and for the process', () => {
    expect(evaluate('today() + duration("P1D")')).toBe('2026-11-26')
    expect(evaluate('visits("draft") > 1')).toBe('true')
  })
  it('runs loops, quantifiers and functions', () => {
    expect(evaluate('for i in 1..4 return if i < 3 then i else sum(partial)')).toBe('[1, 2, 3, 6]')
    expect(evaluate('some w in works satisfies w.quantity > 5')).toBe('true')
    expect(evaluate('sort(works, function(x, y) x.quantity > y.quantity).what')).toBe('["wall", "roof"]')
    expect(evaluate('{ double: function(n) n * 2, six: double(3) }.six')).toBe('6')
  })
  it('tests a value against ranges, lists and conditions', () => {
    expect(evaluate('amount in (1, >= 300000)')).toBe('true')
    expect(evaluate('amount in [1..10]')).toBe('false')
    expect(evaluate('region in ("South", "North")')).toBe('true')
    expect(evaluate('amount in (? / 2 > 1000000)')).toBe('false')
  })
})

describe('what an expression uses', () => {
  it('is the longest paths that it reads', () =>
    expect(uses('counterparty.parent.taxNumber = "1"')).toEqual(['counterparty.parent.taxNumber']))
  it('follows rows through filters and loops', () => {
    expect(uses('works[quantity > 1]')).toEqual(['works', 'works.quantity'])
    expect(uses('for w in works return w.due')).toEqual(['works', 'works.due'])
    expect(uses('row.quantity * row.price')).toEqual(['row.price', 'row.quantity'])
  })
  it('names the functions that ask the world', () => expect(uses('today() > signedOn and me = me')).toEqual(['me', 'signedOn', 'today']))
})

describe('the check', () => {
  it('knows a misspelt name', () =>
    expect(findings('amout > 1')).toMatchObject([{ code: 'unknown-name', name: 'amout', didYouMean: 'amount', from: 0, to: 5 }]))
  it('knows a misspelt function', () => expect(findings('cuont(works)')).toMatchObject([{ code: 'unknown-function', didYouMean: 'count' }]))
  it('knows a misspelt member', () =>
    expect(findings('counterparty.taxNumer')).toMatchObject([{ code: 'unknown-member', didYouMean: 'taxNumber' }]))
  it('corrects == to =', () =>
    expect(findings('amount == 3')).toMatchObject([{ code: 'wrong-operator', found: '==', expected: '=', from: 7, to: 9 }]))
  it('corrects what other languages write', () => {
    expect(findings('amount <> 3')).toMatchObject([{ code: 'wrong-operator', found: '<>', expected: '!=' }])
    expect(findings('urgent AND urgent')).toMatchObject([{ code: 'wrong-operator', found: 'AND', expected: 'and', from: 7, to: 10 }])
    expect(findings("subject = 'x'")).toMatchObject([{ code: 'wrong-operator', found: "'", expected: '"' }])
    expect(findings('signedOn > "2026-01-01"')).toMatchObject([{ code: 'wrong-operand-type', expected: '@"2026-01-01"' }])
    expect(findings('signedOn = "2026-01-01"')).toMatchObject([{ code: 'never-equal', expected: '@"2026-01-01"' }])
  })
  it('refuses to add up what are no numbers', () => {
    expect(findings('total(works)')).toMatchObject([{ code: 'wrong-argument-type', found: 'list of context' }])
    expect(findings('sum(works.what)')).toMatchObject([{ code: 'wrong-argument-type', found: 'list of string' }])
    expect(findings('max(works.due)')).toEqual([])
  })
  it('corrects && to and', () =>
    expect(findings('urgent && urgent')).toMatchObject([{ code: 'wrong-operator', found: '&&', expected: 'and' }]))
  it('refuses operands that do not fit', () =>
    expect(findings('amount + "x"')).toMatchObject([{ code: 'wrong-operand-type', found: 'number + string' }]))
  it('refuses what can never be equal', () => expect(findings('amount = "3"')).toMatchObject([{ code: 'never-equal' }]))
  it('refuses an item that a choice does not have', () => {
    for (const source of ['region = "Nort"', '"Nort" != region', 'region in ("South", "Nort")', 'region in ["Nort"]']) {
      expect(findings(source)).toMatchObject([{ code: 'unknown-choice', found: 'Nort', didYouMean: 'North' }])
    }
  })
  it('judges patterns before anything runs', () => {
    expect(findings('matches(subject, "(a")')).toMatchObject([{ code: 'invalid-pattern', found: '(a', expected: 'syntax' }])
    expect(findings('matches(subject, "(a)\\1")')).toMatchObject([{ code: 'not-supported', expected: 'back-reference' }])
    expect(findings('replace(subject, "a*", "b")')).toMatchObject([{ code: 'invalid-pattern', expected: 'not-empty' }])
    expect(findings('matches(subject, subject)')).toMatchObject([{ code: 'invalid-pattern', expected: 'literal' }])
    expect(findings('matches(subject, "^[A-Z]{2}-[0-9]+$")')).toEqual([])
  })
  it('refuses an argument of the wrong type', () =>
    expect(findings('string length(amount)')).toMatchObject([{ code: 'wrong-argument-type', found: 'number', expected: 'string' }]))
  it('refuses a result of the wrong type', () =>
    expect(findings('amount', { expected: BOOLEAN })).toMatchObject([{ code: 'wrong-result-type', found: 'number', expected: 'boolean' }]))
  it('knows the type of a duration that is written out', () =>
    expect(findings('signedOn - duration("P30D") > amount')).toMatchObject([{ code: 'wrong-operand-type', found: 'date > number' }]))
  it('refuses a date that does not exist', () =>
    expect(findings('date("2026-02-30")')).toMatchObject([{ code: 'invalid-literal', found: '2026-02-30' }]))
  it('refuses what is not supported', () =>
    expect(findings('(function(a) external { java: a })(1)')).toMatchObject([{ code: 'not-supported' }]))
  it('refuses today() where it may not be used', () =>
    expect(findings('today() > signedOn', { allow: { today: false } })).toMatchObject([{ code: 'not-allowed-here', name: 'today' }]))
  it('says where the syntax breaks', () => expect(findings('amount > ')).toMatchObject([{ code: 'syntax-error' }]))
  it('lets functions of FEEL be called where every name is admitted', () => {
    const compiled = compileExpression('count(works) + 1', { names: () => ANY, checkTypes: false })
    expect(compiled.ok && toText(compiled.expression.evaluate(host))).toBe('3')
  })
})

describe('a filter over references of unknown type', () => {
  const open: CompileOptions = { names: () => ANY, checkTypes: false }
  const acts: Value = ['1', '2'].map((id) => ({ kind: 'link', type: 'act', id }))
  const of = (knows?: Host['knows']): Host => ({
    ...host,
    name: (name) => (name === 'acts' ? acts : name === 'status' ? 'done' : null),
    read: ({ id }, member) => (member === 'status' && id === '1' ? 'open' : null),
    ...(knows ? { knows } : {}),
  })
  it('reads the name from the item, blank or not, where the host knows it', () => {
    const compiled = compileExpression('count(acts[status = "open"]) * 10 + count(acts[status = "done"])', open)
    expect(compiled.ok && toText(compiled.expression.evaluate(of(() => true)))).toBe('10')
  })
})

describe('unary tests', () => {
  const holds = (source: string, value: Value) => {
    const compiled = compileUnaryTests(source, NUMBER, options)
    return compiled.ok
      ? compiled.expression.evaluate({ ...host, name: (name) => (name === '?' ? value : host.name(name)) })
      : compiled.findings
  }
  it('test the value that they are given', () => {
    expect(holds('< 10, [20..30]', number('25'))).toBe(true)
    expect(holds('< 10, [20..30]', number('15'))).toBe(false)
    expect(holds('not(1, 2)', number('3'))).toBe(true)
    expect(holds('-', number('3'))).toBe(true)
    expect(holds('modulo(?, 2) = 1', number('3'))).toBe(true)
    expect(holds('"x"', number('3'))).toMatchObject([{ code: 'never-equal' }])
  })
})

describe('the budget', () => {
  it('stops what goes on too long', () => {
    const compiled = compileExpression('count(for a in 1..1000, b in 1..1000 return a)', options)
    expect(() => compiled.ok && compiled.expression.evaluate(host)).toThrow('budget of steps')
  })
  it('stops functions that call themselves without end', () => {
    const compiled = compileExpression('(function(f) f(f))(function(f) f(f))', options)
    expect(() => compiled.ok && compiled.expression.evaluate(host)).toThrow('budget of steps')
  })
})
