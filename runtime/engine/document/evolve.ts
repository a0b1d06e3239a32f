/**
 * Folds events into a document. It only sets values: what is recorded has happened, so nothing is refused here, and no
 * program is needed. Old events are lifted on reading, before they come here.
 */
import type { Card, CardValue, Rendered } from '../card/card.ts'
import type { DocumentEvent, EventBody, EventOf, Leaf } from './event.ts'
import { evolveProcess } from './evolve-process.ts'
import type { Document, Process } from './state.ts'

/** The document after one more event; the first is `document-created`, on null. */
export function evolve(document: Document | null, event: DocumentEvent): Document {
  const { body } = event
  if (body.type === 'document-created') return created(event as DocumentEvent<EventOf<'document-created'>>)
  if (!document) throw new Error(`a document begins with document-created, not with ${body.type}`)
  const touched = { ...document, sequence: event.sequence }
  const written = withContent(touched, event)
  switch (body.type) {
    case 'card-edited':
      return written
    case 'number-registered':
      return { ...written, number: body.number }
    case 'process-started':
      return { ...written, schema: body.schema, closedOn: null, process: { ...noProcess, clock: body.clock } }
    case 'document-moved':
      return withProcess({ ...written, program: body.program }, body, event)
    case 'document-ended':
      return withProcess({ ...written, closedOn: event.at }, body, event)
    case 'returned':
      return withProcess({ ...written, closedOn: null }, body, event)
    case 'node-entered':
    case 'block-entered':
      return withProcess(body.status === undefined ? written : { ...written, status: body.status }, body, event)
    default:
      return withProcess(written, body, event)
  }
}

/** A process in which nothing has happened yet. */
export const noProcess: Process = {
  tokens: {},
  blocks: {},
  seats: {},
  assignments: {},
  clock: null,
  visits: {},
  passed: {},
  outcomes: {},
  actors: {},
  approvedBefore: {},
  routesTaken: {},
  leftStage: null,
  suspended: null,
  ended: null,
}

function created(event: DocumentEvent<EventOf<'document-created'>>): Document {
  const bare: Document = {
    id: event.body.id,
    type: event.body.documentType,
    program: event.body.program,
    schema: null,
    number: null,
    title: {},
    status: event.body.status,
    author: event.body.author,
    createdOn: event.at,
    closedOn: null,
    sequence: event.sequence,
    cardRevision: event.sequence,
    card: {},
    derived: {},
    process: null,
  }
  return withContent(bare, event)
}

function withProcess(document: Document, body: EventBody, event: DocumentEvent): Document {
  return { ...document, process: evolveProcess(document.process ?? noProcess, body, event) }
}

function withContent(document: Document, { leaves, sequence }: DocumentEvent): Document {
  const card = put(document.card, leaves, 'card.') as Card
  const title = put(document.title, leaves, 'title.') as Rendered
  if (card === document.card && title === document.title) return document
  return { ...document, card, title, cardRevision: card === document.card ? document.cardRevision : sequence }
}

function put<V>(values: { readonly [key: string]: V }, leaves: readonly Leaf[], prefix: string): { readonly [key: string]: V } {
  let changed: { [key: string]: V } | null = null
  for (const { path, value } of leaves) {
    if (!path.startsWith(prefix)) continue
    changed ??= { ...values }
    const key = path.slice(prefix.length)
    if (value === null || value === undefined) delete changed[key]
    else changed[key] = value as V
  }
  return changed ?? values
}

/** The leaves that set these fields of a card: null for one that became blank. In one order, for a stored object keeps none and the chain hashes them. */
export function cardLeaves(card: Card, fields: Iterable<string>): Leaf[] {
  return [...fields].sort().map((field) => ({ path: `card.${field}`, value: (card[field] as CardValue | undefined) ?? null }))
}

/** The leaves that bring a title from one state to the next; none where it did not change. */
export function titleLeaves(before: Rendered, after: Rendered): Leaf[] {
  const languages = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...languages]
    .sort()
    .filter((l) => before[l] !== after[l])
    .map((l) => ({ path: `title.${l}`, value: after[l] ?? null }))
}
