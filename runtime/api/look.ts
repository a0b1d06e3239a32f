/** Documents through a reader's eyes: rights, what is seen, and what is linked, with the facts fetched that they hang on. */

import type { DocumentType } from '../../schemas/generated/document-type.ts'
import { factsNow, gatherFacts } from '../commands/gather-facts.ts'
import { mayOn } from '../engine/access/access.ts'
import { hideCard, visibleFields } from '../engine/access/visible-fields.ts'
import type { Program } from '../engine/approval/program.ts'
import { keysOf } from '../engine/audience/keys.ts'
import type { Card, CardValue, LinkValue } from '../engine/card/card.ts'
import { type Field, fieldsOf } from '../engine/card/field.ts'
import { fromFeel } from '../engine/card/field-value.ts'
import { planOf } from '../engine/card/formulas.ts'
import { linkFields, linksOf } from '../engine/card/links.ts'
import { fieldValue, type Subject } from '../engine/card/scope.ts'
import { type FactReader, readerOf } from '../engine/document/fact-reader.ts'
import type { Facts } from '../engine/document/facts.ts'
import type { Id } from '../engine/document/state.ts'
import type { Site } from '../engine/site.ts'
import type { ListedDocument } from '../store/document-row.ts'
import { readTitles } from '../store/documents.ts'
import type { DocumentTitle } from '../store/write.ts'
import type { DocumentRef, PersonRef } from './answers.ts'
import type { ApiContext } from './context.ts'
import { peopleRefs } from './people.ts'

/** Computes something over a document, fetching the facts that it turns out to need. */
export async function withFacts<T>(
  c: ApiContext,
  program: Program,
  document: Subject,
  compute: (reader: FactReader) => T,
  given?: Facts,
  rollups: 'fresh' | 'kept' = 'kept',
): Promise<T> {
  const { edges } = c.get('parts')
  let facts = given ?? factsNow(edges, c.get('site'))
  for (let round = 0; ; round++) {
    const reader = readerOf(facts, { rollups })
    const computed = compute(reader)
    if (reader.missing.length === 0 || round === 4) return computed
    facts = await gatherFacts(edges.database, program, document, facts, reader.missing, { lock: false })
  }
}

/** As much of a stored document as rights and what is seen hang on. */
type Readable = Pick<ListedDocument, 'readers'> & { readonly document: Subject }

/** Whether the reader may read a document. */
export function mayRead(site: Site, person: Id, { document, readers }: Readable, reader: FactReader): boolean {
  return mayOn(site, document.type, person, document, 'read', { reader, readers })
}

/** The card as a person sees it: kept values, totals beside them, and what is calculated on reading. Hidden values are absent. */
export function seenCard(site: Site, type: DocumentType, person: Id, { document, readers }: Readable, reader: FactReader): Card {
  const live = site.types.get(type.id) ?? type
  const seen = visibleFields(site, live.id, person, document, { reader, readers })
  const { gone, onReading } = sightOf(type, live)
  const all: { [field: string]: CardValue } = { ...document.card, ...document.derived }
  for (const field of onReading) {
    const value = fromFeel(field, fieldValue(type, document, field, reader, { me: person }))
    if (value !== undefined) all[field.id] = value
  }
  const shown = gone.length > 0 ? new Set([...seen, ...gone, ...gone.flatMap((id) => columnsOfGone(type, id))]) : seen
  return hideCard(all, shown)
}

/** What hangs on the document's type and the newest release of it alone. */
interface CardSight {
  /** Fields that the newest release has no more: they are not narrowed by it, and show as their own release had them. */
  readonly gone: readonly string[]
  /** Fields that are calculated on reading. */
  readonly onReading: readonly Field[]
}

const sights = new WeakMap<DocumentType, { readonly live: DocumentType; readonly sight: CardSight }>()

/** Found once for each type: a page of a list asks it for every row. */
function sightOf(type: DocumentType, live: DocumentType): CardSight {
  const known = sights.get(type)
  if (known?.live === live) return known.sight
  const fields = [...fieldsOf(type).values()]
  const gone = fields.filter((field) => !fieldsOf(live).has(field.id) && !field.seenBy).map(({ id }) => id)
  const sight = { gone, onReading: fields.filter(({ id }) => planOf(type).how.get(id) === 'read') }
  sights.set(type, { live, sight })
  return sight
}

function columnsOfGone(type: DocumentType, id: string): readonly string[] {
  return (fieldsOf(type).get(id)?.fields ?? []).map((column) => `${id}.${column.id}`)
}

export function refOf({ document }: { readonly document: DocumentTitle }): DocumentRef {
  const { type, id, number, title, status } = document
  return { type, id, number, title, status }
}

/** The titles of what cards link to, by `<type>/<id>`: a link shows its target's title to whoever sees the link. `known` need not be read. */
export async function linkedRefs(
  c: ApiContext,
  cards: readonly { readonly type: DocumentType; readonly card: Card }[],
  known: readonly DocumentTitle[] = [],
): Promise<Record<string, DocumentRef>> {
  const wanted = new Map<string, LinkValue>()
  for (const { type, card } of cards)
    if (linkFields(type).length > 0) for (const { to } of linksOf(type, card)) wanted.set(`${to.type}/${to.id}`, to)
  const found: Record<string, DocumentRef> = {}
  const keep = (document: DocumentTitle) => {
    const key = `${document.type}/${document.id}`
    if (wanted.delete(key)) found[key] = refOf({ document })
  }
  for (const document of known) keep(document)
  if (wanted.size > 0) for (const document of await readTitles(c.get('parts').edges.database, [...wanted.values()])) keep(document)
  return found
}

/** A person field (`columns` null), or a table with its person columns. */
interface PersonField {
  readonly id: string
  readonly columns: readonly string[] | null
}

const peopleFields = new WeakMap<DocumentType, readonly PersonField[]>()

function personFields(type: DocumentType): readonly PersonField[] {
  let found = peopleFields.get(type)
  if (!found) {
    found = [...fieldsOf(type).values()].flatMap((field): PersonField[] => {
      if (field.type === 'person') return [{ id: field.id, columns: null }]
      const columns = field.type === 'table' ? (field.fields ?? []).filter((column) => column.type === 'person').map(({ id }) => id) : []
      return columns.length > 0 ? [{ id: field.id, columns }] : []
    })
    peopleFields.set(type, found)
  }
  return found
}

/** The people named in cards and by ids. */
export function peopleIn(
  site: Site,
  cards: readonly { readonly type: DocumentType; readonly card: Card }[],
  ids: Iterable<Id | null>,
): Record<Id, PersonRef> {
  const named = cards.flatMap(({ type, card }) =>
    personFields(type).flatMap(({ id, columns }) => {
      if (columns === null) return [card[id]].flat() as Id[]
      const rows = (card[id] ?? []) as readonly Record<string, CardValue>[]
      return rows.flatMap((row) => columns.flatMap((column) => [row[column]].flat() as Id[]))
    }),
  )
  return peopleRefs(site, [...ids, ...named.filter((id) => typeof id === 'string')])
}

/** The keys by which the reader is in pools and among readers. */
export function keysOfReader(c: ApiContext): readonly string[] {
  return keysOf(c.get('reader')!.person, c.get('site'))
}
