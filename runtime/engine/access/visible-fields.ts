import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { isAmong } from '../audience/resolve.ts'
import type { Card, CardValue, LinkValue, Row } from '../card/card.ts'
import { pathsRead } from '../card/expression.ts'
import { columnsOf, type Field, fieldsOf, isBackRollup, type Rollup } from '../card/field.ts'
import { isOpenField } from '../card/open-field.ts'
import { backSources } from '../card/rollup.ts'
import { type FactReader, readerOf } from '../document/fact-reader.ts'
import { factsOf } from '../document/facts-of.ts'
import type { Id } from '../document/state.ts'
import type { Site } from '../site.ts'
import { fieldAudienceContext, type Looking, mayOn, type Target } from './access.ts'
import { listAccess } from './list-access.ts'

/**
 * The fields of a document whose values a reader sees, columns of tables as `works.price`. Every reader sees a field
 * unless `seenBy` narrows it. A formula is seen by whoever sees all that it reads, a roll-up by whoever may read its
 * source without condition; `discloses` shows both to every reader. Takes somebody who may read the document.
 */
export function visibleFields(site: Site, typeId: string, person: Id, document: Target, looking: Looking = {}): ReadonlySet<string> {
  const type = site.types.get(typeId)
  if (!type) return new Set()
  const { always, asks } = foreseen(site, type, person)
  if (asks.length === 0) return always
  const sight = new Sight(site, type, person, document, looking)
  const here = asks.filter((key) => sight.sees(key))
  return here.length > 0 ? new Set([...always, ...here]) : always
}

/** What is known of a person's sight before any document is looked at: seen on all of them, and seen according to each. */
interface Foreseen {
  readonly always: ReadonlySet<string>
  readonly asks: readonly string[]
}

const foreseenOn = new WeakMap<Site, Map<string, Foreseen>>()

/** Most fields are seen or hidden by what a person is, so a list of documents asks that once. */
function foreseen(site: Site, type: DocumentType, person: Id): Foreseen {
  const known = foreseenOn.get(site) ?? new Map<string, Foreseen>()
  foreseenOn.set(site, known)
  const key = `${type.id} ${person}`
  let found = known.get(key)
  if (!found) {
    const keys = [...fieldsOf(type).values()].flatMap((field) => [
      field.id,
      ...(field.type === 'table' ? [...columnsOf(field).keys()].map((column) => `${field.id}.${column}`) : []),
    ])
    const told = keys.map((each) => [each, seesUnseen(site, type, person, each)] as const)
    found = {
      always: new Set(told.flatMap(([each, sees]) => (sees ? [each] : []))),
      asks: told.flatMap(([each, sees]) => (sees === null ? [each] : [])),
    }
    known.set(key, found)
  }
  return found
}

/** Whether a person sees a field on every document; null where that hangs on the document: it had to be looked at. */
function seesUnseen(site: Site, type: DocumentType, person: Id, key: string): boolean | null {
  try {
    return new Sight(site, type, person, unseen, { reader: unseen, readers: unseen }).sees(key)
  } catch (error) {
    if (error === lookedAt) return null
    throw error
  }
}

const lookedAt = new Error('a document was looked at')
/** Stands for any document and all that is known around it: what is decided without it holds for each. */
const unseen = new Proxy({} as Target & FactReader & readonly string[], {
  get() {
    throw lookedAt
  },
})

/** The fields that every reader of a type sees: what a title, a search word and a sort may be made of. */
export function openFields(site: Site, type: DocumentType): ReadonlySet<string> {
  const live = site.types.get(type.id) ?? type
  return new Set([...fieldsOf(live).values()].filter((field) => isOpenField(live, field)).map(({ id }) => id))
}

/** A card without what is not seen, columns included. A hidden value is absent, as if it were blank. */
export function hideCard(card: Card, seen: ReadonlySet<string>): Card {
  const shown: { [field: string]: CardValue } = {}
  for (const [id, value] of Object.entries(card)) {
    if (!seen.has(id)) continue
    shown[id] = isRows(value) ? value.map((row) => hideRow(id, row, seen)) : value
  }
  return shown
}

function hideRow(table: string, row: Row, seen: ReadonlySet<string>): Row {
  return Object.fromEntries(Object.entries(row).filter(([column]) => column === '_id' || seen.has(`${table}.${column}`))) as unknown as Row
}

function isRows(value: CardValue): value is readonly Row[] {
  return Array.isArray(value) && value.length > 0 && typeof value[0] === 'object' && value[0] !== null && '_id' in value[0]
}

class Sight {
  readonly site: Site
  readonly type: DocumentType
  readonly person: Id
  readonly document: Target
  readonly looking: Required<Looking>
  readonly #known = new Map<string, boolean>()

  constructor(site: Site, type: DocumentType, person: Id, document: Target, looking: Looking) {
    this.site = site
    this.type = type
    this.person = person
    this.document = document
    this.looking = { reader: looking.reader ?? readerOf(factsOf(site), { rollups: 'kept' }), readers: looking.readers ?? [] }
  }

