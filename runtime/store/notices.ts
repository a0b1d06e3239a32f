/** What people were told. A notice of a document is written with it; one of a reminder rule here, with the mark that it was sent. */
import type { Notice } from '../engine/decision.ts'
import type { Id, Instant } from '../engine/document/state.ts'
import type { Queryable, Row } from './database.ts'
import type { DocumentKey } from './documents.ts'
import type { NewDelivery, NewNotice } from './write.ts'

export interface StoredNotice extends Notice {
  readonly id: Id
  readonly document: DocumentKey | null
  readonly at: Instant
  readonly read: Instant | null
}

const columns = 'id, recipient, about, text, facts, document, document_type, assignment, by, at, read_at'

function storedNotice(row: Row): StoredNotice {
  const { recipient: to, document, document_type: type, read_at: read, ...rest } = row
  return { ...rest, to, document: document ? { type, id: document } : null, read } as unknown as StoredNotice
}

/** A person's notices in the program, newest first. */
export async function notices(
  db: Queryable,
  person: Id,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<{ readonly items: StoredNotice[]; readonly after: string | null }> {
  const [at, id] = after ? after.split('~') : ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff']
  const rows = await db.query(
    `select ${columns} from notice where recipient = $1 and 'program' = any(by) and (at, id) < ($2::timestamptz, $3::uuid)
     order by at desc, id desc limit $4`,
    [person, at, id, limit + 1],
  )
  const items = rows.slice(0, limit).map(storedNotice)
  const last = items.at(-1)
  return { items, after: rows.length > limit && last ? `${last.at}~${last.id}` : null }
}

/** One notice, e.g. to send it by e-mail. */
export async function readNotice(db: Queryable, id: Id): Promise<StoredNotice | null> {
  const [row] = await db.query(`select ${columns} from notice where id = $1`, [id])
  return row ? storedNotice(row) : null
}

/** Marks notices of this person as read, those told before an instant where one is given; those of others are left alone. */
export async function markRead(
  db: Queryable,
  person: Id,
  ids: readonly Id[] | 'all',
  now: Instant,
  before: Instant = now,
): Promise<number> {
  const which = ids === 'all' ? '' : 'and id = any($4::uuid[])'
  const rows = await db.query(
    `update notice set read_at = $2::timestamptz where recipient = $1 and read_at is null and at <= $3::timestamptz and 'program' = any(by) ${which} returning id`,
    ids === 'all' ? [person, now, before] : [person, now, before, ids],
  )
  return rows.length
}

/** How many a person has not read, counted to 1,000 at most. */
export async function unread(db: Queryable, person: Id): Promise<number> {
  const [row] = await db.query<{ n: number }>(
    `select count(*) as n from (select from notice where recipient = $1 and read_at is null and 'program' = any(by) limit 1000) n`,
    [person],
  )
  return row!.n
}

export interface ReminderWrite {
  readonly rule: string
  readonly document: DocumentKey
  /** Names the date, the step and the repetition. */
  readonly occurrence: string
  readonly notices: readonly NewNotice[]
  readonly deliveries: readonly NewDelivery[]
  readonly now: Instant
}

/** Writes a reminder with its notices, once for each occurrence: false where it was sent before, and nothing is written. */
export async function writeReminder(
  db: Queryable,
  { rule, document, occurrence, notices: told, deliveries, now }: ReminderWrite,
): Promise<boolean> {
  const rows = told.map(({ to, ...rest }) => ({ ...rest, recipient: to }))
  const answer = await db.query(
    `with sent as (insert into reminder_sent (rule, document, occurrence, at) values ($1, $2::uuid, $3, $4::timestamptz) on conflict do nothing returning document),
       told as (insert into notice (id, recipient, about, text, facts, document, document_type, assignment, by, at)
         select r.id, r.recipient, r.about, nullif(r.text, 'null'::jsonb), r.facts, s.document, $5::text, r.assignment, r.by, $4::timestamptz
         from sent s, jsonb_to_recordset($6::jsonb) as r(id uuid, recipient uuid, about text, text jsonb, facts jsonb, assignment uuid, by text[])),
       out as (insert into due (kind, due_at, document, document_type, key, payload)
         select 'delivery', $4::timestamptz, s.document, $5::text, r.key, r.payload
         from sent s, jsonb_to_recordset($7::jsonb) as r(key text, payload jsonb) on conflict (document, kind, key) do nothing)
     select document from sent`,
    [rule, document.id, occurrence, now, document.type, JSON.stringify(rows), JSON.stringify(deliveries)],
  )
  return answer.length === 1
}

/** Which of these occurrences of a rule were sent for a document. */
export async function remindersSent(
  db: Queryable,
  rule: string,
  documents: readonly Id[],
): Promise<{ readonly document: Id; readonly occurrence: string }[]> {
  return db.query('select document, occurrence from reminder_sent where rule = $1 and document = any($2::uuid[])', [rule, documents])
}

/** How far a rule has been swept; null where it never was. */
export async function sweptUntil(db: Queryable, rule: string): Promise<Instant | null> {
  const [row] = await db.query<{ at: Instant }>('select swept_until as at from reminder_sweep where rule = $1', [rule])
  return row?.at ?? null
}

/** Notes how far a rule has been swept; never backwards. */
export async function noteSwept(db: Queryable, rule: string, until: Instant): Promise<void> {
  await db.query(
    `insert into reminder_sweep (rule, swept_until) values ($1, $2::timestamptz)
     on conflict (rule) do update set swept_until = greatest(reminder_sweep.swept_until, excluded.swept_until)`,
    [rule, until],
  )
}
