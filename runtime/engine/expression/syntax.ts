import type { FeelType } from './type.ts'
import type { Operator, Value } from './value.ts'

/** Our own tree of an expression: what the compiler, the type check and the SQL reading walk. Offsets point into the source. */
export type Node = { readonly from: number; readonly to: number } & NodeBody

export type NodeBody =
  | { readonly kind: 'literal'; readonly value: Value }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'path'; readonly base: Node; readonly member: string }
  | { readonly kind: 'filter'; readonly list: Node; readonly condition: Node }
  | { readonly kind: 'call'; readonly target: Node; readonly args: readonly Argument[] }
  | { readonly kind: 'arithmetic'; readonly operator: Arithmetic; readonly left: Node; readonly right: Node }
  | { readonly kind: 'negate'; readonly operand: Node }
  | { readonly kind: 'compare'; readonly operator: Operator; readonly left: Node; readonly right: Node }
  | { readonly kind: 'and' | 'or'; readonly left: Node; readonly right: Node }
  | { readonly kind: 'between'; readonly value: Node; readonly low: Node; readonly high: Node }
  | { readonly kind: 'in'; readonly value: Node; readonly tests: readonly Node[] }
  | {
      readonly kind: 'interval'
      readonly start: Node
      readonly end: Node
      readonly startIncluded: boolean
      readonly endIncluded: boolean
    }
  | { readonly kind: 'open-range'; readonly operator: Operator; readonly operand: Node }
  | { readonly kind: 'if'; readonly condition: Node; readonly then: Node; readonly otherwise: Node }
  | { readonly kind: 'for'; readonly iterators: readonly Iterator[]; readonly body: Node }
  | { readonly kind: 'quantified'; readonly every: boolean; readonly iterators: readonly Iterator[]; readonly condition: Node }
  | { readonly kind: 'list'; readonly items: readonly Node[] }
  | { readonly kind: 'context'; readonly entries: readonly Entry[] }
  | { readonly kind: 'function'; readonly parameters: readonly Parameter[]; readonly body: Node }
  | { readonly kind: 'instance'; readonly value: Node; readonly type: FeelType | null }

export type Arithmetic = '+' | '-' | '*' | '/' | '**'

export interface Argument {
  /** Null for one given by position. */
  readonly name: string | null
  readonly value: Node
}

export interface Iterator {
  readonly name: string
  readonly list: Node
  /** The upper end of `1..3`. */
  readonly end: Node | null
}

export interface Entry {
  readonly key: string
  readonly value: Node
}

export interface Parameter {
  readonly name: string
  readonly type: FeelType | null
}

export type NodeOf<K extends Node['kind']> = Extract<Node, { kind: K }>
