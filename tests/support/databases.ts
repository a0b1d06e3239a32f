// A fresh, migrated database for a test file, on each store that this machine has.
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, inject } from 'vitest'
import type { Database } from '../../runtime/store/database.ts'
import { openDatabase } from '../../runtime/store/open-database.ts'
import { postgresBinaries, startCluster } from './postgres-cluster.ts'
import { madeOnce } from './test-run.ts'

export type StoreKind = Database['kind']

/** With `DOSAR_TEST_ALL=1` a missing server fails the tests that want one, instead of leaving them out. */
const serverWanted = process.env.DOSAR_TEST_ALL === '1' || Boolean(process.env.TEST_DATABASE_URL) || postgresBinaries() !== null

/** The URL of a server to make databases on: `TEST_DATABASE_URL`, or one that is started for this run. */
async function serverUrl(): Promise<string> {
  if (process.env.TEST_DATABASE_URL) return process.env.TEST_DATABASE_URL
  const folder = inject('runFolder')
  const binaries = postgresBinaries()
  if (!binaries) throw new Error('these tests need PostgreSQL: its initdb and pg_ctl, or a server in TEST_DATABASE_URL')
  return (await madeOnce(folder, 'server-url', () => startCluster(binaries, join(folder, 'cluster')))).toString()
}

async function opened(options: Parameters<typeof openDatabase>[0]): Promise<Database> {
  const opening = await openDatabase(options)
  if (!opening.ok) throw new Error(`the database is refused: ${JSON.stringify(opening.problem)}`)
  return opening.database
}

const withDatabase = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).toString()

async function administer(url: string, statement: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await sql.unsafe(statement)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** Name of the migrated database that others are cloned from; made once for each run. */
async function serverTemplate(url: string): Promise<string> {
  const made = await madeOnce(inject('runFolder'), 'server-template', async () => {
    const name = `dosar_template_${randomUUID().slice(0, 8)}`
    await administer(url, `create database ${name}`)
    const database = await opened({ url: withDatabase(url, name), connections: 1 })
    await database.migrate()
    await database.close()
    return name
  })
  return made.toString()
}

export interface FreshDatabase {
  readonly database: Database
  /** Set on a server: what `DATABASE_URL` would be. */
  readonly url: string | undefined
  drop(): Promise<void>
}

/** A migrated database that nobody else uses. On a server it is a clone; embedded, it is in memory. */
export async function freshDatabase(kind: StoreKind): Promise<FreshDatabase> {
  if (kind === 'embedded') {
    const load = await madeOnce(inject('runFolder'), 'embedded-dump', async () => {
      const database = await opened({})
      await database.migrate()
      const dump = await database.dump()
      await database.close()
      return dump!
    })
    const database = await opened({ load })
    return { database, url: undefined, drop: () => database.close() }
  }
  const server = await serverUrl()
  const name = `dosar_test_${randomUUID().replaceAll('-', '')}`
  await administer(server, `create database ${name} template ${await serverTemplate(server)}`)
  const url = withDatabase(server, name)
  const database = await opened({ url })
  return {
    database,
    url,
    async drop() {
      await database.close()
      await administer(server, `drop database ${name} with (force)`)
    },
  }
}

/**
 * Runs the same tests on both stores, each with a fresh database for the file. Where there is no server, its half is
 * skipped and says so, or fails with `DOSAR_TEST_ALL=1`: it needs `TEST_DATABASE_URL`, or PostgreSQL's `initdb` and `pg_ctl`.
 */
export function onEachStore(
  title: string,
  tests: (store: { readonly kind: StoreKind; database(): Database; url(): string | undefined }) => void,
): void {
  for (const kind of ['embedded', 'server'] as const) {
    if (kind === 'server' && !serverWanted) {
      describe.skip(`${title}, on a PostgreSQL server (skipped: neither TEST_DATABASE_URL nor initdb and pg_ctl)`, () => {
        tests({ kind, database: () => undefined!, url: () => undefined })
      })
      continue
    }
    describe(`${title}, ${kind === 'embedded' ? 'embedded' : 'on a PostgreSQL server'}`, () => {
      let fresh: FreshDatabase
      beforeAll(async () => {
        fresh = await freshDatabase(kind)
      }, 120_000)
      afterAll(() => fresh?.drop())
      tests({ kind, database: () => fresh.database, url: () => fresh.url })
    })
  }
}
