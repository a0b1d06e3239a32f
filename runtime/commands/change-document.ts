/**
 * One command on one document, as the story goes: read without a lock, decide, fetch what is missing, write everything
 * in one statement that succeeds only if nobody was faster. Whoever lost begins again; after two losses with the lock
 * first. A number, or a check over a total of another document, is decided under locks at once.
 */
import type { Program } from '../engine/approval/program.ts'
import type { Accepted, Decision } from '../engine/decision.ts'
import type { Command } from '../engine/document/command.ts'
import { decide } from '../engine/document/decide.ts'
import type { Facts } from '../engine/document/facts.ts'
import { followsNewest } from '../engine/document/follows-newest.ts'
import type { Reference } from '../engine/document/looking-at.ts'
import { type Guard, guardsOver } from '../engine/document/looking-at.ts'
import { decideMove } from '../engine/document/move.ts'
import type { Document } from '../engine/document/state.ts'
import type { Problem } from '../engine/problem.ts'
import type { Database, Queryable } from '../store/database.ts'
import { lockDocuments, readDocument } from '../store/documents.ts'
import { readKey } from '../store/idempotency.ts'
import type { StoredDocument } from '../store/write.ts'
import { decideFully } from './decide-fully.ts'
import type { Announcement, Edges } from './edges.ts'
import { factsNow } from './gather-facts.ts'
import { type Outcome, refused, type Sending } from './outcome.ts'
import { askGuards, withReasons } from './pass-guards.ts'
import { writeDecision } from './write-decision.ts'

/** Decides a command on a document as it was read; the program is the one that the document has then, `newest` what a move leads to. */
type Deciding = (program: Program, document: Document, facts: Facts, newest: Program | null) => Decision

type Attempt =
  | { readonly kind: 'done'; readonly outcome: Outcome; readonly tell?: Announcement }
  | { readonly kind: 'stale'; readonly revision: number }
  | { readonly kind: 'needs-lock'; readonly guards: readonly Guard[] }

const attempts = 5

const decidingOn =
  (command: Command): Deciding =>
  (program, document, facts, newest) =>
    command.type === 'move' ? decideMove(program, newest ?? program, document, command, facts) : decide(program, document, command, facts)

const asked = (command: Command) => ({
  by: command.by.kind === 'person' ? command.by.id : null,
  overrides: 'overrides' in command ? (command.overrides ?? {}) : {},
})

/**
 * Gives a command to a document as it was last seen, without reading it: one trip where nobody changed it or the office since.
 * Null wherever that cannot be known from here (it is older, the command is refused or changes nothing, locks are needed): then
 * nothing was written, and `changeDocument` tells.
 */
export async function changeUnread(edges: Edges, seen: StoredDocument, command: Command, sending: Sending): Promise<Outcome | null> {
  const { type, id } = seen.document
  const trying = { ...asked(command), lock: null, seen }
  const tried = await tryOnce(edges, edges.database, { type, id }, decidingOn(command), { ...sending, unread: true }, trying)
  if (tried.kind !== 'done' || !tried.outcome.ok || !tried.outcome.around) return null
  tell(edges, tried)
  return tried.outcome
}

/** Gives a command of a person or of the clock to a document. */
export async function changeDocument(edges: Edges, at: Reference, command: Command, sending: Sending = {}): Promise<Outcome> {
  const { by, overrides } = asked(command)
  const deciding = decidingOn(command)
  let guards: readonly Guard[] | null = null
  let revision = 0
  for (let attempt = 0; attempt < attempts; attempt++) {
    const lock: readonly Guard[] | null = guards ?? (attempt >= 2 ? [] : null)
    const tried: Attempt = lock
      ? await edges.database.transaction(async (tx) => {
          await lockDocuments(tx, [at, ...lock.map(({ parent }) => parent)])
          return tryOnce(edges, tx, at, deciding, sending, { by, overrides, lock })
        })
      : await tryOnce(edges, edges.database, at, deciding, sending, { by, overrides, lock, seen: attempt === 0 ? sending.seen : undefined })
    if (tried.kind === 'done') {
      tell(edges, tried)
      return tried.outcome
    }
    if (tried.kind === 'needs-lock') guards = tried.guards
    else revision = tried.revision
  }
  return refused({ code: 'stale', revision })
}

/** After the commit: a transaction has ended by now. */
function tell({ announce }: Edges, { tell: what }: Extract<Attempt, { kind: 'done' }>): void {
  if (what) announce(what)
}

interface Trying {
  readonly by: string | null
  readonly overrides: Readonly<Record<string, string>>
  /** The guards whose parents are locked; null where nothing is. */
  readonly lock: readonly Guard[] | null
  /** As it was read just now; left out: it is read. */
  readonly seen?: StoredDocument | undefined
}

