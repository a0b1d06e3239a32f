import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { nearest } from '../../../schemas/nearest.ts'
import type { World } from '../check-world.ts'
import type { Checking } from '../checking.ts'
import { pathsRead } from './expression.ts'
import { columnsOf, type Field, fieldsOf } from './field.ts'
import type { Standing } from './types.ts'

/** Where a path stands. Its first step is a field of the type, or one of the names that the place adds. */
export interface PathPlace extends Standing {
  readonly type: DocumentType
  /** Names of branches' items (the `as` of a fork), with the field or table that they are items of. */
  readonly items?: ReadonlyMap<string, Field>
  readonly me?: boolean
  /** Whether `step` may be named: to be shown and grouped by. */
  readonly step?: boolean
}

/** What a path leads to. Several fields where a link leads to several types. */
export interface PathEnd {
  readonly fields: readonly Field[]
  /** Some field on the way keeps its value from part of the readers; `confidential` keeps it out of every message. */
  readonly guarded: boolean
  readonly confidential: boolean
}

export type Resolved =
  | ({ readonly ok: true } & PathEnd)
  | { readonly ok: false; readonly unknown: string; readonly didYouMean: string | undefined }

/** Follows a path through rows, links, people and choices, by the definitions alone. */
export function resolvePath(world: World, path: string, place: PathPlace): Resolved {
  const [head = '', ...rest] = path.split('.')
  const first = headOf(world, place, head)
  if (!first) return { ok: false, unknown: head, didYouMean: nearest(head, headNames(world, place)) }
  return follow(world, [{ field: first, type: place.type }], rest, { guarded: false, confidential: false })
}

/** Checks that a path leads somewhere; undefined, and a problem, where it does not. */
export function checkPath(world: World, checking: Checking, at: string, path: string, place: PathPlace): PathEnd | undefined {
  const found = resolvePath(world, path, place)
  if (found.ok) return found
  const { unknown, didYouMean } = found
  if (path.split('.').length === 1 || path.startsWith(`${unknown}.`)) {
    if (world.backs(place.type.id).has(unknown)) {
      checking.problem('not-supported-yet', at, { what: 'path-through-back' })
      return undefined
    }
  }
  const repair = didYouMean === undefined ? undefined : { code: 'rename', facts: { path: at, to: path.replace(unknown, didYouMean) } }
  checking.problem(
    'unknown-field',
    at,
    { found: path, name: unknown, type: place.type.id, ...(didYouMean !== undefined && { didYouMean }) },
    repair,
  )
  return undefined
}

interface Step {
  readonly field: Field
  /** The type that the field belongs to; null for what is no field of a card. */
  readonly type: DocumentType | null
}

type Guards = Pick<PathEnd, 'guarded' | 'confidential'>

function follow(world: World, from: readonly Step[], rest: readonly string[], before: Guards): Resolved {
  const guards = from.map(({ field, type }) => guardsOf(world, type, field, new Set()))
  const now = {
    guarded: before.guarded || guards.some((one) => one.guarded),
    confidential: before.confidential || guards.some((one) => one.confidential),
  }
  const [name, ...further] = rest
  if (name === undefined) return { ok: true, fields: from.map(({ field }) => field), ...now }
  const next = from.flatMap(({ field }) => membersOf(world, field, name))
  if (next.length > 0) return follow(world, next, further, now)
  return {
    ok: false,
    unknown: name,
    didYouMean: nearest(
      name,
      from.flatMap(({ field }) => memberNames(world, field)),
    ),
  }
}

function headOf(world: World, place: PathPlace, name: string): Field | undefined {
  const item = place.items?.get(name)
  if (item) return { ...item, id: name, many: false }
  switch (name) {
    case 'this':
      return linkTo([place.type.id])
    case 'row':
      return place.row ?? undefined
    case 'that':
      return place.that ? linkTo(place.that) : undefined
    case 'person':
      return place.person ? person : undefined
    case 'me':
      return place.me ? person : undefined
    case 'step':
      return place.step ? text : undefined
  }
  const single = world.singles.get(name)
  return ownField(place.type, name) ?? fieldsOf(place.type).get(name) ?? (single === undefined ? undefined : linkTo([single]))
}

function headNames(world: World, place: PathPlace): readonly string[] {
  const around = (['row', 'that', 'person', 'me', 'step'] as const).filter((name) => place[name])
  return [...(place.items?.keys() ?? []), ...around, 'this', ...ownNames, ...fieldsOf(place.type).keys(), ...world.singles.keys()]
}

