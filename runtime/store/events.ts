/** The record, read: a document's history, what it was at an instant, and the feed of everything. */
import type { SealedLeaf } from '../engine/document/chain.ts'
import type { DocumentEvent, EventBody, Leaf } from '../engine/document/event.ts'
import type { Id, Instant } from '../engine/document/state.ts'
import type { Queryable, Row } from './database.ts'

/** An event as stored. An erased leaf reads as null; `erased` names its path. */
export interface RecordedEvent extends DocumentEvent {
  readonly erased: readonly string[]
}

export const eventColumns = 'e.sequence, e.at, e.by, e.on_behalf_of, e.body, e.leaves, e.hash, e.previous'

/** Makes an event of a row selected with `eventColumns`. */
export function recordedEvent(row: Row): RecordedEvent {
  const stored = row.leaves as readonly SealedLeaf[]
  const leaves: Leaf[] = stored.map((leaf) => ({ path: leaf.path, value: 'hash' in leaf ? null : leaf.value }))
  return {
    sequence: row.sequence as number,
    at: row.at as Instant,
    by: row.by as Id | null,
    for: row.on_behalf_of as Id | null,
    body: row.body as EventBody,
    leaves,
    erased: stored.filter((leaf) => 'hash' in leaf).map(({ path }) => path),
  }
}

/** A document's events, newest first: those before sequence `after`. */
export async function history(
  db: Queryable,
  id: Id,
  { after, limit }: { readonly after: number | null; readonly limit: number },
): Promise<{ readonly events: RecordedEvent[]; readonly after: number | null }> {
  const rows = await db.query(
    `select ${eventColumns} from event e where e.stream = $1 and e.kind = 'document' and e.sequence < $2 order by e.sequence desc limit $3`,
    [id, after ?? 2_147_483_647, limit + 1],
  )
  const events = rows.slice(0, limit).map(recordedEvent)
  return { events, after: rows.length > limit ? events.at(-1)!.sequence : null }
}

/** All events of a document up to and with an instant, oldest first: what its card was then is their fold. */
export async function eventsUpTo(db: Queryable, id: Id, at: Instant): Promise<RecordedEvent[]> {
  const rows = await db.query(
    `select ${eventColumns} from event e where e.stream = $1 and e.kind = 'document' and e.at <= $2::timestamptz order by e.sequence`,
    [id, at],
  )
  return rows.map(recordedEvent)
}

export interface FedEvent {
  readonly kind: 'document' | 'talk' | 'site'
  readonly stream: Id
  readonly documentType: string | null
  readonly event: RecordedEvent
}

/**
 * What was recorded since a position, of all streams, each event once and none left out. Positions are given out before
 * their transactions commit, so it reads in the order of transactions and only what lies before the oldest one that is
 * still running. A new reader begins at `latestPosition`, or at null for everything.
 */
export async function feed(
  db: Queryable,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<{ readonly events: FedEvent[]; readonly position: string | null }> {
  const [xid, position] = after ? after.split('-') : ['0', '0']
  const rows = await db.query(
    `select ${eventColumns}, e.kind, e.stream, e.document_type, e.xid::text as xid, e.position from event e
     where (e.xid, e.position) > ($1::xid8, $2::bigint) and e.xid < pg_snapshot_xmin(pg_current_snapshot())
     order by e.xid, e.position limit $3`,
    [xid, position, limit],
  )
  const last = rows.at(-1)
  return {
    events: rows.map((row) => ({
      kind: row.kind as FedEvent['kind'],
      stream: row.stream as Id,
      documentType: row.document_type as string | null,
      event: recordedEvent(row),
    })),
    position: last ? `${last.xid}-${last.position}` : after,
  }
}

/** Where the feed ends now: what is recorded later comes after it. */
export async function latestPosition(db: Queryable): Promise<string> {
  const [row] = await db.query<{ xmin: string }>('select (pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1)::text as xmin')
  return `${row!.xmin}-9223372036854775807`
}

/** Erases content: the leaves at these paths lose value and salt in every event, their hashes stay and the chain holds. */
export async function eraseLeaves(db: Queryable, id: Id, paths: readonly string[], hashOf: (leaf: SealedLeaf) => string): Promise<number> {
  const rows = await db.query<{ sequence: number; leaves: SealedLeaf[] }>(
    `select e.sequence, e.leaves from event e where e.stream = $1 and e.kind = 'document'
     and exists (select from jsonb_array_elements(e.leaves) l where l->>'path' = any($2::text[]) and not l ? 'hash') order by e.sequence`,
    [id, paths],
  )
  for (const { sequence, leaves } of rows) {
    const erased = leaves.map((leaf) => (paths.includes(leaf.path) ? { path: leaf.path, hash: hashOf(leaf) } : leaf))
    await db.query(`update event set leaves = $3::jsonb where stream = $1 and kind = 'document' and sequence = $2`, [
      id,
      sequence,
      JSON.stringify(erased),
    ])
  }
  return rows.length
}
