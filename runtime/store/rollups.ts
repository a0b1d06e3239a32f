/** Who points at a document: what roll-ups are made of, and whom a change concerns. */
import type { LinkedDocument } from '../engine/document/facts.ts'
import type { Queryable, Row } from './database.ts'
import type { DocumentKey } from './documents.ts'
import { typeLiteral } from './type-literal.ts'

const linkedColumns = 'd.id, d.type, d.number, d.title, d.status, d.author, d.created_at, d.card, d.derived'

function linkedDocument(row: Row): LinkedDocument {
  const { created_at: createdOn, ...rest } = row
  return { ...rest, createdOn } as unknown as LinkedDocument
}

/** The documents that point at `to` by one of these fields of these types, as they are now; each once. */
export async function readChildren(
  db: Queryable,
  from: readonly { readonly type: string; readonly field: string }[],
  to: DocumentKey,
): Promise<LinkedDocument[]> {
  if (from.length === 0) return []
  const selects = from.map(
    ({ type }, index) => `select ${linkedColumns} from link l join document d on d.type = ${typeLiteral(type)} and d.id = l.from_id
      where l.to_id = $1 and l.from_type = ${typeLiteral(type)} and l.field = $${index + 2}`,
  )
  const rows = await db.query(selects.join(' union all '), [to.id, ...from.map(({ field }) => field)])
  return [...new Map(rows.map((row) => [row.id, linkedDocument(row)])).values()]
}

/** The documents that point at this one, and by which field; the newest first, at most `limit`. */
export async function documentsLookingAt(
  db: Queryable,
  { id }: DocumentKey,
  limit = 1_000,
): Promise<{ readonly type: string; readonly id: string; readonly field: string }[]> {
  return db.query('select from_type as type, from_id as id, field from link where to_id = $1 order by from_id desc limit $2', [id, limit])
}
