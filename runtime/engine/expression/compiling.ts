import type { Meter } from './budget.ts'
import type { ExpressionFinding, FindingCode } from './finding.ts'
import type { Host } from './host.ts'
import type { Node } from './syntax.ts'
import type { FeelType } from './type.ts'
import type { Value } from './value.ts'

/** One evaluation. */
export interface Run {
  readonly host: Host
  readonly meter: Meter
}

/** The values of local names, innermost first; the compiler knows how far up each one lies. */
export interface Env {
  readonly value: Value
  readonly up: Env | null
}

export type Evaluate = (run: Run, env: Env | null) => Value

/** A piece of an expression, ready to run. */
export interface Compiled {
  readonly type: FeelType
  readonly run: Evaluate
  /** Where its value comes from, as a dotted path of names: `works.price`. */
  readonly path?: string
  /** Set where the value is known already; a literal or what follows from literals alone. */
  readonly constant?: { readonly value: Value }
}

/** The local names around a piece. Each layer is one link of the `Env` chain. */
export type Scope = Variable | Item

export interface Variable {
  readonly kind: 'variable'
  readonly name: string
  readonly type: FeelType
  readonly path?: string | undefined
  readonly up: Scope | null
  /** Becomes true when the name is read. */
  used: boolean
}

/** The item that a filter looks at: `item`, and its members by their bare names. */
export interface Item {
  readonly kind: 'item'
  readonly type: FeelType
  readonly path?: string | undefined
  readonly up: Scope | null
}

/** What the parts of the compiler share while one expression is compiled. */
export interface Compiling {
  readonly compile: (node: Node, scope: Scope | null) => Compiled
  /** The type of a bare name of the card; undefined where there is none. */
  readonly names: (name: string) => FeelType | undefined
  readonly known: () => Iterable<string>
  /** False where the name or function may not be used in this place. */
  readonly allows: (name: string) => boolean
  /** What the types say; passed over where types are not to be checked. */
  readonly report: (node: { from: number; to: number }, code: FindingCode, facts?: Partial<ExpressionFinding>) => void
  /** What is refused in any case. */
  readonly refuse: (node: { from: number; to: number }, code: FindingCode, facts?: Partial<ExpressionFinding>) => void
  readonly use: (path: string) => void
  readonly unuse: (path: string) => void
  readonly called: (call: NodeCall) => void
}

/** A call of `at`, `passed`, `outcome` or `visits`, for the check that the node exists. */
export interface NodeCall {
  readonly function: string
  readonly node: string
  readonly from: number
  readonly to: number
}

export function variable(name: string, type: FeelType, up: Scope | null, path?: string): Variable {
  return { kind: 'variable', name, type, path, up, used: false }
}

export function constantOf(value: Value, type: FeelType): Compiled {
  return { type, run: () => value, constant: { value } }
}
