import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import type { FactReader } from '../document/fact-reader.ts'
import type { Id } from '../document/state.ts'
import type { Host, OwnFunction } from '../expression/host.ts'
import type { Reference, Value } from '../expression/value.ts'
import type { Card, Rendered, Row } from './card.ts'
import { evaluate } from './expression.ts'
import { type Field, fieldsOf, isBackRollup, type OfType } from './field.ts'
import { momentToFeel, rowToFeel, toFeel } from './field-value.ts'
import { planOf } from './formulas.ts'
import { organisationMember } from './organisation.ts'
import { workingDays } from './working-days.ts'

/** What can stand behind bare names, or behind `that.` and a link: a document, or a linked one among the facts. */
export interface Subject {
  readonly id: Id
  readonly type: string
  readonly number: string | null
  readonly title: Rendered
  readonly status: string
  readonly author: Id
  readonly createdOn: string
  readonly card: Card
  readonly derived: Card
}

/** A row in question: the id of its table, and the row. */
export interface RowInTable {
  readonly table: string
  readonly row: Row
}

/** What stands around the document where an expression is asked. */
export interface Around {
  readonly row?: RowInTable | null
  /** The other card: a candidate of a link, a child of a roll-up. */
  readonly that?: Subject | null
  /** The candidate of an audience. */
  readonly person?: Id | null
  /** Who looks or acts; none for the clock. */
  readonly me?: Id | null
  /** Further names: the `as` of a fork. */
  readonly names?: ReadonlyMap<string, Value>
  /** How many formulas that read the clock this one lies inside: two cards may look at each other. */
  readonly depth?: number
  /** `at`, `passed`, `outcome` and `visits` of the process. */
  readonly call?: (name: OwnFunction, args: readonly Value[]) => Value
}

/**
 * The names of a document's expressions. Bare names are the fields of the type that it is pinned to; what is linked,
 * and the directories, are read as the site has them now. A fact that was not given is noted with the reader.
 */
export function scopeOf(program: OfType, document: Subject, reader: FactReader, around: Around = {}): Host {
  const site = reader.facts.site
  const met = new Map<string, Subject>([[`${document.type}/${document.id}`, document]])
  if (around.that) met.set(`${around.that.type}/${around.that.id}`, around.that)

  const find = (type: string, id: string): Subject | null => met.get(`${type}/${id}`) ?? reader.document(type, id)

  const single = (name: string): Value => {
    const type = [...site.types.values()].find((other) => other.kind === 'single' && camelCase(other.id) === name)
    const found = type && reader.single(type.id)
    if (!found) return null
    met.set(`${found.type}/${found.id}`, found)
    return referenceTo(found)
  }

  const host: Host = {
    name(name) {
      const more = around.names?.get(name)
      if (more !== undefined) return more
      switch (name) {
        case 'row':
          return around.row ? rowValue(program, document, around.row, reader, around) : null
        case 'that':
          return around.that ? referenceTo(around.that) : null
        case 'person':
        case 'me':
          return around[name] ? { kind: 'person', id: around[name] } : null
        case 'this':
          return referenceTo(document)
        // `step` may be shown and grouped by, but no rule may name it; paper and what is missing do not run yet.
        case 'step':
        case 'paper':
        case 'missing':
          return null
      }
      const own = memberOf(program.type, document, name, reader, around)
      return own === undefined ? single(name) : own
    },
    read(reference, member) {
      if (reference.kind !== 'link') return organisationMember(site, reference, member)
      const found = find(reference.type, reference.id)
      if (!found) return null
      if (found === document) return memberOf(program.type, document, member, reader, around) ?? null
      const type = site.types.get(found.type)
      return type ? (memberOf(type, found, member, reader, { me: around.me ?? null, depth: around.depth ?? 0 }) ?? null) : null
    },
    now: () => momentToFeel(reader.facts.now, site.zone),
    call(name, args) {
      if (name === 'working days') return workingDays(site, args)
      return around.call?.(name, args) ?? null
    },
  }
  return host
}

const DEEPEST = 8

export function referenceTo(subject: { readonly type: string; readonly id: string }): Reference {
  return { kind: 'link', type: subject.type, id: subject.id }
}

/** A member of a document by the names that every type has, and its fields; undefined where there is none. */
function memberOf(type: DocumentType, subject: Subject, name: string, reader: FactReader, around: Around): Value | undefined {
  const site = reader.facts.site
  switch (name) {
    case 'number':
      return subject.number
    case 'title':
      return subject.title[site.languages[0] ?? 'en'] ?? Object.values(subject.title)[0] ?? null
    case 'status':
      return { kind: 'choice', id: subject.status }
    case 'author':
      return { kind: 'person', id: subject.author }
    case 'createdOn':
      return momentToFeel(subject.createdOn, site.zone)
  }
  const field = fieldsOf(type).get(name)
  return field && fieldValue(type, subject, field, reader, around)
}

/** A field's value: typed, calculated and stored, kept beside the card, or calculated now where it reads the clock. */
export function fieldValue(type: DocumentType, subject: Subject, field: Field, reader: FactReader, around: Around = {}): Value {
  const site = reader.facts.site
  const how = field.formula === undefined ? undefined : planOf(type).how.get(field.id)
  // Of the document itself, what reads a total is as fresh as the total.
  if (field.formula !== undefined && (how === 'read' || (how === 'derived' && reader.fresh && 'sequence' in subject))) {
    const depth = (around.depth ?? 0) + 1
    if (depth > DEEPEST) return null
    return evaluate(field.formula, scopeOf({ type }, subject, reader, { ...around, row: null, depth }), reader, `field "${field.id}"`)
  }
  if (isBackRollup(type, field)) {
    // Only the document itself asks for fresh ones: the facts are about it alone.
    const fresh = 'sequence' in subject ? reader.rollup(field.id) : undefined
    return toFeel(field, fresh === undefined ? subject.derived[field.id] : fresh, site)
  }
  return toFeel(field, subject.card[field.id] ?? subject.derived[field.id], site)
}

/** A row as `row.` reads it, its columns that read the clock calculated now. */
export function rowValue(program: OfType, document: Subject, { table, row }: RowInTable, reader: FactReader, around: Around = {}): Value {
  const field = fieldsOf(program.type).get(table)
  if (field?.type !== 'table') return null
  const cells = new Map(rowToFeel(field, row, reader.facts.site))
  for (const column of field.fields ?? []) {
    if (column.formula === undefined || planOf(program.type).how.get(`${table}.${column.id}`) !== 'read') continue
    const names = new Map([...(around.names ?? []), ['row', cells] as const])
    const { row: _, ...outside } = around
    cells.set(
      column.id,
      evaluate(column.formula, scopeOf(program, document, reader, { ...outside, names }), reader, `field "${table}.${column.id}"`),
    )
  }
  return cells
}

/** The row of a card with this id, and its table; null where there is none (any more). */
export function rowIn(program: OfType, card: Card, id: string): RowInTable | null {
  for (const field of fieldsOf(program.type).values()) {
    if (field.type !== 'table') continue
    const row = ((card[field.id] ?? []) as readonly Row[]).find((candidate) => candidate._id === id)
    if (row) return { table: field.id, row }
  }
  return null
}

/** How expressions name the one document of a type of kind `single`: `company-settings` is `companySettings`. */
export function camelCase(id: string): string {
  return id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
