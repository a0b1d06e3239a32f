import { kindOf, type Range, type Reference, type Value } from './value.ts'

/**
 * The types that the check infers. Every type admits blank. `any` is "not known" and agrees with everything.
 * The members of contexts and references are asked for by name, so that types may refer to each other in circles
 * (a counterparty's contracts, a contract's counterparty).
 */
export type FeelType =
  | { readonly kind: PlainKind }
  | { readonly kind: 'list'; readonly of: FeelType }
  | { readonly kind: 'range'; readonly of: FeelType }
  | ({ readonly kind: 'context' } & Members)
  | ({ readonly kind: 'reference'; readonly to: Reference['kind'] | 'document'; readonly ids?: readonly string[] } & Members)
  | { readonly kind: 'function'; readonly parameters?: readonly FeelType[]; readonly result: FeelType }

export interface Members {
  /** The type of a member, undefined where there is none of this name. */
  readonly member: (name: string) => FeelType | undefined
  /** All names, for "did you mean" and completion. */
  readonly names: () => readonly string[]
}

export type PlainKind =
  | 'any'
  | 'null'
  | 'boolean'
  | 'number'
  | 'string'
  | 'date'
  | 'time'
  | 'date and time'
  | 'days and time duration'
  | 'years and months duration'

export const ANY: FeelType = { kind: 'any' }
export const NULL: FeelType = { kind: 'null' }
export const BOOLEAN: FeelType = { kind: 'boolean' }
export const NUMBER: FeelType = { kind: 'number' }
export const STRING: FeelType = { kind: 'string' }
export const DATE: FeelType = { kind: 'date' }
export const TIME: FeelType = { kind: 'time' }
export const DATE_TIME: FeelType = { kind: 'date and time' }
export const DAYS_TIME: FeelType = { kind: 'days and time duration' }
export const YEARS_MONTHS: FeelType = { kind: 'years and months duration' }

export function listOf(of: FeelType): FeelType {
  return { kind: 'list', of }
}

export function rangeOf(of: FeelType): FeelType {
  return { kind: 'range', of }
}

export function contextOf(members: Readonly<Record<string, FeelType>>): FeelType {
  return { kind: 'context', ...membersOf(members) }
}

/** A reference whose members are known at once; for types in circles write `member` by hand. `ids`: the items of a closed list of choices. */
export function referenceTo(
  to: Reference['kind'] | 'document',
  members: Readonly<Record<string, FeelType>> = {},
  ids?: readonly string[],
): FeelType {
  return { kind: 'reference', to, ...membersOf(members), ...(ids ? { ids } : {}) }
}

export function membersOf(members: Readonly<Record<string, FeelType>>): Members {
  return { member: (name) => (Object.hasOwn(members, name) ? members[name] : undefined), names: () => Object.keys(members) }
}

export function functionOf(result: FeelType, parameters?: readonly FeelType[]): FeelType {
  return parameters ? { kind: 'function', result, parameters } : { kind: 'function', result }
}

/** As findings write it: `list of number`, `choice`. */
export function describeType(type: FeelType): string {
  switch (type.kind) {
    case 'list':
      return type.of.kind === 'any' ? 'list' : `list of ${describeType(type.of)}`
    case 'range':
      return type.of.kind === 'any' ? 'range' : `range of ${describeType(type.of)}`
    case 'reference':
      return type.to
    default:
      return type.kind
  }
}

/** Whether a value of type `found` may stand where `wanted` is asked for. */
export function agrees(wanted: FeelType, found: FeelType): boolean {
  if (wanted.kind === 'any' || found.kind === 'any' || found.kind === 'null') return true
  if (wanted.kind !== found.kind) return false
  if (wanted.kind === 'list' || wanted.kind === 'range') return agrees(wanted.of, (found as typeof wanted).of)
  if (wanted.kind === 'reference') {
    const to = (found as typeof wanted).to
    return wanted.to === to || isDocument(wanted.to) === isDocument(to)
  }
  if (wanted.kind === 'context') {
    const other = found as typeof wanted
    return wanted.names().every((name) => {
      const theirs = other.member(name)
      return !theirs || agrees(wanted.member(name)!, theirs)
    })
  }
  return true
}

function isDocument(to: string): boolean {
  return to === 'link' || to === 'document'
}

