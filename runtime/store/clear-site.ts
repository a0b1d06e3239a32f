/** Takes everything out of a site, so that it is as it was before anybody set it up: how a demo office is removed. */
import type { Queryable } from './database.ts'

const kept = new Set(['site', 'document'])

/** Belongs into a transaction that has locked the site. What was published, and every partition, goes too. */
export async function clearSite(tx: Queryable): Promise<void> {
  const partitions = await tx.query<{ name: string }>('select name from document_partition')
  for (const { name } of partitions) await tx.query(`drop table if exists "${name.replaceAll('"', '')}"`)
  const tables = await tx.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = current_schema() and c.relkind = 'r' and not c.relispartition`,
  )
  const names = tables.map(({ name }) => name).filter((name) => !kept.has(name) && !name.startsWith('__drizzle'))
  if (names.length > 0) await tx.query(`truncate ${names.map((name) => `"${name.replaceAll('"', '')}"`).join(', ')}`)
  // The rev goes on: what other processes keep of the old office must not pass for the new one's.
  await tx.query(
    `update site set rev = rev + 1, name = '', languages = '{en}', zone = 'UTC', settings = '{}', set_up_at = null, demo = false, release = 0,
       head_sequence = 0, head_hash = ''`,
  )
}
