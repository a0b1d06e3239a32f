/** Unpublished edits of definitions. */
import type { Id, Instant } from '../engine/document/state.ts'
import type { Queryable } from './database.ts'
import type { ReleasedKind } from './releases.ts'

export interface Draft {
  readonly kind: ReleasedKind
  readonly id: string
  /** Null: taken out with the next release. */
  readonly body: unknown
  /** Hash of the body that it started from; null for something new. */
  readonly base: string | null
  readonly rev: number
  readonly by: Id | null
  readonly at: Instant
}

/** All drafts, by kind and id. */
export async function drafts(db: Queryable): Promise<Draft[]> {
  return db.query<Draft>('select kind, id, body, base, rev, by, at from draft order by kind, id')
}

/**
 * Keeps an edit. `rev` is the draft that the editor saw, 0 for none; false where another one is there now, and nothing
 * is written.
 */
export async function saveDraft(
  db: Queryable,
  { kind, id, body, base, rev, by, at }: Omit<Draft, 'body'> & { readonly body: object | null },
): Promise<boolean> {
  const values = [kind, id, body === null ? null : JSON.stringify(body), base, by, at]
  const rows =
    rev === 0
      ? await db.query(
          `insert into draft (kind, id, body, base, by, at) values ($1, $2, $3::jsonb, $4, $5::uuid, $6::timestamptz) on conflict do nothing returning rev`,
          values,
        )
      : await db.query(
          `update draft set body = $3::jsonb, base = $4, by = $5::uuid, at = $6::timestamptz, rev = rev + 1 where kind = $1 and id = $2 and rev = $7 returning rev`,
          [...values, rev],
        )
  return rows.length === 1
}

/** Throws an edit away. */
export async function dropDraft(db: Queryable, kind: ReleasedKind, id: string): Promise<boolean> {
  return (await db.query('delete from draft where kind = $1 and id = $2 returning id', [kind, id])).length === 1
}
