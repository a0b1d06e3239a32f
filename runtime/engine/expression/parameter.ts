import { FeelDate, midnight } from './temporal.ts'
import { conforms, type FeelType } from './type.ts'
import { isList, type Kind, kindOf, type Value } from './value.ts'

export interface Parameter {
  readonly name: string
  /** What it takes; `any` takes all. */
  readonly kinds: readonly (Kind | 'any')[]
  readonly optional?: boolean
  /** Blank is a value here, rather than making the result blank. */
  readonly nullable?: boolean
  /** What a list given here is made of; said by the check, for at run time the function looks itself. */
  readonly of?: readonly Kind[]
  /** Of a declared type, which may say more than the kind. */
  readonly type?: FeelType
  /** The types of the parameters of a function given here, from the types of the arguments before it. */
  readonly lambda?: (args: readonly FeelType[]) => readonly FeelType[]
}

/** Whether an argument of this type may be given, with FEEL's implicit conversions. */
export function acceptable({ kinds, of }: Parameter, type: FeelType): boolean {
  if (type.kind === 'any' || type.kind === 'null') return true
  if (of) {
    const item = type.kind === 'list' ? type.of.kind : type.kind
    return item === 'any' || item === 'null' || of.includes(item)
  }
  if (kinds.includes('any') || kinds.includes(type.kind) || kinds.includes('list')) return true
  return type.kind === 'date' && kinds.includes('date and time')
}

/**
 * The value as the parameter takes it (DMN 1.5, 10.3.2.9.4): a list of one thing stands for the thing, a thing
 * for a list of it, a date for its midnight in UTC. Undefined where it does not fit.
 */
export function coerce(parameter: Parameter, value: Value): Value | undefined {
  const { kinds } = parameter
  if (value === null) return parameter.nullable ? null : undefined
  const kind = kindOf(value)
  if (kinds.includes('any') || (kinds.includes(kind) && (!parameter.type || conforms(value, parameter.type)))) return value
  if (isList(value) && value.length === 1 && !kinds.includes('list')) return coerce(parameter, value[0]!)
  if (kinds.includes('list') && !isList(value)) {
    const list = [value]
    return !parameter.type || conforms(list, parameter.type) ? list : undefined
  }
  if (value instanceof FeelDate && kinds.includes('date and time')) return midnight(value)
  return undefined
}
