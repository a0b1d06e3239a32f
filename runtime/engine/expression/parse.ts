import { parser } from 'lezer-feel'
import { parseDecimal } from './decimal.ts'
import type { ExpressionFinding } from './finding.ts'
import { parseTypeName } from './parse-type.ts'
import type { Argument, Arithmetic, Iterator, Node, NodeBody, Parameter } from './syntax.ts'
import { parseDate, parseDateTime, parseDuration, parseTime } from './temporal.ts'
import { childrenOf, nameText, type TreeNode } from './tree.ts'
import type { Operator, Value } from './value.ts'

// What is longer is no condition that a person wrote; the parser's recovery from errors is not linear.
const MAX_LENGTH = 4000
const MAX_DEPTH = 150

/*
 * lezer-feel can learn the names in scope, to read names with blanks and operators in them. Our names have
 * neither, so its tracker is replaced by one that knows nothing and never changes: every identifier is a name by
 * itself, the same text parses the same everywhere, and parsing costs a third.
 */
const cache = { keys: new Set<string>(), prefixes: new Set<string>(), originalMap: new Map<string, string>() }
const nameless = { tokens: [], contextCache: () => cache }
const tracker = {
  start: nameless,
  shift: () => nameless,
  reduce: () => nameless,
  reuse: () => nameless,
  hash: () => 0,
  strict: false,
}
type Configuration = Parameters<typeof parser.configure>[0]
const parsers = {
  expression: parser.configure({ top: 'Expression', contextTracker: tracker as unknown as Configuration['contextTracker'] }),
  'unary-tests': parser.configure({ top: 'UnaryTests', contextTracker: tracker as unknown as Configuration['contextTracker'] }),
}

export type Parsed = { readonly ok: true; readonly node: Node } | { readonly ok: false; readonly findings: readonly ExpressionFinding[] }

/** Reads an expression, or DMN unary tests (which become an `in` of the name `?`), into our own tree. */
export function parse(source: string, top: 'expression' | 'unary-tests' = 'expression'): Parsed {
  if (source.length > MAX_LENGTH)
    return { ok: false, findings: [{ code: 'too-long', from: 0, to: source.length, expected: String(MAX_LENGTH) }] }
  if (source.trim() === '') return { ok: false, findings: [{ code: 'empty', from: 0, to: source.length }] }
  const masked = maskRanges(source)
  const tree: TreeNode = parsers[top].parse(masked).topNode
  const reader = new Reader(source)
  const errors = syntaxErrors(tree, source)
  if (errors.length > 0) return { ok: false, findings: errors }
  const node = reader.top(tree)
  return reader.findings.length > 0 ? { ok: false, findings: reader.findings } : { ok: true, node }
}

// The grammar has no `range<T>`; a type of the same shape and length stands in for it and is told apart by the source.
const RANGE_TYPE = /"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\/|(?<=\bof\s+|<\s*|:\s*|->\s*)range(?=\s*<\s*[A-Za-z])/g

function maskRanges(source: string): string {
  return source.includes('range') ? source.replace(RANGE_TYPE, (text) => (text === 'range' ? 'list ' : text)) : source
}

const KEYWORD = /^(AND|OR|NOT|IF|THEN|ELSE|IN|BETWEEN|FOR|SOME|EVERY|RETURN|SATISFIES)\b/i

