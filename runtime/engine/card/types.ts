import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import {
  ANY,
  BOOLEAN,
  DATE,
  DATE_TIME,
  type FeelType,
  join,
  listOf,
  type Members,
  NUMBER,
  referenceTo,
  STRING,
  TIME,
} from '../expression/type.ts'
import type { Site } from '../site.ts'
import { columnsOf, type Field, fieldsOf } from './field.ts'
import { camelCase } from './scope.ts'

/** The definitions among which names are looked up: the drafts that are to be published together, or a site. */
export type Definitions = Pick<Site, 'types' | 'directories'>

/** Where an expression stands decides which names it may use besides the fields. */
export interface Standing {
  /** The table whose row is in question. */
  readonly row?: Field | null
  /** The types that `that.` may be. */
  readonly that?: readonly string[] | null
  readonly person?: boolean
  /** Items of branches: the `as` of a fork. */
  readonly names?: ReadonlyMap<string, FeelType>
}

/** The names that `names` of `compileExpression` asks for, and all of them for "did you mean" and completion. */
export interface Names {
  readonly typeOf: (name: string) => FeelType | undefined
  readonly all: () => readonly string[]
}

/** The types of all names that an expression over documents of this type sees. `step` is not among them: no rule may name it. */
export function namesOf(type: DocumentType, definitions: Definitions, standing: Standing = {}): Names {
  const own = documentMembers(type, definitions)
  const around = new Map<string, FeelType>([
    ['this', documentType([type.id], definitions, type)],
    ['me', personType(definitions)],
  ])
  if (standing.row) around.set('row', rowType(standing.row, definitions))
  if (standing.that) around.set('that', documentType(standing.that, definitions))
  if (standing.person) around.set('person', personType(definitions))
  for (const [name, of] of standing.names ?? []) around.set(name, of)
  const singles = new Map(
    [...definitions.types.values()].filter(({ kind }) => kind === 'single').map((other) => [camelCase(other.id), other.id]),
  )
  return {
    typeOf(name) {
      const single = singles.get(name)
      return around.get(name) ?? own.member(name) ?? (single === undefined ? undefined : documentType([single], definitions))
    },
    all: () => [...around.keys(), ...own.names(), ...singles.keys()],
  }
}

/** The type of a field's value in an expression. */
export function fieldFeelType(field: Field, definitions: Definitions): FeelType {
  if (field.type === 'table') return listOf(rowType(field, definitions))
  const one = valueType(field, definitions)
  return field.many ? listOf(one) : one
}

function valueType(field: Field, definitions: Definitions): FeelType {
  switch (field.type) {
    case 'number':
    case 'money':
    case 'percent':
    case 'rating':
      return NUMBER
    case 'date':
      return DATE
    case 'date-time':
      return DATE_TIME
    case 'time':
      return TIME
    // Which of FEEL's two kinds of duration it is, is seen in the value alone.
    case 'duration':
      return ANY
    case 'yes-no':
      return BOOLEAN
    case 'choice':
      return choiceType(field, definitions)
    case 'person':
      return personType(definitions)
    case 'department':
      return departmentType(definitions)
    case 'link':
      return documentType(field.to ?? [], definitions)
    default:
      return STRING
  }
}

function choiceType(field: Field, definitions: Definitions): FeelType {
  if (typeof field.options !== 'string')
    return referenceTo(
      'choice',
      {},
      field.options?.map(({ id }) => id),
    )
  const directory = definitions.directories.get(field.options)
  const columns = (directory?.columns ?? []) as readonly Field[]
  const members = lazily(['label', ...columns.map(({ id }) => id)], (name) => {
    const column = columns.find(({ id }) => id === name)
    return name === 'label' ? STRING : column && fieldFeelType(column, definitions)
  })
  return { kind: 'reference', to: 'choice', ...members, ...(directory && { ids: directory.items.map(({ id }) => id) }) }
}

/** A row: its columns. */
export function rowType(table: Field, definitions: Definitions): FeelType {
  const columns = columnsOf(table)
  return {
    kind: 'context',
    ...lazily([...columns.keys()], (name) => (columns.has(name) ? fieldFeelType(columns.get(name)!, definitions) : undefined)),
  }
}

/** A document of one of several types: a name must exist in one of them, and is blank in the rest. `own`: a draft of one of them. */
export function documentType(ids: readonly string[], definitions: Definitions, own?: DocumentType): FeelType {
  const known = ids.map((id) => (own?.id === id ? own : definitions.types.get(id))).filter((type) => type !== undefined)
  const members = known.map((type) => documentMembers(type, definitions))
  const names = () => [...new Set(members.flatMap((each) => each.names()))]
  return {
    kind: 'reference',
    to: 'link',
    names,
    member(name) {
      const found = members.map((each) => each.member(name)).filter((type) => type !== undefined)
      return found.length === 0 ? undefined : found.reduce(join)
    },
  }
}

function documentMembers(type: DocumentType, definitions: Definitions): Members {
  const fields = fieldsOf(type)
  const own = ['number', 'title', 'status', 'author', 'createdOn']
  return lazily([...own, ...fields.keys()], (name) => {
    switch (name) {
      case 'number':
      case 'title':
        return STRING
      case 'status':
        return referenceTo(
          'choice',
          {},
          (type.statuses ?? []).map(({ id }) => id),
        )
      case 'author':
        return personType(definitions)
      case 'createdOn':
        return DATE_TIME
    }
    const field = fields.get(name)
    return field && fieldFeelType(field, definitions)
  })
}

/** Attributes of people are the office's own, so any further member of a person is admitted. */
function personType(definitions: Definitions): FeelType {
  const known: Readonly<Record<string, () => FeelType>> = {
    name: () => STRING,
    email: () => STRING,
    language: () => STRING,
    department: () => departmentType(definitions),
    manager: () => personType(definitions),
    roles: () => listOf(STRING),
    groups: () => listOf(STRING),
  }
  return {
    kind: 'reference',
    to: 'person',
    names: () => Object.keys(known),
    member: (name) => (Object.hasOwn(known, name) ? known[name]!() : ANY),
  }
}

function departmentType(definitions: Definitions): FeelType {
  const members = lazily(['label', 'name', 'parent', 'head'], (name) => {
    if (name === 'parent') return departmentType(definitions)
    return name === 'head' ? personType(definitions) : name === 'label' || name === 'name' ? STRING : undefined
  })
  return { kind: 'reference', to: 'department', ...members }
}

/** Members found when they are asked for, so that types may refer to each other in circles. */
function lazily(names: readonly string[], find: (name: string) => FeelType | undefined): Members {
  const found = new Map<string, FeelType | undefined>()
  return {
    names: () => names,
    member(name) {
      if (!found.has(name)) found.set(name, find(name))
      return found.get(name)
    },
  }
}
