import type { Run } from '../compiling.ts'
import type { ExpressionFinding } from '../finding.ts'
import type { Parameter } from '../parameter.ts'
import type { FeelType } from '../type.ts'
import type { Kind, Value } from '../value.ts'

export interface Signature {
  readonly parameters: readonly Parameter[]
  /** The last parameter may be given any number of times. */
  readonly rest?: boolean
}

export interface Overload extends Signature {
  readonly result: (args: readonly FeelType[]) => FeelType
  readonly call: (args: readonly Value[], run: Run) => Value
}

export interface Builtin {
  readonly name: string
  readonly overloads: readonly Overload[]
  /** The same arguments give the same value, whenever asked. */
  readonly pure: boolean
  /** What can be said of arguments that are literals; undefined stands for one that is not. */
  readonly check?: (constants: readonly (Value | undefined)[]) => Pick<ExpressionFinding, 'code' | 'found' | 'expected'> | null
}

type Kinds = readonly (Kind | 'any')[]

/**
 * Parameters in one line: `string start:number length:number?`. Kinds are joined by `|`, blanks in them and in
 * names are written `_`; `?` may be left out, `~` may be blank.
 */
export function parameters(text: string): Parameter[] {
  return text
    .split(' ')
    .filter(Boolean)
    .map((part) => {
      const match = /^([A-Za-z0-9_]+)(?::([a-z_|]+))?([?~]*)$/.exec(part)!
      const kinds = (match[2] ?? 'any').split('|').map((kind) => kind.replaceAll('_', ' ')) as unknown as Kinds
      const name = match[1]!.replaceAll('_', ' ')
      return {
        name,
        kinds,
        ...(match[3]!.includes('?') ? { optional: true } : {}),
        ...(match[3]!.includes('~') ? { nullable: true } : {}),
      }
    })
}

type Result = FeelType | ((args: readonly FeelType[]) => FeelType)

export function overload<A extends readonly Value[]>(
  text: string,
  result: Result,
  call: (args: A, run: Run) => Value,
  rest = false,
): Overload {
  return {
    parameters: parameters(text),
    result: typeof result === 'function' ? result : () => result,
    call: call as unknown as Overload['call'],
    ...(rest ? { rest } : {}),
  }
}

export function builtin(name: string, ...overloads: readonly Overload[]): Builtin {
  return { name, overloads, pure: true }
}
