// Writes for the tests of the store: valid by default, with sealed events whose fold is the document.
import { randomBytes } from 'node:crypto'
import type { Card } from '../../runtime/engine/card/card.ts'
import type { Agenda, AgendaAssignment } from '../../runtime/engine/decision.ts'
import { documentStream, genesis, seal } from '../../runtime/engine/document/chain.ts'
import type { DocumentEvent, EventBody, Leaf } from '../../runtime/engine/document/event.ts'
import { cardLeaves, evolve } from '../../runtime/engine/document/evolve.ts'
import type { Document, Id, Instant } from '../../runtime/engine/document/state.ts'
import { uuidv7 } from '../../runtime/engine/uuid.ts'
import type { DocumentWrite, StoredDocument } from '../../runtime/store/write.ts'

export const newSalt = (): string => randomBytes(16).toString('hex')
export const newId = (): Id => uuidv7(Date.now(), randomBytes)
export const ana = '019ab000-0000-7000-8000-00000000a0a0'
export const radu = '019ab000-0000-7000-8000-00000000ad00'
const nine: Instant = '2026-11-23T09:00:00.000Z'

export const noAgenda: Agenda = { timers: [], assignments: [], readers: [] }

type Rest = Partial<Omit<DocumentWrite, 'document' | 'events' | 'before'>>

function writeOf(
  before: StoredDocument | null,
  bodies: readonly (readonly [EventBody, readonly Leaf[]])[],
  by: Id,
  at: Instant,
  id: Id,
  rest: Rest,
): DocumentWrite {
  let document: Document | null = before?.document ?? null
  const events = bodies.map(([body, leaves], index): DocumentEvent => {
    const event = { sequence: (before?.document.sequence ?? 0) + 1 + index, at, by, for: null, body, leaves }
    document = evolve(document, event)
    return event
  })
  return {
    before,
    document: document!,
    events: seal(documentStream(id), before?.head ?? genesis, events, newSalt),
    agendaBefore: before ? noAgenda : null,
    agenda: noAgenda,
    notices: [],
    deliveries: [],
    links: [],
    unique: [],
    words: '',
    nudge: [],
    takes: null,
    idempotency: null,
    now: at,
    ...rest,
  }
}

/** A new document of a type. */
export function creation({
  type = 'contract',
  id = newId(),
  card = { amount: 100 } as Card,
  title = 'Contract',
  status = 'draft',
  at = nine,
  ...rest
}: Rest & { type?: string; id?: Id; card?: Card; title?: string; status?: string; at?: Instant } = {}): DocumentWrite {
  const created: EventBody = { type: 'document-created', id, author: ana, documentType: type, program: 'p'.repeat(64), status }
  return writeOf(null, [[created, [...cardLeaves(card, Object.keys(card)), { path: 'title.en', value: title }]]], ana, at, id, {
    words: title,
    ...rest,
  })
}

/** A change of some fields of a stored document. */
export function edit(before: StoredDocument, card: Card, { at = nine, ...rest }: Rest & { at?: Instant } = {}): DocumentWrite {
  const fields = Object.keys(card)
  return writeOf(before, [[{ type: 'card-edited', fields }, cardLeaves(card, fields)]], ana, at, before.document.id, rest)
}

/** Something that leaves the card alone. */
export function action(before: StoredDocument, { at = nine, ...rest }: Rest & { at?: Instant } = {}): DocumentWrite {
  return writeOf(
    before,
    [[{ type: 'action-taken', node: 'draft', action: 'submit', token: null }, [{ path: 'comment', value: 'Please' }]]],
    ana,
    at,
    before.document.id,
    rest,
  )
}

/** An open assignment of the agenda. */
export const assignment = (over: Partial<AgendaAssignment> = {}): AgendaAssignment => ({
  id: newId(),
  node: 'inside',
  seat: newId(),
  line: 'legal',
  person: ana,
  from: ana,
  pool: null,
  except: [],
  state: 'open',
  outcome: null,
  due: null,
  opened: nine,
  closed: null,
  ...over,
})
