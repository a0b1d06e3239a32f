import { createHash } from 'node:crypto'
import type { Database, Queryable } from './database.ts'
import { typeLiteral } from './type-literal.ts'

/** Makes the partition in which documents of the type lie, unless it is there. Belongs into the publication's transaction. */
export async function ensurePartition(tx: Queryable, type: string): Promise<string> {
  const literal = typeLiteral(type)
  const known = await tx.query<{ name: string }>('select name from document_partition where type = $1', [type])
  if (known[0]) return known[0].name
  const [row] = await tx.query<{ n: number }>(`select nextval('document_partition_counter') as n`)
  const name = `document_p${row!.n}`
  // Room on each page, so that the next version of a row lies beside the old one and no index has to be touched.
  await tx.query(`create table ${name} partition of document for values in (${literal}) with (fillfactor = 85)`)
  await tx.query('insert into document_partition (type, name) values ($1, $2)', [type, name])
  return name
}

/**
 * Makes an index on the type's partition for what a view filters or sorts on, unless it is there. `expression` is SQL
 * over the partition's columns, as the lists use it. On a server documents can be written meanwhile.
 */
export async function ensureIndex(database: Database, type: string, expression: string): Promise<void> {
  const [partition] = await database.query<{ name: string }>('select name from document_partition where type = $1', [type])
  if (!partition) throw new Error(`no partition for the type ${type}`)
  const name = `${partition.name}_${createHash('sha256').update(expression).digest('hex').slice(0, 16)}`
  const concurrently = database.kind === 'server' ? 'concurrently' : ''
  await database.query(`create index ${concurrently} if not exists ${name} on ${partition.name} (${expression})`)
}
