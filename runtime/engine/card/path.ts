import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import type { FactReader } from '../document/fact-reader.ts'
import { isContext } from '../expression/value.ts'
import type { Card, CardValue, LinkValue, Row } from './card.ts'
import { columnsOf, type Field, fieldsOf, type OfType } from './field.ts'
import { fromFeel } from './field-value.ts'
import { planOf } from './formulas.ts'
import { isConfidential, isOpenField } from './open-field.ts'
import { currencyOf } from './rollup.ts'
import { type Around, fieldValue, rowValue, type Subject } from './scope.ts'

/** A value found at a path, with the field that it has the shape of. */
export interface Found {
  readonly field: Field
  readonly value: CardValue
  /** Of money: the currency; null where it is not known. */
  readonly currency: string | null
  /** No reader of the card may take seeing it for granted: a field on the way is confidential or seen by some only. */
  readonly guarded: boolean
}

/**
 * What stands at a path: `amount`, `row.due`, `parts.person` (of every row), `counterparty.taxNumber`, `author`,
 * `responsible.email`, `activity.label`. None where it is blank or leads nowhere. Lists are flattened.
 */
export function readPath(program: OfType, document: Subject, reader: FactReader, path: string, around: Around = {}): readonly Found[] {
  const [head = '', ...rest] = path.split('.')
  if (head === 'row') {
    const row = around.row
    const table = row && fieldsOf(program.type).get(row.table)
    if (!row || !table || rest.length === 0) return []
    return follow(inRow(program.type, document, table, row.row, rest[0]!, reader), rest.slice(1), reader)
  }
  if (head === 'that') return around.that ? inSubject(around.that, rest, reader) : []
  if (head === 'this') return rest.length === 0 ? [linkTo(document)] : readPath(program, document, reader, rest.join('.'), around)
  if (head === 'me' || head === 'person') {
    const id = around[head]
    return id ? follow([{ field: personField, value: id, currency: null, guarded: false }], rest, reader) : []
  }
  return inDocument(program.type, document, [head, ...rest], reader, around)
}

/** The values alone: what an audience asks of a path. */
export function valuesAt(program: OfType, document: Subject, reader: FactReader, path: string, around: Around = {}): readonly CardValue[] {
  return readPath(program, document, reader, path, around).map(({ value }) => value)
}

/** The value of a field of a document, calculated ones included, as a card holds it. */
export function cardValue(
  type: DocumentType,
  document: Subject,
  field: Field,
  reader: FactReader,
  around: Around = {},
): CardValue | undefined {
  const how = planOf(type).how.get(field.id)
  if (how === undefined || how === 'stored') return document.card[field.id]
  return fromFeel(field, fieldValue(type, document, field, reader, around))
}

function inDocument(
  type: DocumentType,
  document: Subject,
  [head = '', ...rest]: readonly string[],
  reader: FactReader,
  around: Around = {},
): readonly Found[] {
  const own = ownMember(type, document, head)
  if (own) return follow([own], rest, reader)
  const field = fieldsOf(type).get(head)
  if (!field) return []
  if (field.type === 'table' && rest.length > 0) {
    const rows = (document.card[head] ?? []) as readonly Row[]
    return rows.flatMap((row) => follow(inRow(type, document, field, row, rest[0]!, reader), rest.slice(1), reader))
  }
  const value = cardValue(type, document, field, reader, around)
  if (value === undefined) return []
  return follow(found(type, field, value, document.card, reader), rest, reader)
}

function inRow(type: DocumentType, document: Subject, table: Field, row: Row, column: string, reader: FactReader): readonly Found[] {
  const field = columnsOf(table).get(column)
  if (!field) return []
  const value = planOf(type).how.get(`${table.id}.${column}`) === 'read' ? cellNow(type, document, table, row, field, reader) : row[column]
  if (value === undefined) return []
  const live = reader.facts.site.types.get(type.id) ?? type
  const liveTable = fieldsOf(live).get(table.id) ?? table
  const guarded = isGuarded(live, liveTable) || isGuarded(live, columnsOf(liveTable).get(column) ?? field, liveTable)
  return flat(field, value).map((one) => ({ field, value: one, currency: currencyOf(field, { ...document.card, ...row }), guarded }))
}

/** A cell that is calculated when it is read. */
function cellNow(type: DocumentType, document: Subject, table: Field, row: Row, column: Field, reader: FactReader): CardValue | undefined {
  const value = rowValue({ type }, document, { table: table.id, row }, reader)
  return isContext(value) ? fromFeel(column, value.get(column.id) ?? null) : undefined
}