  /** `amount`, or `works.price`. */
  sees(key: string): boolean {
    const known = this.#known.get(key)
    if (known !== undefined) return known
    // A circle of formulas shows nothing.
    this.#known.set(key, false)
    const [id = '', columnId] = key.split('.')
    const field = fieldsOf(this.type).get(id)
    const column = field && columnId !== undefined ? columnsOf(field).get(columnId) : undefined
    const at = columnId === undefined ? field : column
    const seen =
      at !== undefined &&
      (column === undefined || this.sees(id)) &&
      this.#admits(at) &&
      (at.discloses === true || this.#seesInputs(at, column ? field! : null))
    this.#known.set(key, seen)
    return seen
  }

  #admits(field: Field): boolean {
    return (
      field.seenBy === undefined ||
      isAmong(field.seenBy, this.person, fieldAudienceContext(this.site, this.type, this.person, this.document, this.looking))
    )
  }

  #seesInputs(field: Field, table: Field | null): boolean {
    if (field.formula !== undefined) return pathsRead(field.formula).every((path) => this.#seesPath(path, table))
    if (!field.rollup) return true
    return isBackRollup(this.type, field) ? this.#seesSources(field.rollup) : this.#seesRows(field.rollup)
  }

  #seesPath(path: string, table: Field | null): boolean {
    const [head = '', ...rest] = path.split('.')
    if (head === 'row' && table) return rest.length > 0 ? this.#seesColumn(table, rest) : this.#seesAll(table)
    const field = fieldsOf(this.type).get(head)
    // A name that is no field (`status`, `today`, an item of a filter) is open to every reader.
    if (!field) return true
    if (!this.sees(head)) return false
    if (field.type === 'table') return rest.length > 0 ? this.#seesColumn(field, rest) : this.#seesAll(field)
    return field.type !== 'link' || rest.length === 0 || this.#seesLinked(this.document.card[head], rest)
  }

  #seesColumn(table: Field, [column = '', ...rest]: readonly string[]): boolean {
    const field = columnsOf(table).get(column)
    if (!field) return this.#seesAll(table)
    if (!this.sees(`${table.id}.${column}`)) return false
    if (field.type !== 'link' || rest.length === 0) return true
    return ((this.document.card[table.id] ?? []) as readonly Row[]).every((row) => this.#seesLinked(row[column], rest))
  }

  #seesAll(table: Field): boolean {
    return [...columnsOf(table).keys()].every((column) => this.sees(`${table.id}.${column}`))
  }

  /** What a formula reads through a link is an input too: its reader must be able to read it there. */
  #seesLinked(value: CardValue | undefined, rest: readonly string[]): boolean {
    if (value === undefined) return true
    return ((Array.isArray(value) ? value : [value]) as readonly LinkValue[]).every(({ type, id }) => {
      const { reader } = this.looking
      const target = reader.document(type, id)
      const linked = this.site.types.get(type)
      if (!target || !linked || !mayOn(this.site, type, this.person, target, 'read', { reader })) return false
      return new Sight(this.site, linked, this.person, target, { reader }).#seesPath(rest.join('.'), null)
    })
  }

  #seesRows(rollup: Rollup): boolean {
    const table = fieldsOf(this.type).get(rollup.of)!
    const added = [rollup.sum, rollup.min, rollup.max, rollup.average]
      .filter((path) => path !== undefined)
      .map((path) => path.replace(/^row\./, ''))
    const asked = rollup.where === undefined ? [] : pathsRead(rollup.where)
    return (
      this.sees(rollup.of) &&
      added.every((column) => this.#seesColumn(table, [column])) &&
      asked.every((path) => this.#seesPath(path, table))
    )
  }

  /** Of every document that may be added up, whichever it is: so no condition may stand before it. */
  #seesSources(rollup: Rollup): boolean {
    const added = [rollup.sum, rollup.min, rollup.max, rollup.average]
      .filter((path) => path !== undefined)
      .map((path) => path.replace(/^that\./, ''))
    const asked =
      rollup.where === undefined
        ? []
        : pathsRead(rollup.where)
            .filter((path) => path.startsWith('that.'))
            .map((path) => path.split('.')[1]!)
    return backSources(this.site, this.type.id, rollup.of).every(({ type: id }) => {
      const source = this.site.types.get(id)!
      if (listAccess(this.site, id, this.person).kind !== 'everything') return false
      return [...added, ...asked].every((name) => {
        const field = fieldsOf(source).get(name)
        return !field || isOpenField(source, field) || this.#always(source, field)
      })
    })
  }

  /** Whether `seenBy` names this person whatever the document says. */
  #always(type: DocumentType, field: Field): boolean {
    return (
      field.seenBy !== undefined &&
      field.formula === undefined &&
      isAmong(field.seenBy, this.person, fieldAudienceContext(this.site, type, this.person, null))
    )
  }
}
