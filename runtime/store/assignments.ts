/** What waits for people. The rows are written with their documents (`document-statement.ts`); only the draft of a remark is written here. */
import type { AgendaAssignment } from '../engine/decision.ts'
import type { Document, Id, Instant, Process } from '../engine/document/state.ts'
import { isUuid } from '../engine/uuid.ts'
import type { Queryable, Row } from './database.ts'
import { documentColumns, storedDocument } from './document-row.ts'
import type { DocumentKey } from './documents.ts'
import type { StoredDocument } from './write.ts'

/** An assignment with its document: one row of the inbox. */
export interface InboxItem extends AgendaAssignment {
  readonly document: DocumentKey
  readonly draftRemark: string | null
}

const columns = `a.id, a.document, a.document_type, a.node, a.seat, a.line, a.person, a.pool, a."except", a.state, a.outcome,
  a.draft_remark, a.due_at, a.opened_at, a.closed_at`

function inboxItem(row: Row): InboxItem {
  const { document, document_type: type, draft_remark: draftRemark, due_at: due, opened_at: opened, closed_at: closed, ...rest } = row
  return { ...rest, document: { type, id: document }, draftRemark, due, opened, closed } as unknown as InboxItem
}

/**
 * What waits for a person: what they hold, and what waits in a pool that one of their keys opens, the longest waiting
 * first. `after` is what the page before answered.
 */
export async function inbox(
  db: Queryable,
  {
    person,
    keys,
    after,
    limit,
  }: { readonly person: Id; readonly keys: readonly string[]; readonly after: string | null; readonly limit: number },
): Promise<{ readonly items: InboxItem[]; readonly after: string | null }> {
  const [opened, id] = after ? after.split('~') : ['-infinity', '00000000-0000-0000-0000-000000000000']
  // Two selects, each with its own index and its own limit: an `or` over both would read all that is open.
  const page = `and (a.opened_at, a.id) > ($2::timestamptz, $3::uuid) order by a.opened_at, a.id limit $4`
  const rows = await db.query(
    `select * from (
       (select ${columns} from assignment a where a.state = 'open' and a.person = $1::uuid ${page})
       union all
       (select ${columns} from assignment a where a.state = 'open' and a.person is null and a.pool && $5::text[]
          and not a."except" @> array[$1::text] ${page})
     ) a order by a.opened_at, a.id limit $4`,
    [person, opened, id, limit + 1, keys],
  )
  const items = rows.slice(0, limit).map(inboxItem)
  const last = items.at(-1)
  return { items, after: rows.length > limit && last ? `${last.opened}~${last.id}` : null }
}

/** A document as an inbox shows it: of its process only who handed the assignment on, and who last sent it on its way. */
export type AskedDocument = Omit<StoredDocument, 'document'> & {
  readonly document: Omit<Document, 'process'> & { readonly process: Pick<Process, 'assignments' | 'leftStage'> | null }
}

/** The documents of assignments, each with as little of its process as the inbox tells; by assignment. */
export async function askedDocuments(db: Queryable, items: readonly InboxItem[]): Promise<ReadonlyMap<Id, AskedDocument>> {
  if (items.length === 0) return new Map()
  const process = `case when d.process is null then null else jsonb_build_object('leftStage', d.process->'leftStage',
    'assignments', jsonb_build_object(w.assignment::text, d.process->'assignments'->w.assignment::text)) end as process`
  const rows = await db.query(
    `select w.assignment, ${documentColumns.replace('d.process', process)} from unnest($1::text[], $2::uuid[], $3::uuid[]) as w(type, id, assignment)
     join document d on d.type = w.type and d.id = w.id`,
    [items.map(({ document }) => document.type), items.map(({ document }) => document.id), items.map(({ id }) => id)],
  )
  return new Map(rows.map((row) => [row.assignment as Id, storedDocument(row) as unknown as AskedDocument]))
}