function found(type: DocumentType, field: Field, value: CardValue, card: Card, reader: FactReader): readonly Found[] {
  // What is confidential is live: the newest release says so, whatever the document is pinned to.
  const live = reader.facts.site.types.get(type.id) ?? type
  const guarded = isGuarded(live, fieldsOf(live).get(field.id) ?? field)
  return flat(field, value).map((one) => ({ field, value: one, currency: currencyOf(field, card), guarded }))
}

function flat(field: Field, value: CardValue): readonly CardValue[] {
  return field.many && Array.isArray(value) ? (value as readonly CardValue[]) : [value]
}

function isGuarded(type: DocumentType, field: Field, table: Field | null = null): boolean {
  return !isOpenField(type, field, table) || isConfidential(type, field, table)
}

/** Goes on through links, people and choices. */
function follow(from: readonly Found[], rest: readonly string[], reader: FactReader): readonly Found[] {
  const [next, ...further] = rest
  if (next === undefined) return from
  return from.flatMap((step) => {
    const onward =
      step.field.type === 'link'
        ? throughLink(step.value as LinkValue, rest, reader)
        : follow(besideField(step, next, reader), further, reader)
    return step.guarded ? onward.map((each) => ({ ...each, guarded: true })) : onward
  })
}

function throughLink({ type, id }: LinkValue, rest: readonly string[], reader: FactReader): readonly Found[] {
  const document = reader.document(type, id)
  return document ? inSubject(document, rest, reader) : []
}

function inSubject(subject: Subject, path: readonly string[], reader: FactReader): readonly Found[] {
  const type = reader.facts.site.types.get(subject.type)
  if (path.length === 0) return [linkTo(subject)]
  return type ? inDocument(type, subject, path, reader) : []
}

function besideField({ field, value }: Found, member: string, reader: FactReader): readonly Found[] {
  const { site } = reader.facts
  const make = (of: Field, one: CardValue | null | undefined): readonly Found[] =>
    one === null || one === undefined ? [] : [{ field: of, value: one, currency: null, guarded: false }]
  if (field.type === 'person') {
    const person = site.people.get(value as string)
    if (member === 'manager') return make(personField, person?.manager)
    if (member === 'department') return make(departmentField, person?.department)
    if (member === 'name' || member === 'email') return make(textField, person?.[member])
    const attribute = person?.attributes[member]
    return make(typeof attribute === 'number' ? numberField : typeof attribute === 'boolean' ? yesNoField : textField, attribute)
  }
  if (field.type === 'department') {
    const department = site.departments.get(value as string)
    if (member === 'head') return make(personField, department?.head)
    return member === 'parent' ? make(departmentField, department?.parent) : []
  }
  if (field.type !== 'choice' || typeof field.options !== 'string') return []
  if (member === 'label') return make(field, value)
  const directory = site.directories.get(field.options)
  const column = (directory?.columns as readonly Field[] | undefined)?.find(({ id }) => id === member)
  return column ? make(column, directory?.items.find(({ id }) => id === value)?.[member] as CardValue | undefined) : []
}

function linkTo(subject: Subject): Found {
  return { field: { ...linkField, to: [subject.type] }, value: { type: subject.type, id: subject.id }, currency: null, guarded: false }
}

/** The names that every type has, as fields. */
function ownMember(type: DocumentType, document: Subject, name: string): Found | null {
  const make = (field: Field, value: CardValue | null): Found | null =>
    value === null ? null : { field, value, currency: null, guarded: false }
  switch (name) {
    case 'number':
      return make(textField, document.number)
    case 'title':
      return { ...linkTo(document), field: { ...linkField, id: 'title', to: [document.type] } }
    case 'status':
      return make({ id: 'status', type: 'choice', label: 'status', options: type.statuses ?? [] }, document.status)
    case 'author':
      return make(personField, document.author)
    case 'createdOn':
      return make(momentField, document.createdOn)
    default:
      return null
  }
}

const textField: Field = { id: 'text', type: 'text', label: '' }
const numberField: Field = { id: 'number', type: 'number', label: '' }
const yesNoField: Field = { id: 'yes', type: 'yes-no', label: '' }
const personField: Field = { id: 'person', type: 'person', label: '' }
const departmentField: Field = { id: 'department', type: 'department', label: '' }
const momentField: Field = { id: 'moment', type: 'date-time', label: '' }
const linkField: Field = { id: 'this', type: 'link', label: '' }
