import { availableParallelism } from 'node:os'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres, { type Sql } from 'postgres'
import { type Database, databaseIn, type Orm, type Row, runMigrations } from './database.ts'
import type { DatabaseOptions } from './database-options.ts'
import { instantParameter, jsonParameter, parsersOf } from './row-values.ts'

const connect = (url: string, max: number, statementTimeout: number): Sql =>
  postgres(url, {
    max,
    onnotice: () => {},
    connection: {
      TimeZone: 'UTC',
      application_name: 'dosar',
      statement_timeout: statementTimeout,
      // Every text is constant and names its type as a literal: to plan it anew for each parameter costs more than it finds.
      plan_cache_mode: 'force_generic_plan',
      // What an office works with lies in memory or on a disk without arms: to gather a whole status before the first row of a page costs more.
      random_page_cost: 1.1,
    } as Record<string, string | number>,
  })

/** drizzle makes the client hand over dates and JSON untouched; ours then read and write what both stores agree on. */
function ormOver(sql: Sql): Orm {
  const orm = drizzle({ client: sql }) as unknown as Orm
  Object.assign(sql.options.parsers, parsersOf)
  Object.assign(sql.options.serializers, { 114: jsonParameter, 3802: jsonParameter, 1184: instantParameter })
  return orm
}

const rows = async (sql: Sql, text: string, params: readonly unknown[]): Promise<Row[]> =>
  Array.from(await sql.unsafe(text, params as never[], { prepare: true })) as Row[]

/** Two for each core, as far as eight: with more, every write waits longer for the others than it gains. */
const usualConnections = Math.min(8, Math.max(4, 2 * availableParallelism()))

/** Connects to a PostgreSQL server. */
export async function openServer(
  url: string,
  { connections = usualConnections, statementTimeout = 30_000 }: DatabaseOptions,
): Promise<Database> {
  const sql = connect(url, connections, statementTimeout)
  const orm = ormOver(sql)
  try {
    await sql`select 1`
  } catch (error) {
    await sql.end({ timeout: 1 })
    throw error
  }
  return databaseIn({
    kind: 'server',
    orm,
    query: (text, params) => rows(sql, text, params),
    queryIn: (client, text, params) => rows(client as Sql, text, params),
    async listen(channel, listener) {
      const { unlisten } = await sql.listen(channel, listener)
      return unlisten
    },
    async migrate() {
      // Its own connection, so that the lock and the migrations are in one session; without a time-out, for a
      // large table may take its time.
      const alone = connect(url, 1, 0)
      try {
        await alone`select pg_advisory_lock(hashtext('dosar migrations'))`
        await runMigrations(ormOver(alone))
      } finally {
        await alone.end({ timeout: 5 })
      }
    },
    async maintain() {},
    async dump() {
      return null
    },
    close: () => sql.end({ timeout: 5 }),
  })
}