/** The type of "one or the other". */
export function join(a: FeelType, b: FeelType): FeelType {
  if (a.kind === 'null') return b
  if (b.kind === 'null' || a === b) return a
  if (a.kind !== b.kind) return ANY
  if (a.kind === 'list') return listOf(join(a.of, (b as typeof a).of))
  if (a.kind === 'range') return rangeOf(join(a.of, (b as typeof a).of))
  if (a.kind === 'context') return joinContexts(a, b as typeof a)
  if (a.kind === 'reference') return a.to === (b as typeof a).to ? joinReferences(a, b as typeof a) : ANY
  return a.kind === 'function' ? functionOf(ANY) : a
}

function joinContexts(a: FeelType & Members, b: FeelType & Members): FeelType {
  return { kind: 'context', member: eitherMember(a, b), names: () => [...new Set([...a.names(), ...b.names()])] }
}

function joinReferences(a: FeelType & { kind: 'reference' }, b: FeelType & { kind: 'reference' }): FeelType {
  return { kind: 'reference', to: a.to, member: eitherMember(a, b), names: () => [...new Set([...a.names(), ...b.names()])] }
}

// A name must exist in one of them and is blank in the rest.
function eitherMember(a: Members, b: Members): Members['member'] {
  return (name) => {
    const left = a.member(name)
    const right = b.member(name)
    return left && right ? join(left, right) : (left ?? right)
  }
}

const PLAIN = [NULL, BOOLEAN, NUMBER, STRING, DATE, TIME, DATE_TIME, DAYS_TIME, YEARS_MONTHS]

/** The type of a value, as far as its kind tells. */
export function typeOf(value: Value): FeelType {
  const kind = kindOf(value)
  return PLAIN.find((type) => type.kind === kind) ?? ANY
}

const INSTANT_MEMBERS: Readonly<Record<string, FeelType>> = {
  year: NUMBER,
  month: NUMBER,
  day: NUMBER,
  weekday: NUMBER,
}
const CLOCK_MEMBERS: Readonly<Record<string, FeelType>> = {
  hour: NUMBER,
  minute: NUMBER,
  second: NUMBER,
  'time offset': DAYS_TIME,
  timezone: STRING,
}
const VALUE_MEMBERS: Readonly<Record<string, Readonly<Record<string, FeelType>>>> = {
  date: { ...INSTANT_MEMBERS },
  time: { ...CLOCK_MEMBERS },
  'date and time': { ...INSTANT_MEMBERS, ...CLOCK_MEMBERS },
  'days and time duration': { days: NUMBER, hours: NUMBER, minutes: NUMBER, seconds: NUMBER },
  'years and months duration': { years: NUMBER, months: NUMBER },
}

/** What may stand behind a dot; undefined where the type has no members at all. */
export function typeMembers(type: FeelType): Members | undefined {
  if (type.kind === 'context' || type.kind === 'reference') return type
  if (type.kind === 'range') {
    return membersOf({ start: type.of, end: type.of, 'start included': BOOLEAN, 'end included': BOOLEAN })
  }
  const members = VALUE_MEMBERS[type.kind]
  return members && membersOf(members)
}

/** FEEL's `instance of`: blank is an instance of nothing but Null. */
export function isInstance(value: Value, type: FeelType): boolean {
  if (value === null) return type.kind === 'null'
  return conforms(value, type)
}

/** Whether a value is of a type, blank included. */
export function conforms(value: Value, type: FeelType): boolean {
  if (value === null || type.kind === 'any') return true
  if (type.kind !== kindOf(value)) return false
  switch (type.kind) {
    case 'list':
      return (value as readonly Value[]).every((item) => conforms(item, type.of))
    case 'range': {
      const { start, end, operator } = value as Range
      if (start === null && end === null && operator === null) return type.of.kind === 'any'
      return conforms(start, type.of) && conforms(end, type.of)
    }
    case 'context':
      return type.names().every((name) => {
        const map = value as ReadonlyMap<string, Value>
        return map.has(name) && conforms(map.get(name)!, type.member(name)!)
      })
    case 'reference':
      return type.to === (value as Reference).kind || (type.to === 'document' && (value as Reference).kind === 'link')
    default:
      return true
  }
}
