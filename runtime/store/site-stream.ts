/**
 * The site's own stream: publications, access and people are recorded like a document's events, chained by hash, with
 * everything that a person wrote in leaves. Each record makes a new `rev`, under which processes keep their caches.
 */
import { seal, siteStream } from '../engine/document/chain.ts'
import type { Id, Instant } from '../engine/document/state.ts'
import type { Queryable } from './database.ts'

/** The stream column of the site's events. */
export const siteStreamId = '00000000-0000-0000-0000-000000000000'

/** Who changes the site, when, and dice for the salts of what is recorded. */
export interface Stamp {
  readonly at: Instant
  readonly by: Id | null
  /** 16 random bytes in lower-case hex. */
  readonly newSalt: () => string
}

export interface SiteRecord {
  /** Ids only. */
  readonly body: { readonly type: string; readonly [key: string]: unknown }
  readonly leaves?: readonly { readonly path: string; readonly value: unknown }[]
}

/** Locks the site's row until the transaction ends: whoever changes what is live waits here for the others. */
export async function lockSite(tx: Queryable): Promise<{ readonly rev: number; readonly release: number }> {
  const [row] = await tx.query<{ rev: number; release: number }>('select rev, release from site for update')
  return row!
}

/** Records a change of the site and answers its new rev. Belongs into the change's own transaction. */
export async function recordOnSite(tx: Queryable, { at, by, newSalt }: Stamp, records: readonly SiteRecord[]): Promise<number> {
  const [head] = await tx.query<{ head_sequence: number; head_hash: string }>('select head_sequence, head_hash from site for update')
  const events = records.map(({ body, leaves = [] }, index) => ({
    sequence: head!.head_sequence + 1 + index,
    at,
    by,
    for: null,
    body,
    leaves,
  }))
  const sealed = seal(siteStream, head!.head_hash, events, newSalt)
  const rows = sealed.map(({ body, leaves, salts, ...rest }) => ({
    ...rest,
    type: body.type,
    body,
    leaves: leaves.map(({ path, value }, index) => ({ path, value: value ?? null, salt: salts[index] })),
  }))
  await tx.query(
    `insert into event (stream, kind, sequence, type, at, by, body, leaves, hash, previous)
     select $1::uuid, 'site', r.sequence, r.type, r.at, r.by, r.body, r.leaves, r.hash, r.previous
     from jsonb_to_recordset($2::jsonb) as r(sequence int, type text, at timestamptz, by uuid, body jsonb, leaves jsonb, hash text, previous text)`,
    [siteStreamId, JSON.stringify(rows)],
  )
  const last = sealed.at(-1)
  const [row] = await tx.query<{ rev: number }>(
    'update site set rev = rev + 1, head_sequence = coalesce($1::int, head_sequence), head_hash = coalesce($2, head_hash) returning rev',
    [last?.sequence ?? null, last?.hash ?? null],
  )
  return row!.rev
}