/** How many things wait for a person, counted to `upTo` at most. */
export async function countInbox(
  db: Queryable,
  person: Id,
  keys: readonly string[],
  upTo = 1_000,
): Promise<{ total: number; late: number; capped: boolean }> {
  const [row] = await db.query<{ total: number; late: number }>(
    `select count(*) as total, count(*) filter (where due_at < now()) as late from (
       (select due_at from assignment a where a.state = 'open' and a.person = $1::uuid limit $3)
       union all
       (select due_at from assignment a where a.state = 'open' and a.person is null and a.pool && $2::text[] and not a."except" @> array[$1::text] limit $3)
     ) a`,
    [person, keys, upTo + 1],
  )
  return { total: Math.min(row!.total, upTo), late: row!.late, capped: row!.total > upTo }
}

/** What a person decided, newest first. */
export async function decided(
  db: Queryable,
  { person, after, limit }: { readonly person: Id; readonly after: string | null; readonly limit: number },
): Promise<{ readonly items: InboxItem[]; readonly after: string | null }> {
  const [closed, id] = after ? after.split('~') : ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff']
  const rows = await db.query(
    `select ${columns} from assignment a where a.state = 'done' and a.person = $1 and (a.closed_at, a.id) < ($2::timestamptz, $3::uuid)
     order by a.closed_at desc, a.id desc limit $4`,
    [person, closed, id, limit + 1],
  )
  const items = rows.slice(0, limit).map(inboxItem)
  const last = items.at(-1)
  return { items, after: rows.length > limit && last ? `${last.closed}~${last.id}` : null }
}

/** One assignment, so that whoever has only its id finds the document that it belongs to. */
export async function readAssignment(db: Queryable, id: Id): Promise<InboxItem | null> {
  if (!isUuid(id)) return null
  const [row] = await db.query(`select ${columns} from assignment a where a.id = $1`, [id])
  return row ? inboxItem(row) : null
}

/** Open assignments of several documents: whom they wait for. */
export async function openOf(db: Queryable, documents: readonly Id[]): Promise<InboxItem[]> {
  if (documents.length === 0) return []
  const rows = await db.query(
    `select ${columns} from assignment a where a.document = any($1::uuid[]) and a.state = 'open' order by a.opened_at, a.id`,
    [documents],
  )
  return rows.map(inboxItem)
}

/** How many assignments each of these people has open; 0 for those who have none. */
export async function countOpen(db: Queryable, people: readonly Id[]): Promise<Record<Id, number>> {
  const rows = await db.query<{ person: Id; n: number }>(
    `select person, count(*) as n from assignment where state = 'open' and person = any($1::uuid[]) group by person`,
    [people],
  )
  return { ...Object.fromEntries(people.map((person) => [person, 0])), ...Object.fromEntries(rows.map(({ person, n }) => [person, n])) }
}

/** Who was asked last on a line (`<schema>/<node>/<line>`) of the documents of a type; null before the first. */
export async function lastInTurn(db: Queryable, type: string, line: string): Promise<Id | null> {
  const [node, id] = line.split('/').slice(-2)
  const [row] = await db.query<{ person: Id }>(
    `select person from assignment where document_type = $1 and node = $2 and line = $3 and person is not null order by opened_at desc, id desc limit 1`,
    [type, node, id],
  )
  return row?.person ?? null
}

/** Keeps a remark that is being written with its assignment; false where the assignment is no longer open. */
export async function keepRemark(db: Queryable, id: Id, remark: string | null): Promise<boolean> {
  const rows = await db.query(`update assignment set draft_remark = $2 where id = $1 and state = 'open' returning id`, [id, remark])
  return rows.length === 1
}

/** When the last of a person's open assignments was given, e.g. to tell whether there is something new. */
export async function newestOpen(db: Queryable, person: Id): Promise<Instant | null> {
  const [row] = await db.query<{ at: Instant | null }>(`select max(opened_at) as at from assignment where state = 'open' and person = $1`, [
    person,
  ])
  return row?.at ?? null
}
