/**
 * Whether the store is what its events say: every document is folded again from its events, every chain of hashes
 * computed again, and compared with the row. Reads page by page, so that a large site fits into memory.
 */

import { canonicalJson } from '../../schemas/hash.ts'
import { type ChainFault, checkLink, documentStream, type SealedLeaf, type StoredLink, siteStream } from '../engine/document/chain.ts'
import type { EventBody } from '../engine/document/event.ts'
import { evolve } from '../engine/document/evolve.ts'
import type { Document, Id, Instant } from '../engine/document/state.ts'
import type { Queryable, Row } from './database.ts'
import { documentColumns, storedDocument } from './document-row.ts'
import { eventColumns, recordedEvent } from './events.ts'
import { siteStreamId } from './site-stream.ts'
import type { StoredDocument } from './write.ts'

export type Difference =
  /** The chain of a stream is broken at an event. */
  | ({ readonly kind: 'chain'; readonly type: string | null; readonly id: Id | null } & ChainFault)
  /** The row does not end where its events end. */
  | { readonly kind: 'head'; readonly type: string | null; readonly id: Id | null; readonly expected: string; readonly found: string }
  /** The row says something else than its events. */
  | {
      readonly kind: 'row'
      readonly type: string
      readonly id: Id
      readonly field: string
      readonly expected: unknown
      readonly found: unknown
    }
  /** The events cannot be folded. */
  | { readonly kind: 'fold'; readonly type: string; readonly id: Id; readonly sequence: number; readonly why: string }
  /** Events of a document that is not there. */
  | { readonly kind: 'no-document'; readonly type: string | null; readonly id: Id }

export interface Verification {
  readonly documents: number
  readonly events: number
  /** Leaves that were erased: no difference, but said. */
  readonly erased: number
  readonly differences: readonly Difference[]
}

/** Verifies the whole store; at most `most` differences are listed. */
export async function verify(db: Queryable, most = 1_000): Promise<Verification> {
  const report = { documents: 0, events: 0, erased: 0, differences: [] as Difference[] }
  for await (const stored of everyDocument(db)) {
    report.documents++
    await verifyDocument(db, stored, report)
    if (report.differences.length >= most) return { ...report, differences: report.differences.slice(0, most) }
  }
  await verifySite(db, report)
  report.differences.push(...(await strayStreams(db)))
  return report
}

type Report = { events: number; erased: number; differences: Difference[] }

async function* everyDocument(db: Queryable): AsyncGenerator<StoredDocument> {
  let after = { type: '', id: '00000000-0000-0000-0000-000000000000' }
  for (;;) {
    const rows = await db.query(
      `select ${documentColumns} from document d where (d.type collate "C", d.id) > ($1, $2::uuid) order by d.type collate "C", d.id limit 200`,
      [after.type, after.id],
    )
    for (const row of rows) yield storedDocument(row)
    const last = rows.at(-1)
    if (!last) return
    after = { type: last.type as string, id: last.id as string }
  }
}

async function* eventsOf(db: Queryable, stream: Id, kind: 'document' | 'site'): AsyncGenerator<Row> {
  let after = 0
  for (;;) {
    const rows = await db.query(
      `select ${eventColumns} from event e where e.stream = $1 and e.kind = $2 and e.sequence > $3 order by e.sequence limit 500`,
      [stream, kind, after],
    )
    yield* rows
    const last = rows.at(-1)
    if (!last) return
    after = last.sequence as number
  }
}

function link(row: Row): StoredLink {
  return {
    sequence: row.sequence as number,
    at: row.at as Instant,
    by: row.by as Id | null,
    for: row.on_behalf_of as Id | null,
    body: row.body as EventBody,
    leaves: row.leaves as SealedLeaf[],
    hash: row.hash as string,
    previous: row.previous as string,
  }
}

async function verifyDocument(db: Queryable, stored: StoredDocument, report: Report): Promise<void> {
  const { type, id } = stored.document
  let folded: Document | null = null
  let before: StoredLink | null = null
  let erased = 0
  let foldable = true
  for await (const row of eventsOf(db, id, 'document')) {
    report.events++
    const event = link(row)
    for (const fault of checkLink(documentStream(id), before, event)) report.differences.push({ kind: 'chain', type, id, ...fault })
    before = event
    erased += event.leaves.filter((leaf) => 'hash' in leaf).length
    if (!foldable) continue
    try {
      folded = evolve(folded, recordedEvent(row))
    } catch (error) {
      foldable = false
      report.differences.push({
        kind: 'fold',
        type,
        id,
        sequence: event.sequence,
        why: error instanceof Error ? error.message : String(error),
      })
    }
  }
  report.erased += erased
  if (stored.head !== (before?.hash ?? ''))
    report.differences.push({ kind: 'head', type, id, expected: before?.hash ?? '', found: stored.head })
  if (foldable && folded) report.differences.push(...rowDifferences(folded, stored.document))
}

/** What the row says otherwise than the fold. Roll-ups stand beside the card and are not in the events. */
function rowDifferences(folded: Document, row: Document): Difference[] {
  const same = (a: unknown, b: unknown) => canonicalJson(a ?? null) === canonicalJson(b ?? null)
  return (Object.keys(folded) as (keyof Document)[])
    .filter((field) => field !== 'derived' && !same(folded[field], row[field]))
    .map((field) => ({ kind: 'row', type: row.type, id: row.id, field, expected: folded[field], found: row[field] }))
}

async function verifySite(db: Queryable, report: Report): Promise<void> {
  let before: StoredLink | null = null
  for await (const row of eventsOf(db, siteStreamId, 'site')) {
    report.events++
    const event = link(row)
    for (const fault of checkLink(siteStream, before, event)) report.differences.push({ kind: 'chain', type: null, id: null, ...fault })
    before = event
  }
  const [site] = await db.query<{ head_hash: string }>('select head_hash from site')
  if (site!.head_hash !== (before?.hash ?? ''))
    report.differences.push({ kind: 'head', type: null, id: null, expected: before?.hash ?? '', found: site!.head_hash })
}

async function strayStreams(db: Queryable): Promise<Difference[]> {
  const rows = await db.query<{ id: Id; type: string | null }>(
    `select e.stream as id, e.document_type as type from event e
     where e.kind = 'document' and e.sequence = 1 and not exists (select from document d where d.id = e.stream) limit 100`,
  )
  return rows.map(({ id, type }) => ({ kind: 'no-document', type, id }))
}
