import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { nearest } from '../../../schemas/nearest.ts'
import type { World } from '../check-world.ts'
import type { Checking } from '../checking.ts'
import { pathsRead } from './expression.ts'
import { columnsOf, type Field, fieldsOf } from './field.ts'
import { camelCase } from './scope.ts'
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
  const first = headsOf(world, place).get(head)
  if (!first) return { ok: false, unknown: head, didYouMean: nearest(head, headsOf(world, place).keys()) }
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
  const next = from.flatMap(({ field }) => membersOf(world, field).get(name) ?? [])
  if (next.length > 0) return follow(world, next, further, now)
  return {
    ok: false,
    unknown: name,
    didYouMean: nearest(
      name,
      from.flatMap(({ field }) => [...membersOf(world, field).keys()]),
    ),
  }
}

function headsOf(world: World, place: PathPlace): ReadonlyMap<string, Field> {
  const heads = new Map<string, Field>(fieldsOf(place.type))
  for (const [name, field] of ownFields(place.type)) heads.set(name, field)
  heads.set('this', linkTo([place.type.id]))
  for (const [name, field] of place.items ?? []) heads.set(name, { ...field, id: name, many: false })
  if (place.row) heads.set('row', place.row)
  if (place.that) heads.set('that', linkTo(place.that))
  if (place.person) heads.set('person', person)
  if (place.me) heads.set('me', person)
  if (place.step) heads.set('step', text)
  for (const type of world.types.values()) if (type.kind === 'single') heads.set(camelCase(type.id), linkTo([type.id]))
  return heads
}

/** What may stand behind a dot, by name. Of several types a name must exist in one. */
function membersOf(world: World, field: Field): ReadonlyMap<string, readonly Step[]> {
  const members = new Map<string, Step[]>()
  const add = (name: string, step: Step) => members.set(name, [...(members.get(name) ?? []), step])
  switch (field.type) {
    case 'table':
      for (const column of columnsOf(field).values()) add(column.id, { field: guardedBy(field, column), type: null })
      break
    case 'link':
      for (const id of field.to ?? []) {
        const type = world.types.get(id)
        if (!type) continue
        for (const [name, own] of ownFields(type)) add(name, { field: own, type })
        for (const [name, own] of fieldsOf(type)) add(name, { field: own, type })
      }
      break
    case 'person':
      for (const name of ['name', 'email', 'language', 'phone', 'position']) add(name, { field: text, type: null })
      add('signingLimit', { field: number, type: null })
      add('manager', { field: person, type: null })
      add('department', { field: department, type: null })
      for (const other of world.organisation?.people.values() ?? [])
        for (const [name, value] of Object.entries(other.attributes))
          if (!members.has(name)) add(name, { field: typeof value === 'number' ? number : text, type: null })
      break
    case 'department':
      add('head', { field: person, type: null })
      add('parent', { field: department, type: null })
      break
    case 'choice': {
      if (typeof field.options !== 'string') break
      add('label', { field: text, type: null })
      const columns = (world.directories.get(field.options)?.columns ?? []) as readonly Field[]
      for (const column of columns) add(column.id, { field: column, type: null })
    }
  }
  return members
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

/** The names that every type has, as fields. */
export function ownFields(type: DocumentType): readonly (readonly [string, Field])[] {
  return [
    ['number', text],
    ['title', text],
    ['status', { id: 'status', type: 'choice', label: '', options: type.statuses ?? [] }],
    ['author', person],
    ['createdOn', moment],
  ]
}
