import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { isAmong } from '../audience/resolve.ts'
import type { FactReader } from '../document/fact-reader.ts'
import type { CardError } from '../problem.ts'
import type { Site } from '../site.ts'
import type { Card, CardValue, LinkValue, Row } from './card.ts'
import { holds } from './expression.ts'
import type { Fault } from './fault.ts'
import { columnsOf, type Field, fieldsOf, isComputed, type OfType } from './field.ts'
import { valuesAt } from './path.ts'
import { type Around, type Subject, scopeOf } from './scope.ts'

/**
 * Items, people, departments and documents that a card names and that do not exist, or may not be chosen any more. Only
 * what was chosen now is looked at: what stood in the card before stays, retired or not. Takes a card of the right shape.
 */
export function unknownReferences(program: OfType, before: Card, document: Subject, reader: FactReader): CardError[] {
  const errors: CardError[] = []
  for (const { field, value, path, around } of chosenNow(program.type, before, document.card)) {
    const fault = referenceFault(program, document, field, value, reader, around)
    if (fault) errors.push({ path, rule: fault.rule, found: value, expected: fault.expected })
  }
  return errors
}

function referenceFault(
  program: OfType,
  document: Subject,
  field: Field,
  value: CardValue,
  reader: FactReader,
  around: Around,
): Fault | null {
  const { site } = reader.facts
  switch (field.type) {
    case 'choice':
      return itemFault(site, field, value as string)
    case 'person':
      return personFault(program, document, field, value as string, reader, around)
    case 'department':
      return site.departments.has(value as string) ? null : { rule: 'department-unknown', expected: 'a department of the office' }
    case 'link':
      return linkFault(program, document, field, value as LinkValue, reader, around)
    default:
      return null
  }
}

/** Nobody knows this person, the person has left, or is not one `among` whom the field lets choose. */
function personFault(program: OfType, document: Subject, field: Field, id: string, reader: FactReader, around: Around): Fault | null {
  const { site } = reader.facts
  const person = site.people.get(id)
  if (!person) return { rule: 'person-unknown', expected: 'somebody of the office' }
  if (person.left) return { rule: 'person-left', expected: 'somebody who still works here' }
  if (field.among === undefined) return null
  const among = isAmong(field.among, id, {
    site,
    author: document.author,
    me: around.me ?? null,
    values: (path) => valuesAt(program, document, reader, path, around),
    holds: (where, candidate) =>
      holds(where, scopeOf(program, document, reader, { ...around, person: candidate.id }), reader, `field "${field.id}", among`),
  })
  return among ? null : { rule: 'not-among', expected: 'one of those whom the field lets choose' }
}

/** Why an item may not be chosen: it does not exist, or is retired. */
function itemFault(site: Site, field: Field, id: string): Fault | null {
  const items = typeof field.options === 'string' ? site.directories.get(field.options)?.items : field.options
  const item = items?.find((each) => each.id === id)
  if (item && !item.retired) return null
  const expected = (items ?? []).filter((each) => !each.retired).map((each) => each.id)
  return { rule: item ? 'item-retired' : 'not-one-of', expected: expected.slice(0, 50).join(', ') }
}

function linkFault(
  program: OfType,
  document: Subject,
  field: Field,
  { type, id }: LinkValue,
  reader: FactReader,
  around: Around,
): Fault | null {
  const isOwn = type === document.type && id === document.id
  const that = isOwn ? document : reader.document(type, id)
  // Not fetched yet: the decision will be asked again with it.
  if (!that && reader.facts.documents[`${type}/${id}`] === undefined) return null
  if (!that) return { rule: 'document-unknown', expected: `a document of type ${type}` }
  const fits = holds(field.where, scopeOf(program, document, reader, { ...around, that }), reader, `field "${field.id}", where`)
  return fits ? null : { rule: 'where', expected: field.where ?? '' }
}

interface Chosen {
  readonly field: Field
  readonly value: CardValue
  readonly path: string
  readonly around: Around
}

const REFERRING = new Set(['choice', 'person', 'department', 'link'])

function* chosenNow(type: DocumentType, before: Card, after: Card): Iterable<Chosen> {
  for (const field of fieldsOf(type).values()) {
    if (isComputed(field)) continue
    if (field.type !== 'table') {
      yield* chosenIn(field, before[field.id], after[field.id], field.id, {})
      continue
    }
    const old = new Map(((before[field.id] ?? []) as readonly Row[]).map((row) => [row._id, row]))
    for (const row of (after[field.id] ?? []) as readonly Row[])
      for (const column of columnsOf(field).values()) {
        if (isComputed(column)) continue
        const around = { row: { table: field.id, row } }
        yield* chosenIn(column, old.get(row._id)?.[column.id], row[column.id], `${field.id}/${row._id}/${column.id}`, around)
      }
  }
}

function* chosenIn(
  field: Field,
  before: CardValue | undefined,
  after: CardValue | undefined,
  path: string,
  around: Around,
): Iterable<Chosen> {
  if (after === undefined || !REFERRING.has(field.type)) return
  const list = (value: CardValue | undefined): readonly CardValue[] =>
    value === undefined ? [] : field.many && Array.isArray(value) ? (value as readonly CardValue[]) : [value]
  const known = new Set(list(before).map(identityOf))
  const values = list(after)
  for (const [index, value] of values.entries())
    if (!known.has(identityOf(value))) yield { field, value, path: field.many ? `${path}/${index}` : path, around }
}

function identityOf(value: CardValue): string {
  return typeof value === 'object' ? `${(value as LinkValue).type}/${(value as LinkValue).id}` : String(value)
}
