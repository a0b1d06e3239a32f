/** What waits for people. The rows are written with their documents (`document-statement.ts`); only the draft of a remark is written here. */
import type { AgendaAssignment } from '../engine/decision.ts'
import type { Id, Instant } from '../engine/document/state.ts'
import type { Queryable, Row } from './database.ts'
import { type ListedDocument, listedColumns, listedDocument } from './document-row.ts'
import type { DocumentKey } from './documents.ts'

/** An assignment with its document: one row of the inbox. */
export interface InboxItem extends AgendaAssignment {
  readonly document: DocumentKey
  readonly draftRemark: string | null
}

const columns = `a.id, a.document, a.document_type, a.node, a.seat, a.line, a.person, a.asked_by, a.pool, a."except", a.state, a.outcome,
  a.draft_remark, a.due_at, a.opened_at, a.closed_at`

function inboxItem(row: Row): InboxItem {
  const {
    document,
    document_type: type,
    asked_by: from,
    draft_remark: draftRemark,
    due_at: due,
    opened_at: opened,
    closed_at: closed,
    ...rest
  } = row
  return { ...rest, document: { type, id: document }, from, draftRemark, due, opened, closed } as unknown as InboxItem
}

/** Whose inbox, from where on; `keys` open the pools that the person belongs to. */
export interface InboxQuery {
  readonly person: Id
  readonly keys: readonly string[]
  /** What the page before answered. */
  readonly after: string | null
  readonly limit: number
}

const afterOf = (after: string | null): readonly string[] => after?.split('~') ?? ['-infinity', '00000000-0000-0000-0000-000000000000']

const beyond = 'and (a.opened_at, a.id) > ($2::timestamptz, $3::uuid) order by a.opened_at, a.id limit $4'

/**
 * What a person ($1) holds, and what waits in a pool that one of their keys ($5) opens. Two selects, each with its own index and
 * its own limit: an `or` over both would read all that is open.
 */
const openFor = (what: string, page: string): string => `
  (select ${what} from assignment a where a.state = 'open' and a.person = $1::uuid ${page})
  union all
  (select ${what} from assignment a where a.state = 'open' and a.person is null and a.pool && $5::text[]
     and not a."except" @> array[$1::text] ${page})`

/** What waits for a person, the longest waiting first. */
export async function inbox(db: Queryable, query: InboxQuery): Promise<{ readonly items: InboxItem[]; readonly after: string | null }> {
  const { person, keys, after, limit } = query
  const [opened, id] = afterOf(after)
  const rows = await db.query(`select * from (${openFor(columns, beyond)}) a order by a.opened_at, a.id limit $4`, [
    person,
    opened,
    id,
    limit + 1,
    keys,
  ])
  const items = rows.slice(0, limit).map(inboxItem)
  const last = items.at(-1)
  return { items, after: rows.length > limit && last ? `${last.opened}~${last.id}` : null }
}

/** A line of the inbox: who is asked for what since when, and the document. */
export interface AskedItem extends Pick<InboxItem, 'id' | 'node' | 'person' | 'from' | 'pool' | 'due'> {
  readonly opened: Instant
  readonly asked: ListedDocument
}

/** What waits for a person, in one select with its documents and its count. */
export interface AskedPage {
  readonly items: readonly AskedItem[]
  /** Null at the end. */
  readonly after: string | null
  /** Of all that waits, to `countUpTo` at most; null where it was not asked for. */
  readonly count: { readonly total: number; readonly capped: boolean } | null
  /** The site's rev at this moment; null where nothing came that could tell. */
  readonly siteRev: number | null
}

/** The inbox as people see it: `inbox` with the documents, and how much waits in all. */
export async function askedPage(db: Queryable, { person, keys, after, limit }: InboxQuery, countUpTo: number | null): Promise<AskedPage> {
  const [opened, id] = afterOf(after)
  const total = countUpTo === null ? '' : `, (select count(*) from (${openFor('true', 'limit $6')}) n) as total`
  const rows = await db.query(
    `select a.id as assignment, a.node, a.person, a.asked_by, a.pool, a.due_at, a.opened_at, ${listedColumns}${total}
     from (${openFor(columns, beyond)}) a join document d on d.type = a.document_type and d.id = a.document
     order by a.opened_at, a.id limit $4`,
    [person, opened, id, limit + 1, keys, ...(countUpTo === null ? [] : [countUpTo + 1])],
  )
  const items = rows.slice(0, limit).map(askedItem)
  const last = items.at(-1)
  const counted = (rows[0]?.total as number | undefined) ?? 0
  return {
    items,
    after: rows.length > limit && last ? `${last.opened}~${last.id}` : null,
    count: countUpTo === null ? null : { total: Math.min(counted, countUpTo), capped: counted > countUpTo },
    siteRev: (rows[0]?.site_rev as number | undefined) ?? null,
  }
}

function askedItem(row: Row): AskedItem {
  const { assignment: id, node, person, asked_by: from, pool, due_at: due, opened_at: opened } = row
  return { id, node, person, from, pool, due, opened, asked: listedDocument(row) } as unknown as AskedItem
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