async function tryOnce(
  edges: Edges,
  database: Database | Queryable,
  at: Reference,
  deciding: Deciding,
  sending: Sending,
  { by, overrides, lock, seen }: Trying,
): Promise<Attempt> {
  const done = (outcome: Outcome): Attempt => ({ kind: 'done', outcome })
  const stored = seen ?? (await readDocument(database, at.type, at.id))
  if (!stored) return done(refused({ code: 'document-unknown', ...at }))
  const refuse = async (problem: Problem): Promise<Attempt> =>
    sending.unread
      ? { kind: 'stale', revision: stored.document.cardRevision }
      : done((await doneAlready(database, sending, stored)) ?? refused(problem))
  if (sending.ifRevision !== undefined && sending.ifRevision !== stored.document.cardRevision)
    return refuse({ code: 'stale', revision: stored.document.cardRevision })

  const site = await edges.sites.at(database, stored.siteRev)
  const pinned = await edges.programs.get(database, stored.document.program)
  const newest = edges.programs.newest(site, stored.document)
  const decided = await decideFully(
    database,
    pinned,
    stored.document,
    factsNow(edges, site),
    (facts) => {
      // A document that rests where the schema says `follows: newest` goes along with its next command.
      const moved =
        newest && followsNewest(pinned, stored.document)
          ? decideMove(pinned, newest, stored.document, { type: 'move', by: { kind: 'clock' } }, facts)
          : null
      if (moved?.kind === 'missing') return moved
      const decision = deciding(
        moved?.kind === 'accepted' ? newest! : pinned,
        moved?.kind === 'accepted' ? moved.document : stored.document,
        facts,
        newest,
      )
      return moved?.kind === 'accepted' && decision.kind === 'accepted' ? joined(moved, decision) : decision
    },
    { lock: lock !== null },
  )
  if (decided.kind === 'needs-lock') return { kind: 'needs-lock', guards: lock ?? [] }
  if (decided.kind === 'refused') return refuse(decided.problem)
  const { facts } = decided
  let { accepted } = decided
  const program = newest && accepted.document.program === newest.hash ? newest : pinned
  if (accepted.events.length === 0) return done({ ok: true, stored, events: [], repeated: false })

  const guards = touches(accepted) ? guardsOver(site, program.type, accepted.document) : []
  if (guards.length > 0) {
    if (!lock || guards.some(({ parent }) => !lock.some((locked) => locked.parent.id === parent.id))) return { kind: 'needs-lock', guards }
    const guarding = await askGuards(database, edges.programs, guards, stored.document, accepted.document, facts, by, overrides)
    if (guarding.failed.length > 0) return refuse({ code: 'check-failed', checks: guarding.failed })
    accepted = withReasons(accepted, guarding.passed, overrides)
  }

  const {
    outcome,
    stored: written,
    told,
  } = await writeDecision(edges, database, { stored, program: pinned }, program, accepted, facts, sending)
  switch (outcome.kind) {
    case 'written':
      return {
        kind: 'done',
        outcome: { ok: true, stored: written, events: accepted.events, repeated: false, around: outcome.around },
        tell: { kind: 'document', ...at, revision: outcome.rev, people: told },
      }
    case 'stale':
      return { kind: 'stale', revision: stored.document.cardRevision }
    case 'done-already':
      return done({ ok: true, stored, events: [], repeated: true })
    case 'key-reused':
      return done(refused({ code: 'idempotency-key-reused' }))
    case 'not-unique':
      return done(refused({ code: 'not-unique', field: outcome.field, ...(outcome.twin && { twin: outcome.twin }) }))
  }
}

/** A command that was refused may be one that was done already: then its key says so, and the answer is the row. */
async function doneAlready(database: Queryable, { key }: Sending, stored: StoredDocument): Promise<Outcome | null> {
  const used = key && (await readKey(database, key.person, key.key))
  if (!used) return null
  return used.request === key.request ? { ok: true, stored, events: [], repeated: true } : refused({ code: 'idempotency-key-reused' })
}

/** Whether what came of a command can move a total of another document: the card or the status changed. */
function touches({ events }: Accepted): boolean {
  return events.some(
    ({ body, leaves }) => ('status' in body && body.status !== undefined) || leaves.some(({ path }) => path.startsWith('card.')),
  )
}

function joined(first: Accepted, second: Accepted): Accepted {
  return {
    ...second,
    events: [...first.events, ...second.events],
    notices: [...first.notices, ...second.notices],
    webhooks: [...first.webhooks, ...second.webhooks],
  }
}
