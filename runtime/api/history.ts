import { hideCard, visibleFields } from '../engine/access/visible-fields.ts'
import type { Program } from '../engine/approval/program.ts'
import type { Card, CardValue } from '../engine/card/card.ts'
import { fieldAt, fieldsOf } from '../engine/card/field.ts'
import { outcomesAt } from '../engine/document/decide-assignment.ts'
import type { DocumentEvent, EventBody } from '../engine/document/event.ts'
import { evolve } from '../engine/document/evolve.ts'
import type { Document, Id, Instant } from '../engine/document/state.ts'
import type { LocalText } from '../engine/site.ts'
import { eventsUpTo, history, type RecordedEvent } from '../store/events.ts'
import type { HistoryEntry, HistoryPage, PastAnswer } from './answers.ts'
import { type ApiContext, readerOf, refuse } from './context.ts'
import { type Found, findDocument } from './document-answer.ts'
import { linkedRefs, peopleIn, withFacts } from './look.ts'
import { limitOf } from './paging.ts'

/** What nobody reads a chronicle for: the places that the process goes through by itself. */
const quiet = new Set<EventBody['type']>([
  'process-started',
  'block-entered',
  'block-left',
  'branch-closed',
  'seat-changed',
  'wakes-set',
  'token-set-aside',
  'deadline-changed',
  'assignment-put-off',
  'automation-done',
])

/** `GET /api/documents/{type}/{id}/history?after&limit`: what happened, newest first, with before and after, under today's rights. */
export async function historyPage(c: ApiContext, type: string, id: Id): Promise<Response> {
  const found = await findDocument(c, type, id)
  if (!found.ok) return found.response
  const { edges } = c.get('parts')
  const after = Number(c.req.query('after') ?? Number.NaN)
  const limit = limitOf(c.req.query('limit'), 100)
  const { events, after: next } = await history(edges.database, id, { after: Number.isInteger(after) ? after : null, limit })
  // The values before the oldest of these: folded from the beginning, which is read once for a page.
  const oldest = events.at(-1)
  const before = oldest ? await cardsBefore(c, found, oldest.sequence, events) : new Map<number, Card>()
  const seen = await seenBy(c, found)
  const entries = events
    .filter(({ body }) => !quiet.has(body.type))
    .map((event) => entryOf(found, event, before.get(event.sequence) ?? {}, seen))
  const cards = [
    { type: found.program.type, card: { ...found.stored.document.card } as Card },
    ...entries.map((entry) => ({ type: found.program.type, card: changedCard(entry) })),
  ]
  const people = entries.flatMap(({ by, for: onBehalf, person }) => [by, onBehalf, person])
  const page: HistoryPage = {
    items: entries,
    after: next === null ? null : String(next),
    people: peopleIn(
      c.get('site'),
      cards.map(({ type: of, card }) => ({ type: of, card: hideCard(card, seen) })),
      people,
    ),
    linked: await linkedRefs(
      c,
      cards.map(({ type: of, card }) => ({ type: of, card: hideCard(card, seen) })),
    ),
  }
  return c.json(page)
}

/** The fields, of those that the reader sees, whose values changed after a revision of the card. */
export async function changedSince(c: ApiContext, found: Extract<Found, { ok: true }>, revision: number): Promise<readonly string[]> {
  const seen = await seenBy(c, found)
  const fields = new Set<string>()
  for (let after: number | null = null; ; ) {
    const page = await history(c.get('parts').edges.database, found.stored.document.id, { after, limit: 100 })
    for (const { sequence, leaves } of page.events)
      if (sequence > revision)
        for (const { path } of leaves) {
          const [field = ''] = path.startsWith('card.') ? path.slice(5).split('/') : []
          if (seen.has(field)) fields.add(field)
        }
    const oldest = page.events.at(-1)?.sequence ?? 0
    if (page.after === null || oldest <= revision) return [...fields]
    after = page.after
  }
}

function changedCard({ changes }: HistoryEntry): Card {
  return Object.fromEntries(
    changes
      .flatMap(({ path, before, after }) => (path.includes('/') ? [] : [[path, after ?? before]]))
      .filter(([, value]) => value !== null),
  ) as Card
}

async function seenBy(c: ApiContext, { stored, program, facts }: Extract<Found, { ok: true }>): Promise<ReadonlySet<string>> {
  return withFacts(
    c,
    program,
    stored.document,
    (reader) =>
      visibleFields(c.get('site'), stored.document.type, readerOf(c).person.id, stored.document, { reader, readers: stored.readers }),
    facts,
  )
}

/** The card as it was before each of the events of a page. */
async function cardsBefore(
  c: ApiContext,
  { stored }: Extract<Found, { ok: true }>,
  oldest: number,
  page: readonly RecordedEvent[],
): Promise<ReadonlyMap<number, Card>> {
  const all = oldest === 1 ? [...page].reverse() : await eventsUpTo(c.get('parts').edges.database, stored.document.id, page[0]!.at)
  const cards = new Map<number, Card>()
  let document: Document | null = null
  for (const event of all) {
    cards.set(event.sequence, document?.card ?? {})
    document = evolve(document, event)
  }
  return cards
}

