/** Documents by their key: read without a lock, written in one statement. Whoever names one names its type too. */
import type { Card } from '../engine/card/card.ts'
import type { Id, Instant } from '../engine/document/state.ts'
import { isUuid } from '../engine/uuid.ts'
import type { Queryable, Row, Transaction } from './database.ts'
import { documentColumns, storedDocument } from './document-row.ts'
import { documentStatement, refusedFor, titlesOf } from './document-statement.ts'
import { readKey } from './idempotency.ts'
import { instantInJson } from './row-values.ts'
import { typeLiteral } from './type-literal.ts'
import type { DocumentTitle, DocumentWrite, StoredDocument, WriteOutcome } from './write.ts'

export interface DocumentKey {
  readonly type: string
  readonly id: Id
}

/** The document with its whole process (its seats lie in it) and the site's rev of the same moment, in one select. */
export async function readDocument(db: Queryable, type: string, id: Id): Promise<StoredDocument | null> {
  if (!isUuid(id)) return null
  const [row] = await db.query(`select ${documentColumns} from document d where d.type = ${typeLiteral(type)} and d.id = $1`, [id])
  return row ? storedDocument(row) : null
}

/** What the screen of a document shows beside its row, of the same moment. */
export interface OpenedDocument extends StoredDocument {
  /** Of every document that the card links to. */
  readonly titles: readonly DocumentTitle[]
  /** What the clock could not do for it, again and again: it wants somebody's eye. */
  readonly refused: readonly { readonly at: Instant; readonly key: string; readonly lastError: string | null }[]
}

/** What is selected of an opened document `d`. */
const openedColumns = `${documentColumns}, ${titlesOf('d')},
  (select jsonb_agg(jsonb_build_object('at', w.due_at, 'key', w.key, 'lastError', w.last_error) order by w.due_at, w.id)
     from ${refusedFor('d')}) as refused`

/** `readDocument` with what its screen shows beside it, in one select. */
export async function readOpenedDocument(db: Queryable, type: string, id: Id): Promise<OpenedDocument | null> {
  if (!isUuid(id)) return null
  const [row] = await db.query(`select ${openedColumns} from document d where d.type = ${typeLiteral(type)} and d.id = $1`, [id])
  return row ? openedDocument(row) : null
}

/** `readOpenedDocument` of the document that an assignment belongs to. */
export async function readAskedDocument(db: Queryable, assignment: Id): Promise<OpenedDocument | null> {
  if (!isUuid(assignment)) return null
  const [row] = await db.query(
    `select ${openedColumns} from assignment a join document d on d.type = a.document_type and d.id = a.document where a.id = $1`,
    [assignment],
  )
  return row ? openedDocument(row) : null
}

function openedDocument(row: Row): OpenedDocument {
  const refused = (row.refused ?? []) as OpenedDocument['refused']
  return {
    ...storedDocument(row),
    titles: (row.titles ?? []) as DocumentTitle[],
    refused: refused.map((one) => ({ ...one, at: instantInJson(one.at) })),
  }
}

/** The one document of a type of kind `single`; null where nobody has filled it in yet. */
export async function readSingle(db: Queryable, type: string): Promise<StoredDocument | null> {
  const [row] = await db.query(
    `select ${documentColumns} from document d where d.type = ${typeLiteral(type)} order by d.created_at, d.id limit 1`,
  )
  return row ? storedDocument(row) : null
}

/** Several documents, in one select; those that do not exist are left out. The order is not that of the keys. */
export async function readDocuments(db: Queryable, keys: readonly DocumentKey[]): Promise<StoredDocument[]> {
  const byType = new Map<string, Set<Id>>()
  for (const { type, id } of keys) if (isUuid(id)) byType.set(type, (byType.get(type) ?? new Set()).add(id))
  if (byType.size === 0) return []
  const types = [...byType].sort(([a], [b]) => (a < b ? -1 : 1))
  const selects = types.map(
    ([type], index) =>
      `select ${documentColumns} from document d where d.type = ${typeLiteral(type)} and d.id = any($${index + 1}::uuid[])`,
  )
  const rows = await db.query(
    selects.join(' union all '),
    types.map(([, ids]) => [...ids]),
  )
  return rows.map(storedDocument)
}

/** The titles of several documents, in one select; those that do not exist are left out. */
export async function readTitles(db: Queryable, keys: readonly DocumentKey[]): Promise<DocumentTitle[]> {
  const wanted = keys.filter(({ id }) => isUuid(id))
  if (wanted.length === 0) return []
  return db.query<DocumentTitle>(
    `select d.id, d.type, d.number, d.title, d.status from document d
     join unnest($1::text[], $2::uuid[]) as w(type, id) on d.type = w.type and d.id = w.id`,
    [wanted.map(({ type }) => type), wanted.map(({ id }) => id)],
  )
}