const FOREIGN: readonly (readonly [RegExp, string])[] = [
  [/^&&?/, 'and'],
  [/^\|\|?/, 'or'],
  [/^!(?!=)/, 'not(…)'],
  [/^'/, '"'],
  [/^;/, ''],
  [/^<>/, '!='],
  [/^%/, 'modulo(…)'],
]

function syntaxErrors(tree: TreeNode, source: string): ExpressionFinding[] {
  const findings: ExpressionFinding[] = []
  const visit = (node: TreeNode) => {
    for (let child = node.firstChild; child && findings.length < 3; child = child.nextSibling) {
      if (child.name === '⚠') findings.push(syntaxError(source, child))
      else visit(child)
    }
  }
  visit(tree)
  // A word of another language breaks all that follows; it alone is worth saying.
  return findings[0]?.code === 'wrong-operator' ? [findings[0]] : findings
}

function syntaxError(source: string, { from, to }: TreeNode): ExpressionFinding {
  const rest = source.slice(from)
  for (const [pattern, expected] of FOREIGN) {
    const match = pattern.exec(rest)
    if (match) return { code: 'wrong-operator', from, to: from + match[0].length, found: match[0], expected }
  }
  const keyword = KEYWORD.exec(rest)?.[0]
  if (keyword && keyword !== keyword.toLowerCase()) {
    return { code: 'wrong-operator', from, to: from + keyword.length, found: keyword, expected: keyword.toLowerCase() }
  }
  const found = source.slice(from, Math.min(to, from + 40)) || (rest.trim() === '' ? 'the end' : rest.trim().slice(0, 20))
  return { code: 'syntax-error', from, to: Math.max(to, Math.min(from + 1, source.length)), found }
}

const BLANK: NodeBody = { kind: 'literal', value: null }

class Reader {
  readonly findings: ExpressionFinding[] = []
  readonly source: string
  depth = 0

  constructor(source: string) {
    this.source = source
  }

  top(tree: TreeNode): Node {
    const children = childrenOf(tree)
    if (tree.name !== 'UnaryTests') return this.read(children[0]!)
    const subject: Node = { kind: 'name', name: '?', from: tree.from, to: tree.to }
    if (children[0]?.name === 'Wildcard') return this.at(tree, { kind: 'literal', value: true })
    const tests = children.find((child) => child.name === 'PositiveUnaryTests')
    const test = this.at(tree, { kind: 'in', value: subject, tests: tests ? childrenOf(tests).map((child) => this.read(child)) : [] })
    return children[0]?.name === 'not' ? this.at(tree, callOf('not', test)) : test
  }

  text(node: TreeNode): string {
    return this.source.slice(node.from, node.to)
  }

  report(node: { from: number; to: number }, code: ExpressionFinding['code'], facts: Partial<ExpressionFinding> = {}): NodeBody {
    this.findings.push({ code, from: node.from, to: node.to, ...facts })
    return BLANK
  }

  at(node: TreeNode, body: NodeBody): Node {
    return { ...body, from: node.from, to: node.to }
  }

  read(node: TreeNode): Node {
    if (++this.depth > MAX_DEPTH) {
      if (!this.findings.some((finding) => finding.code === 'too-deep')) this.report(node, 'too-deep', { expected: String(MAX_DEPTH) })
      this.depth--
      return this.at(node, BLANK)
    }
    const body = this.body(node)
    this.depth--
    return body
  }

  body(node: TreeNode): Node {
    const children = childrenOf(node)
    const [first, second, third] = children
    switch (node.name) {
      case 'ParenthesizedExpression':
        return this.read(second!)
      case 'PositiveUnaryTest':
        return this.read(first!)
      case 'SimplePositiveUnaryTest':
        if (first!.name === 'Interval') return this.read(first!)
        return this.at(node, { kind: 'open-range', operator: this.text(first!) as Operator, operand: this.read(second!) })
      case 'NumericLiteral':
        return this.at(node, this.number(node))
      case 'StringLiteral':
        return this.at(node, { kind: 'literal', value: unescaped(this.text(node)) })
      case 'BooleanLiteral':
        return this.at(node, { kind: 'literal', value: this.text(node) === 'true' })
      case 'null':
        return this.at(node, BLANK)
      case '?':
        return this.at(node, { kind: 'name', name: '?' })
      case 'VariableName':
        return this.at(node, this.name(node))
      case 'PathExpression':
        return this.at(node, { kind: 'path', base: this.read(first!), member: nameText(this.text(third!)) })
      case 'FilterExpression':
        return this.at(node, { kind: 'filter', list: this.read(first!), condition: this.read(third!) })
      case 'FunctionInvocation':
        return this.call(node, first!, children)
      case 'DateTimeLiteral':
        if (first!.name === 'AtLiteral') return this.at(node, this.atLiteral(first!))
        return this.call(node, first!, children)
      case 'ArithmeticExpression':
        return this.at(node, this.arithmetic(children))
      case 'Comparison':
        return this.comparison(node, children)
      case 'Conjunction':
      case 'Disjunction':
        return this.at(node, { kind: node.name === 'Conjunction' ? 'and' : 'or', left: this.read(first!), right: this.read(third!) })
      case 'IfExpression':
        return this.at(node, {
          kind: 'if',
          condition: this.read(second!),
          then: this.read(children[3]!),
          otherwise: this.read(children[5]!),
        })
      case 'ForExpression':
        return this.at(node, { kind: 'for', iterators: this.iterators(second!), body: this.read(children[3]!) })
      case 'QuantifiedExpression': {
        const every = this.text(first!) === 'every'
        return this.at(node, { kind: 'quantified', every, iterators: this.iterators(second!), condition: this.read(children[3]!) })
      }
      case 'List':
        return this.at(node, { kind: 'list', items: children.filter(isInner).map((child) => this.read(child)) })
      case 'Interval':
        return this.at(node, this.interval(children))
      case 'Context':
        return this.at(node, this.context(children))
      case 'FunctionDefinition':
        return this.at(node, this.functionDefinition(node, children))
      case 'InstanceOfExpression':
        return this.at(node, { kind: 'instance', value: this.read(first!), type: this.type(children[3]!) })
      default:
        return this.at(node, this.report(node, 'not-supported', { found: node.name }))
    }
  }

  name(node: TreeNode): NodeBody {
    const text = this.text(node)
    // Words that follow each other are one name to the grammar: `urgent AND signed` would be unknown, and nobody would see why.
    const shouted = /(?<=\s)(AND|OR|IN|BETWEEN|THEN|ELSE)(?=\s)/.exec(text)
    if (!shouted) return { kind: 'name', name: nameText(text) }
    const from = node.from + shouted.index
    const at = { from, to: from + shouted[0].length }
    return this.report(at, 'wrong-operator', { found: shouted[0], expected: shouted[0].toLowerCase() })
  }

  number(node: TreeNode): NodeBody {
    const value = parseDecimal(this.text(node).replace(/\s+/g, ''))
    return value ? { kind: 'literal', value } : this.report(node, 'invalid-literal', { found: this.text(node), expected: 'number' })
  }

  atLiteral(node: TreeNode): NodeBody {
    const text = unescaped(this.text(node.firstChild!))
    const value: Value = parseDuration(text) ?? parseDate(text) ?? (text.includes('T') ? parseDateTime(text) : parseTime(text))
    return value ? { kind: 'literal', value } : this.report(node, 'invalid-literal', { found: text, expected: 'date, time or duration' })
  }

  arithmetic(children: readonly TreeNode[]): NodeBody {
    const [first, second, third] = children
    if (!third) {
      const operand = this.read(second!)
      return this.text(first!) === '-' ? { kind: 'negate', operand } : { ...operand }
    }
    const text = this.text(second!)
    const operator = (text === '^' ? '**' : text) as Arithmetic
    return { kind: 'arithmetic', operator, left: this.read(first!), right: this.read(third) }
  }

  comparison(node: TreeNode, children: readonly TreeNode[]): Node {
    const [first, second, third] = children
    const value = this.read(first!)
    if (second!.name === 'between') return this.at(node, { kind: 'between', value, low: this.read(third!), high: this.read(children[4]!) })
    if (second!.name === 'in') {
      const tests = children.find((child) => child.name === 'PositiveUnaryTests')
      const list = tests ? childrenOf(tests) : [third!]
      return this.at(node, {
        kind: 'in',
        value,
        tests: list.filter((test) => test.name === 'PositiveUnaryTest').map((test) => this.read(test)),
      })
    }
    const operator = this.text(second!) as Operator
    const foreign = operator + this.source[second!.to]
    if (foreign === '==' || foreign === '<>') {
      const at = { from: second!.from, to: second!.to + 1 }
      return this.at(node, this.report(at, 'wrong-operator', { found: foreign, expected: foreign === '==' ? '=' : '!=' }))
    }
    return this.at(node, { kind: 'compare', operator, left: value, right: this.read(third!) })
  }

  interval(children: readonly TreeNode[]): NodeBody {
    const ends = children.filter((child) => !['[', ']', '(', ')', '..'].includes(child.name))
    return {
      kind: 'interval',
      start: this.read(ends[0]!),
      end: this.read(ends[1]!),
      startIncluded: children[0]!.name === '[',
      endIncluded: children.at(-1)!.name === ']',
    }
  }

  iterators(node: TreeNode): Iterator[] {
    return childrenOf(node)
      .filter((child) => child.name === 'InExpression')
      .map((child) => {
        const [name, , context] = childrenOf(child)
        const ends = childrenOf(context!).filter((end) => end.name !== '..')
        return { name: nameText(this.text(name!)), list: this.read(ends[0]!), end: ends[1] ? this.read(ends[1]) : null }
      })
  }

  context(children: readonly TreeNode[]): NodeBody {
    const entries = children
      .filter((child) => child.name === 'ContextEntry')
      .map((child) => {
        const [key, value] = childrenOf(child)
        const inner = key!.firstChild!
        return {
          key: inner.name === 'StringLiteral' ? unescaped(this.text(inner)) : this.text(inner).trim(),
          value: this.read(value!),
          node: key!,
        }
      })
    for (const [i, { key, node }] of entries.entries()) {
      if (entries.findIndex((other) => other.key === key) < i) this.report(node, 'duplicate-name', { name: key })
    }
    return { kind: 'context', entries: entries.map(({ key, value }) => ({ key, value })) }
  }

  functionDefinition(node: TreeNode, children: readonly TreeNode[]): NodeBody {
    if (children.some((child) => child.name === 'external')) return this.report(node, 'not-supported', { found: 'external function' })
    const formal = children.find((child) => child.name === 'FormalParameters')
    const parameters: Parameter[] = (formal ? childrenOf(formal) : [])
      .filter(({ name }) => name === 'FormalParameter')
      .map((child) => {
        const [name, type] = childrenOf(child)
        return { name: nameText(this.text(name!)), type: type ? this.type(type) : null }
      })
    const body = children.find((child) => child.name === 'FunctionBody')!
    return { kind: 'function', parameters, body: this.read(body.firstChild!) }
  }

  call(node: TreeNode, target: TreeNode, children: readonly TreeNode[]): Node {
    const special = target.name === 'SpecialFunctionName' || target.name === 'DateTimeConstructor'
    const callee = special ? this.at(target, { kind: 'name', name: nameText(this.text(target)) }) : this.read(target)
    return this.at(node, { kind: 'call', target: callee, args: this.arguments(children) })
  }

  arguments(children: readonly TreeNode[]): Argument[] {
    const named = children.find((child) => child.name === 'NamedParameters')
    if (named) {
      return childrenOf(named)
        .filter((child) => child.name === 'NamedParameter')
        .map((child) => {
          const [name, value] = childrenOf(child)
          return { name: nameText(this.text(name!)), value: this.read(value!) }
        })
    }
    const positional = children.find((child) => child.name === 'PositionalParameters')
    return (positional ? childrenOf(positional) : []).filter(isInner).map((child) => ({ name: null, value: this.read(child) }))
  }

  type(node: TreeNode) {
    const type = parseTypeName(node, this.source)
    if (!type) this.report(node, 'unknown-type', { found: this.text(node) })
    return type
  }
}

function callOf(name: string, argument: Node): NodeBody {
  const { from, to } = argument
  return { kind: 'call', target: { kind: 'name', name, from, to }, args: [{ name: null, value: argument }] }
}

function isInner(node: TreeNode): boolean {
  return !['[', ']', '(', ')', ',', '{', '}'].includes(node.name)
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\', "'": "'" }

/** FEEL's escapes; a backslash before anything else stays, so that `"\d+"` is the pattern that it looks like. */
function unescaped(literal: string): string {
  const text = literal.slice(1, -1)
  if (!text.includes('\\')) return text
  return text.replace(/\\(?:U([0-9A-Fa-f]{6})|u([0-9A-Fa-f]{4})|([\s\S]))/g, (all, long?: string, short?: string, one?: string) => {
    if (long) return Number.parseInt(long, 16) <= 0x10ffff ? String.fromCodePoint(Number.parseInt(long, 16)) : all
    if (short) return String.fromCharCode(Number.parseInt(short, 16))
    return ESCAPES[one!] ?? all
  })
}
