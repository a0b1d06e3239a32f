/**
 * What the clock must do. A row is leased (so that two clocks never do it at once), done outside that transaction, and
 * deleted by the command's own statement, by `done`, or kept for another try by `failed`.
 */
import type { Id, Instant } from '../engine/document/state.ts'
import type { Queryable, Row } from './database.ts'
import type { DocumentKey } from './documents.ts'

export type DueKind = 'timer' | 'nudge' | 'follow-up' | 'delivery' | 'reminder-sweep' | 'index' | 'absence'

export interface DueItem {
  readonly id: number
  readonly kind: DueKind
  readonly at: Instant
  readonly document: DocumentKey | null
  readonly key: string
  readonly payload: unknown
  /** How often it was asked for: what `done` compares. */
  readonly asked: number
  /** Tries that failed. */
  readonly attempts: number
  readonly lastError: string | null
  readonly givenUp: Instant | null
}

const columns = 'id, kind, due_at, document, document_type, key, payload, asked, attempts, last_error, given_up_at'

function dueItem(row: Row): DueItem {
  const { due_at: at, document, document_type: type, last_error: lastError, given_up_at: givenUp, ...rest } = row
  return { ...rest, at, document: document ? { type, id: document } : null, lastError, givenUp } as unknown as DueItem
}

/** Takes what is due for `forSeconds`, the longest due first; what another clock holds is passed over. */
export async function lease(
  db: Queryable,
  { now, limit, forSeconds = 60 }: { readonly now: Instant; readonly limit: number; readonly forSeconds?: number },
): Promise<DueItem[]> {
  const until = new Date(Date.parse(now) + forSeconds * 1_000).toISOString()
  const rows = await db.query(
    `update due set lease_until = $3::timestamptz where id in (
       select id from due where due_at <= $1::timestamptz and given_up_at is null and (lease_until is null or lease_until <= $1::timestamptz)
       order by due_at, id limit $2 for update skip locked)
     returning ${columns}`,
    [now, limit, until],
  )
  return rows.map(dueItem).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id - b.id))
}

/** When the next row falls due; null where nothing is. */
export async function nextDue(db: Queryable): Promise<Instant | null> {
  const [row] = await db.query<{ at: Instant | null }>('select min(greatest(due_at, lease_until)) as at from due where given_up_at is null')
  return row?.at ?? null
}

/**
 * Makes something due at a time. The same kind and key (of the same document, or of none) is due once: asked for again
 * it counts up and keeps the earlier time.
 */
export async function makeDue(
  db: Queryable,
  item: {
    readonly kind: DueKind
    readonly at: Instant
    readonly document?: DocumentKey | null
    readonly key?: string
    readonly payload?: unknown
  },
): Promise<void> {
  await db.query(
    `insert into due (kind, due_at, document, document_type, key, payload) values ($1, $2::timestamptz, $3::uuid, $4, $5, $6::jsonb)
     on conflict (document, kind, key) do update
     set asked = due.asked + 1, due_at = least(due.due_at, excluded.due_at), payload = excluded.payload, given_up_at = null`,
    [item.kind, item.at, item.document?.id ?? null, item.document?.type ?? null, item.key ?? '', JSON.stringify(item.payload ?? {})],
  )
}

/** Takes away what was done, unless it was asked for again meanwhile: then it is free to be taken anew. */
export async function done(db: Queryable, items: readonly Pick<DueItem, 'id' | 'asked'>[]): Promise<void> {
  if (items.length === 0) return
  const rows = JSON.stringify(items.map(({ id, asked }) => ({ id, asked })))
  await db.query(
    `with r as (select * from jsonb_to_recordset($1::jsonb) as r(id bigint, asked int)),
       gone as (delete from due using r where due.id = r.id and due.asked = r.asked)
     update due set lease_until = null, attempts = 0 from r where due.id = r.id and due.asked <> r.asked`,
    [rows],
  )
}

/** How long after the n-th failure it is tried again: 10 s, doubled each time, at most 6 h. */
export const backOff = (attempts: number): number => Math.min(10_000 * 2 ** Math.max(0, attempts - 1), 21_600_000)

/** Notes a failure and frees the row until a later try; after `most` failures it is given up and stays visible. */
export async function failed(db: Queryable, item: DueItem, error: string, now: Instant, most = 10): Promise<'again' | 'given-up'> {
  const attempts = item.attempts + 1
  const givenUp = attempts >= most
  const at = new Date(Date.parse(now) + backOff(attempts)).toISOString()
  await db.query(
    `update due set attempts = $2, last_error = $3, lease_until = null, due_at = $4::timestamptz,
       given_up_at = case when $5::boolean then $6::timestamptz end where id = $1`,
    [item.id, attempts, error.slice(0, 2_000), givenUp ? item.at : at, givenUp, now],
  )
  return givenUp ? 'given-up' : 'again'
}

/** What was given up, newest first. */
export async function givenUp(
  db: Queryable,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<{ readonly items: DueItem[]; readonly after: string | null }> {
  const [at, id] = after ? after.split('~') : ['infinity', '9223372036854775807']
  const rows = await db.query(
    `select ${columns} from due where given_up_at is not null and (given_up_at, id) < ($1::timestamptz, $2::bigint)
     order by given_up_at desc, id desc limit $3`,
    [at, id, limit + 1],
  )
  const items = rows.slice(0, limit).map(dueItem)
  const last = items.at(-1)
  return { items, after: rows.length > limit && last ? `${last.givenUp}~${last.id}` : null }
}

/** Tries something given up once more, from the beginning; false where it is not there. */
export async function retry(db: Queryable, id: number, now: Instant): Promise<boolean> {
  const rows = await db.query(
    `update due set given_up_at = null, attempts = 0, lease_until = null, due_at = $2::timestamptz where id = $1 and given_up_at is not null returning id`,
    [id, now],
  )
  return rows.length === 1
}

/** What is still to come for a document. */
export async function dueOf(db: Queryable, document: Id): Promise<DueItem[]> {
  return (await db.query(`select ${columns} from due where document = $1 order by due_at, id`, [document])).map(dueItem)
}

/** Makes a leased row due again at another time, as a sweep does that comes round and round. */
export async function again(db: Queryable, { id }: Pick<DueItem, 'id'>, at: Instant): Promise<void> {
  await db.query('update due set due_at = $2::timestamptz, lease_until = null, attempts = 0, last_error = null where id = $1', [id, at])
}
