import { chooseSchema } from '../engine/approval/choose-schema.ts'
import type { Card } from '../engine/card/card.ts'
import type { Decision } from '../engine/decision.ts'
import type { Actor } from '../engine/document/command.ts'
import { decideCreation } from '../engine/document/decide.ts'
import { readerOf } from '../engine/document/fact-reader.ts'
import { type Guard, guardsOver } from '../engine/document/looking-at.ts'
import type { Id } from '../engine/document/state.ts'
import type { Database, Queryable } from '../store/database.ts'
import { lockDocuments, readDocument } from '../store/documents.ts'
import { readKey } from '../store/idempotency.ts'
import { decideFully } from './decide-fully.ts'
import type { Announcement, Edges } from './edges.ts'
import { factsNow } from './gather-facts.ts'
import { type Outcome, refused, type Sending } from './outcome.ts'
import { askGuards, withReasons } from './pass-guards.ts'
import { writeDecision } from './write-decision.ts'

export interface Creation {
  readonly type: string
  readonly by: Actor
  readonly card: Card
  /** Whose document it is, where the program itself makes it. */
  readonly author?: Id
  /** A reason for each check that is to be let pass. */
  readonly overrides?: Readonly<Record<string, string>>
}

type Attempt =
  | { readonly kind: 'done'; readonly outcome: Outcome; readonly tell?: Announcement }
  | { readonly kind: 'needs-lock'; readonly guards: readonly Guard[] }

/** Makes a document of the newest release, with its process where the type starts one by itself. */
export async function createDocument(edges: Edges, creation: Creation, sending: Sending = {}): Promise<Outcome> {
  const id = edges.newId()
  let guards: readonly Guard[] | null = null
  for (let attempt = 0; attempt < 3; attempt++) {
    const lock: readonly Guard[] | null = guards
    const tried: Attempt = lock
      ? await edges.database.transaction(async (tx) => {
          await lockDocuments(
            tx,
            lock.map(({ parent }) => parent),
          )
          return tryOnce(edges, tx, id, creation, sending, lock)
        })
      : await tryOnce(edges, edges.database, id, creation, sending, null)
    if (tried.kind === 'done') {
      // After the commit: a transaction has ended by now.
      if (tried.tell) edges.announce(tried.tell)
      return tried.outcome
    }
    guards = tried.guards
  }
  return refused({ code: 'stale', revision: 0 })
}

async function tryOnce(
  edges: Edges,
  database: Database | Queryable,
  id: Id,
  { type: typeId, by, card, author, overrides = {} }: Creation,
  sending: Sending,
  lock: readonly Guard[] | null,
): Promise<Attempt> {
  const done = (outcome: Outcome): Attempt => ({ kind: 'done', outcome })
  const site = await edges.sites.at(database)
  const type = site.types.get(typeId)
  if (!type) return done(refused({ code: 'type-unknown', type: typeId }))
  if (sending.key) {
    const used = await readKey(database, sending.key.person, sending.key.key)
    if (used) return done(await already(database, used, sending.key.request))
  }

  let program = edges.programs.of(type, null)
  const subject = {
    id,
    type: typeId,
    number: null,
    title: {},
    status: '',
    author: author ?? (by.kind === 'person' ? by.id : ''),
    createdOn: '',
    card,
    derived: {},
  }
  const decided = await decideFully(
    database,
    program,
    subject,
    factsNow(edges, site),
    (facts): Decision => {
      const reader = readerOf(facts)
      const schema = chooseSchema({ type }, { ...subject, createdOn: facts.now }, card, reader)
      if (reader.missing.length > 0) return { kind: 'missing', missing: reader.missing }
      program = edges.programs.of(type, schema)
      const command = { type: 'create', by, card, overrides, ...(author && { author }) } as const
      return decideCreation(program, command, id, facts)
    },
    { lock: lock !== null },
  )
  if (decided.kind === 'needs-lock') return { kind: 'needs-lock', guards: lock ?? [] }
  if (decided.kind === 'refused') return done(refused(decided.problem))
  const { facts } = decided
  let { accepted } = decided

  const guards = guardsOver(site, type, accepted.document)
  if (guards.length > 0) {
    if (!lock || guards.some(({ parent }) => !lock.some((locked) => locked.parent.id === parent.id))) return { kind: 'needs-lock', guards }
    const guarding = await askGuards(
      database,
      edges.programs,
      guards,
      null,
      accepted.document,
      facts,
      by.kind === 'person' ? by.id : null,
      overrides,
    )
    if (guarding.failed.length > 0) return done(refused({ code: 'check-failed', checks: guarding.failed }))
    accepted = withReasons(accepted, guarding.passed, overrides)
  }
  const { outcome, stored, told } = await writeDecision(edges, database, null, program, accepted, facts, sending)
  switch (outcome.kind) {
    case 'written':
      return {
        kind: 'done',
        outcome: { ok: true, stored, events: accepted.events, repeated: false },
        tell: { kind: 'document', type: typeId, id, revision: outcome.rev, people: told },
      }
    case 'done-already':
      return done(await already(database, { ...outcome, request: sending.key!.request }, sending.key!.request))
    case 'key-reused':
      return done(refused({ code: 'idempotency-key-reused' }))
    case 'not-unique':
      return done(refused({ code: 'not-unique', field: outcome.field, ...(outcome.twin && { twin: outcome.twin }) }))
    case 'stale':
      return done(refused({ code: 'stale', revision: 0 }))
  }
}

async function already(database: Queryable, used: { type: string; id: Id; request: string }, request: string): Promise<Outcome> {
  if (used.request !== request) return refused({ code: 'idempotency-key-reused' })
  const stored = await readDocument(database, used.type, used.id)
  return stored ? { ok: true, stored, events: [], repeated: true } : refused({ code: 'document-unknown', type: used.type, id: used.id })
}
