/** Rehearsals kept with the drafts. */
import type { Id, Instant } from '../engine/document/state.ts'
import type { Queryable } from './database.ts'

export interface KeptScenario {
  readonly id: string
  readonly body: unknown
  readonly rev: number
  readonly by: Id | null
  readonly at: Instant
}

/** All kept rehearsals, by id. */
export async function scenarios(db: Queryable): Promise<KeptScenario[]> {
  return db.query<KeptScenario>('select id, body, rev, by, at from scenario order by id')
}

/**
 * Keeps a rehearsal. `rev` is the one that its author saw, 0 for none; null where another one is there now, and nothing
 * is written. Answers the new rev.
 */
export async function saveScenario(
  db: Queryable,
  { id, body, rev, by, at }: Omit<KeptScenario, 'body'> & { readonly body: object },
): Promise<number | null> {
  const values = [id, JSON.stringify(body), by, at]
  const rows =
    rev === 0
      ? await db.query<{ rev: number }>(
          'insert into scenario (id, body, by, at) values ($1, $2::jsonb, $3::uuid, $4::timestamptz) on conflict do nothing returning rev',
          values,
        )
      : await db.query<{ rev: number }>(
          'update scenario set body = $2::jsonb, by = $3::uuid, at = $4::timestamptz, rev = rev + 1 where id = $1 and rev = $5 returning rev',
          [...values, rev],
        )
  return rows[0]?.rev ?? null
}

/** Throws a rehearsal away; false where there is none. */
export async function dropScenario(db: Queryable, id: string): Promise<boolean> {
  return (await db.query('delete from scenario where id = $1 returning id', [id])).length === 1
}