function entryOf(
  { program, stored }: Extract<Found, { ok: true }>,
  event: DocumentEvent,
  before: Card,
  seen: ReadonlySet<string>,
): HistoryEntry {
  const { body, leaves } = event
  const assignment =
    'assignment' in body && typeof body.assignment === 'string' ? stored.document.process?.assignments[body.assignment] : undefined
  const seat = assignment && stored.document.process?.seats[assignment.seat]
  const node = 'node' in body ? body.node : body.type === 'node-entered' ? body.token.node : (seat?.node ?? null)
  const action = body.type === 'action-taken' ? body.action : body.type === 'assignment-decided' ? body.outcome : null
  return {
    sequence: event.sequence,
    at: event.at,
    by: event.by,
    for: event.for,
    what: body.type,
    node,
    nodeLabel: node === null ? null : (program.nodes.get(node)?.label ?? null),
    action,
    actionLabel: action === null ? null : actionLabel(program, node, action, seat),
    person:
      'hand' in body ? body.hand.person : body.type === 'seat-made' ? (body.assignments[0]?.person ?? null) : (assignment?.person ?? null),
    comment: textLeaf(leaves, 'comment'),
    reason: textLeaf(leaves, 'reason'),
    changes: changesOf(program, leaves, before, seen),
    details: detailsOf(body),
  }
}

function actionLabel(
  { nodes, schema }: Program,
  node: string | null,
  action: string,
  seat: Parameters<typeof outcomesAt>[1] | undefined,
): LocalText | null {
  const at = node === null ? undefined : nodes.get(node)
  const drawn = [...(at && 'actions' in at ? (at.actions ?? []) : []), ...(schema?.anywhere ?? [])].find(({ id }) => id === action)
  if (drawn) return drawn.label
  return seat ? (outcomesAt({ nodes } as Program, seat).find(({ id }) => id === action)?.label ?? null) : null
}

function textLeaf(leaves: DocumentEvent['leaves'], path: string): string | null {
  const value = leaves.find((leaf) => leaf.path === path)?.value
  return typeof value === 'string' ? value : null
}

/** Values before and after, only of fields that the reader sees; rows of a table are told apart by their ids. */
function changesOf({ type }: Program, leaves: DocumentEvent['leaves'], before: Card, seen: ReadonlySet<string>): HistoryEntry['changes'] {
  return leaves.flatMap(({ path, value }) => {
    const id = path.startsWith('card.') ? path.slice(5) : null
    const field = id === null ? undefined : fieldAt(type, id)
    if (id === null || !field || !seen.has(id) || !fieldsOf(type).has(id)) return []
    const shown = hideCard({ [id]: (value ?? null) as CardValue }, seen)[id] ?? null
    const was = hideCard({ [id]: before[id] ?? (null as never) }, seen)[id] ?? null
    return [{ path: id, label: field.label, before: was, after: shown }]
  })
}

function detailsOf(body: EventBody): HistoryEntry['details'] {
  switch (body.type) {
    case 'node-left':
      return { how: body.how, outcome: body.outcome }
    case 'node-entered':
      return { visit: body.token.visit, status: body.status ?? null }
    case 'number-registered':
      return { number: body.number }
    case 'assignment-handed-over':
    case 'assignment-claimed':
      return { how: body.hand.how }
    case 'assignment-closed':
      return { how: body.how }
    case 'deadline-step-taken':
      return { step: body.step, round: body.round }
    case 'document-moved':
      return { program: body.program, from: body.from }
    case 'document-ended':
      return { result: body.result }
    default:
      return {}
  }
}

/** `GET /api/documents/{type}/{id}/at?on=<instant>`: the card as it was, under today's rights. */
export async function pastAnswer(c: ApiContext, type: string, id: Id): Promise<Response> {
  const found = await findDocument(c, type, id)
  if (!found.ok) return found.response
  const on = c.req.query('on') ?? ''
  const at = Number.isNaN(Date.parse(on)) ? null : (new Date(on).toISOString() as Instant)
  if (at === null)
    return refuse(c, {
      code: 'request-invalid',
      errors: [{ path: 'on', rule: 'query', found: on, expected: 'an instant such as 2026-03-03T12:00:00.000Z' }],
    })
  const { edges } = c.get('parts')
  const events = await eventsUpTo(edges.database, id, at)
  const document = events.reduce<Document | null>((state, event) => evolve(state, event), null)
  if (!document) return refuse(c, { code: 'document-unknown', type, id })
  const program = await edges.programs.get(edges.database, document.program)
  const seen = await seenBy(c, found)
  const card = hideCard(document.card, seen)
  const typed = [{ type: program.type, card }]
  const answer: PastAnswer = {
    at,
    sequence: document.sequence,
    program: document.program,
    status: document.status,
    number: document.number,
    title: document.title,
    card,
    linked: await linkedRefs(c, typed),
    people: peopleIn(c.get('site'), typed, [document.author]),
  }
  return c.json(answer)
}
