import type { Id, Instant } from '../engine/document/state.ts'
import type { Queryable } from './database.ts'

export interface KeyUsed {
  /** Hash of the command that it was used for. */
  readonly request: string
  readonly type: string
  readonly id: Id
  /** The document's last event after it. */
  readonly sequence: number
}

/** What a person's `Idempotency-Key` was used for; null where it was not used. */
export async function readKey(db: Queryable, person: Id, key: string): Promise<KeyUsed | null> {
  const [row] = await db.query<KeyUsed>(
    'select body_hash as request, document_type as type, document as id, sequence from idempotency where person = $1 and key = $2',
    [person, key],
  )
  return row ?? null
}

/** Forgets keys used before an instant; answers how many. */
export async function forgetKeys(db: Queryable, before: Instant): Promise<number> {
  const rows = await db.query('delete from idempotency where at < $1::timestamptz returning 1 as one', [before])
  return rows.length
}