/**
 * Writes a command's whole outcome, or nothing. In a transaction a refusal leaves the transaction usable.
 * `stale` also for a new document whose id exists.
 */
export async function writeDocument(db: Queryable | Transaction, write: DocumentWrite): Promise<WriteOutcome> {
  const { text, params } = documentStatement(write)
  const run = (on: Queryable) => on.query<{ rev: number; titles?: readonly DocumentTitle[] | null; refused?: boolean }>(text, params)
  try {
    const [row] = 'savepoint' in db ? await db.savepoint(run) : await run(db)
    if (!row) return { kind: 'stale' }
    const around = row.refused === undefined ? null : { titles: row.titles ?? [], refused: row.refused }
    return { kind: 'written', rev: row.rev, around }
  } catch (error) {
    const refusal = await refusalOf(db, write, error)
    if (!refusal) throw error
    return refusal
  }
}

/** What a broken unique key means; null where the error is another one. */
async function refusalOf(db: Queryable, write: DocumentWrite, error: unknown): Promise<WriteOutcome | null> {
  // postgres.js says `constraint_name`, the embedded store `constraint`.
  const { code, constraint, constraint_name: name = constraint } = error as { code?: string; constraint?: string; constraint_name?: string }
  if (code !== '23505') return null
  if (name === 'idempotency_pk' && write.idempotency) {
    const done = await readKey(db, write.idempotency.person, write.idempotency.key)
    if (!done) return { kind: 'stale' }
    if (done.request !== write.idempotency.request) return { kind: 'key-reused' }
    return { kind: 'done-already', type: done.type, id: done.id }
  }
  if (name === 'unique_value_pk') {
    const [twin] = await db.query<{ field: string; document: Id }>(
      `select u.field, u.document from unique_value u join jsonb_to_recordset($2::jsonb) as r(field text, value text) on r.field = u.field and r.value = u.value
       where u.type = $1 and u.document <> $3 limit 1`,
      [write.document.type, JSON.stringify(write.unique), write.document.id],
    )
    // The twin may have gone in between: then it is worth another try.
    return twin ? { kind: 'not-unique', field: twin.field, twin: { type: write.document.type, id: twin.document } } : { kind: 'stale' }
  }
  return null
}

/** Puts fresh roll-ups beside the card, without an event; false where somebody was faster. */
export async function writeDerived(db: Queryable, { document, rev }: StoredDocument, derived: Card): Promise<boolean> {
  const rows = await db.query(
    `update document set derived = $3::jsonb, rev = rev + 1 where type = ${typeLiteral(document.type)} and id = $1 and rev = $2 returning rev`,
    [document.id, rev, JSON.stringify(derived)],
  )
  return rows.length === 1
}

/** Locks documents until the transaction ends, always in the order of type and id, so that no two lockers wait for each other. */
export async function lockDocuments(tx: Queryable, keys: readonly DocumentKey[]): Promise<void> {
  const types = [...new Set(keys.map(({ type }) => type))].sort()
  for (const type of types) {
    const ids = [...new Set(keys.filter((key) => key.type === type).map(({ id }) => id))].sort()
    await tx.query(`select id from document where type = ${typeLiteral(type)} and id = any($1::uuid[]) order by id for update`, [ids])
  }
}

/** Open documents of a type that are pinned to none of these programs, by id; `after` is the last id of the page before. */
export async function pinnedElsewhere(
  db: Queryable,
  type: string,
  programs: readonly string[],
  { after, limit, only = null }: { readonly after: Id | null; readonly limit: number; readonly only?: readonly Id[] | null },
): Promise<StoredDocument[]> {
  const rows = await db.query(
    `select ${documentColumns} from document d where d.type = ${typeLiteral(type)} and d.closed_at is null and d.program <> all($1::text[])
       and d.id > $2::uuid and ($4::uuid[] is null or d.id = any($4::uuid[])) order by d.id limit $3`,
    [programs, after ?? '00000000-0000-0000-0000-000000000000', limit, only],
  )
  return rows.map(storedDocument)
}

/** How many documents `pinnedElsewhere` would come to. */
export async function countPinnedElsewhere(db: Queryable, type: string, programs: readonly string[]): Promise<number> {
  const [row] = await db.query(
    `select count(*)::int as found from document d
       where d.type = ${typeLiteral(type)} and d.closed_at is null and d.program <> all($1::text[])`,
    [programs],
  )
  return Number(row?.found ?? 0)
}