const personMembers: Readonly<Record<string, () => Field>> = {
  name: () => text,
  email: () => text,
  language: () => text,
  phone: () => text,
  position: () => text,
  signingLimit: () => number,
  manager: () => person,
  department: () => department,
}

/** What stands behind a dot under a name. Of several types it must exist in one. */
function membersOf(world: World, field: Field, name: string): readonly Step[] {
  const plain = (one: Field | undefined): readonly Step[] => (one ? [{ field: one, type: null }] : [])
  switch (field.type) {
    case 'table': {
      const column = columnsOf(field).get(name)
      return plain(column && guardedBy(field, column))
    }
    case 'link':
      return (field.to ?? []).flatMap((id) => {
        const type = world.types.get(id)
        const found = type && (ownField(type, name) ?? fieldsOf(type).get(name))
        return found ? [{ field: found, type }] : []
      })
    case 'person': {
      if (Object.hasOwn(personMembers, name)) return plain(personMembers[name]!())
      const people = world.organisation?.people.values() ?? []
      const value = [...people].find(({ attributes }) => Object.hasOwn(attributes, name))?.attributes[name]
      return plain(value === undefined ? undefined : typeof value === 'number' ? number : text)
    }
    case 'department':
      return plain(name === 'head' ? person : name === 'parent' ? department : undefined)
    case 'choice':
      if (typeof field.options !== 'string') return []
      return name === 'label' ? plain(text) : plain(itemColumns(world, field.options).find(({ id }) => id === name))
    default:
      return []
  }
}

function memberNames(world: World, field: Field): readonly string[] {
  switch (field.type) {
    case 'table':
      return [...columnsOf(field).keys()]
    case 'link':
      return (field.to ?? []).flatMap((id) => {
        const type = world.types.get(id)
        return type ? [...ownNames, ...fieldsOf(type).keys()] : []
      })
    case 'person':
      return Object.keys(personMembers)
    case 'department':
      return ['head', 'parent']
    case 'choice':
      return typeof field.options === 'string' ? ['label', ...itemColumns(world, field.options).map(({ id }) => id)] : []
    default:
      return []
  }
}

function itemColumns(world: World, directory: string): readonly Field[] {
  return (world.directories.get(directory)?.columns ?? []) as readonly Field[]
}

/** A column is kept from whom its table is kept from. */
function guardedBy(table: Field, column: Field): Field {
  if (!table.confidential && !table.seenBy) return column
  return { ...column, confidential: table.confidential || column.confidential || false, seenBy: column.seenBy ?? table.seenBy ?? [] }
}

/** A formula is seen by who sees all its inputs, unless it discloses its result. */
function guardsOf(world: World, type: DocumentType | null, field: Field, seen: Set<Field>): Guards {
  const own = {
    guarded: field.confidential === true || (field.seenBy !== undefined && !field.discloses),
    confidential: field.confidential === true,
  }
  if (!type || field.formula === undefined || field.discloses || seen.has(field)) return own
  seen.add(field)
  return pathsRead(field.formula).reduce<Guards>((all, path) => {
    const read = fieldsOf(type).get(path.split('.', 1)[0]!)
    const guards = read ? guardsOf(world, type, read, seen) : all
    const end = read && path.includes('.') ? resolvePath(world, path, { type }) : null
    return {
      guarded: all.guarded || guards.guarded || (end?.ok === true && end.guarded),
      confidential: all.confidential || guards.confidential || (end?.ok === true && end.confidential),
    }
  }, own)
}

const text: Field = { id: 'text', type: 'text', label: '' }
const number: Field = { id: 'number', type: 'number', label: '' }
const person: Field = { id: 'person', type: 'person', label: '' }
const department: Field = { id: 'department', type: 'department', label: '' }
const moment: Field = { id: 'createdOn', type: 'date-time', label: '' }

function linkTo(to: readonly string[]): Field {
  return { id: 'this', type: 'link', label: '', to }
}

const ownNames = ['number', 'title', 'status', 'author', 'createdOn'] as const

/** The names that every type has, as fields. */
function ownField(type: DocumentType, name: string): Field | undefined {
  switch (name) {
    case 'number':
    case 'title':
      return text
    case 'status':
      return { id: 'status', type: 'choice', label: '', options: type.statuses ?? [] }
    case 'author':
      return person
    case 'createdOn':
      return moment
    default:
      return undefined
  }
}
