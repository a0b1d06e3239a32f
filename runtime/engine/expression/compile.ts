import { DEFAULT_BUDGET, Meter } from './budget.ts'
import { compileCall, compileContext, compileFunction } from './compile-call.ts'
import { compileIn, compileInterval, compileOpenRange } from './compile-in.ts'
import { compileFilter, compileList } from './compile-list.ts'
import { compileFor, compileQuantified } from './compile-loop.ts'
import { compileName, compilePath } from './compile-name.ts'
import {
  compileArithmetic,
  compileBetween,
  compileComparison,
  compileIf,
  compileInstance,
  compileLogic,
  compileNegation,
} from './compile-operator.ts'
import { type Compiled, type Compiling, constantOf, type NodeCall, type Scope } from './compiling.ts'
import type { ExpressionFinding, FindingCode } from './finding.ts'
import type { Host } from './host.ts'
import { parse } from './parse.ts'
import type { Node } from './syntax.ts'
import { ANY, agrees, BOOLEAN, describeType, type FeelType, typeOf } from './type.ts'
import type { Value } from './value.ts'

export interface CompileOptions {
  /** The type of a bare name; undefined where there is none. */
  readonly names: (name: string) => FeelType | undefined
  /** All bare names, for "did you mean". */
  readonly known?: () => Iterable<string>
  /** The type that the result must have. */
  readonly expected?: FeelType
  /** What may be used here; each is allowed unless false. `process` is `at passed outcome visits`. */
  readonly allow?: { readonly today?: boolean; readonly now?: boolean; readonly me?: boolean; readonly process?: boolean }
  /**
   * Types are checked unless this is false: then what does not fit is blank when it runs, as the DMN
   * specification says. For conformance tests; definitions are always checked.
   */
  readonly checkTypes?: boolean
}

/** An expression, ready to run as often as wanted. It keeps no state between evaluations. */
export interface Expression {
  readonly source: string
  readonly type: FeelType
  readonly node: Node
  /** What it reads: dotted paths (`amount`, `counterparty.taxNumber`, `row.quantity`) and functions that are not pure (`today`, `at`). */
  readonly uses: readonly string[]
  /** Its calls of `at`, `passed`, `outcome`, `visits`. */
  readonly calls: readonly NodeCall[]
  /** Throws `BudgetExceeded` and nothing else. */
  evaluate(host: Host): Value
}

export type CompileResult =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly findings: readonly ExpressionFinding[] }

/** Compiles FEEL once, to closures. Refuses what it cannot read, does not know or does not support; nothing of that waits to become a silent blank. */
export function compileExpression(source: string, options: CompileOptions): CompileResult {
  return compileSource(source, 'expression', options, null)
}

/** DMN unary tests, `< 10, [20..30]`, over the value `?`, which the host gives under that name. */
export function compileUnaryTests(source: string, subject: FeelType, options: CompileOptions): CompileResult {
  const names = (name: string) => (name === '?' ? subject : options.names(name))
  return compileSource(source, 'unary-tests', { ...options, names, expected: BOOLEAN }, null)
}

function compileSource(source: string, top: 'expression' | 'unary-tests', options: CompileOptions, scope: Scope | null): CompileResult {
  const parsed = parse(source, top)
  if (!parsed.ok) return parsed
  const compiler = new Compiler(options)
  const compiled = compiler.compile(parsed.node, scope)
  const { expected } = options
  if (expected && compiler.findings.length === 0 && !agrees(expected, compiled.type) && !isChoiceAsText(expected, compiled)) {
    compiler.report(parsed.node, 'wrong-result-type', { found: describeType(compiled.type), expected: describeType(expected) })
  }
  if (compiler.findings.length > 0) return { ok: false, findings: compiler.findings }
  const { run } = compiled
  const expression: Expression = {
    source,
    type: compiled.type,
    node: parsed.node,
    uses: compiler.usedPaths(),
    calls: compiler.calls,
    evaluate: (host) => run({ host, meter: new Meter(host.budget ?? DEFAULT_BUDGET) }, null),
  }
  return { ok: true, expression }
}

/**
 * The value of a piece of an expression that was compiled before, with nothing but what the host gives; for the parts
 * of a condition that become parameters of a query.
 */
export function evaluateNode(node: Node, host: Host): Value {
  const { run } = new Compiler({ names: () => ANY, checkTypes: false }).compile(node, null)
  return run({ host, meter: new Meter(host.budget ?? DEFAULT_BUDGET) }, null)
}

// A default of a choice field is written as the id of its item.
function isChoiceAsText(expected: FeelType, compiled: Compiled): boolean {
  return expected.kind === 'reference' && expected.to === 'choice' && compiled.type.kind === 'string'
}

class Compiler implements Compiling {
  readonly findings: ExpressionFinding[] = []
  readonly calls: NodeCall[] = []
  readonly paths = new Map<string, number>()
  readonly options: CompileOptions
  readonly names: Compiling['names']

  constructor(options: CompileOptions) {
    this.options = options
    this.names = options.names
  }

  readonly known = (): Iterable<string> => this.options.known?.() ?? []

  readonly allows = (name: string): boolean => {
    const allow = this.options.allow ?? {}
    if (name === 'today' || name === 'now' || name === 'me') return allow[name] !== false
    return ['at', 'passed', 'outcome', 'visits'].includes(name) ? allow.process !== false : true
  }

  readonly report = (node: { from: number; to: number }, code: FindingCode, facts: Partial<ExpressionFinding> = {}): void => {
    if (this.options.checkTypes !== false) this.refuse(node, code, facts)
  }

  readonly refuse = ({ from, to }: { from: number; to: number }, code: FindingCode, facts: Partial<ExpressionFinding> = {}): void => {
    this.findings.push({ code, from, to, ...facts })
  }

  readonly called = (call: NodeCall): void => {
    this.calls.push(call)
  }

  readonly use = (path: string): void => {
    this.paths.set(path, (this.paths.get(path) ?? 0) + 1)
  }

  readonly unuse = (path: string): void => {
    this.paths.set(path, (this.paths.get(path) ?? 0) - 1)
  }

  usedPaths(): string[] {
    return [...this.paths].filter(([path, count]) => count > 0 && path !== '?').map(([path]) => path)
  }

  readonly compile = (node: Node, scope: Scope | null): Compiled => {
    switch (node.kind) {
      case 'literal':
        return constantOf(node.value, typeOf(node.value))
      case 'name':
        return compileName(node, scope, this)
      case 'path':
        return compilePath(node, scope, this)
      case 'filter':
        return compileFilter(node, scope, this)
      case 'call':
        return compileCall(node, scope, this)
      case 'arithmetic':
        return compileArithmetic(node, scope, this)
      case 'negate':
        return compileNegation(node, scope, this)
      case 'compare':
        return compileComparison(node, scope, this)
      case 'and':
      case 'or':
        return compileLogic(node, scope, this)
      case 'between':
        return compileBetween(node, scope, this)
      case 'in':
        return compileIn(node, scope, this)
      case 'interval':
        return compileInterval(node, scope, this)
      case 'open-range':
        return compileOpenRange(node, scope, this)
      case 'if':
        return compileIf(node, scope, this)
      case 'for':
        return compileFor(node, scope, this)
      case 'quantified':
        return compileQuantified(node, scope, this)
      case 'list':
        return compileList(node, scope, this)
      case 'context':
        return compileContext(node, scope, this)
      case 'function':
        return compileFunction(node, scope, this)
      case 'instance':
        return compileInstance(node, scope, this)
    }
  }
}
