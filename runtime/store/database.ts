/**
 * The one store, PostgreSQL, in its two houses: embedded in a worker thread, or a server by URL. Both answer the same
 * way: the same rows with the same values, the same guard against using the database inside a transaction.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { fileURLToPath } from 'node:url'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'

export type Row = Record<string, unknown>

/** drizzle over either driver. */
export type Orm = PgDatabase<PgQueryResultHKT, Record<string, never>>

export interface Queryable {
  /**
   * Runs one statement with `$1…` parameters; on a server it is prepared once for each text, so keep texts constant.
   * JSON parameters may be values or JSON text (a string is always taken for JSON text); arrays go to array types.
   * bigint comes as a number, timestamptz as `2026-11-23T09:00:00.000Z`, numeric as text.
   */
  query<T extends object = Row>(text: string, params?: readonly unknown[]): Promise<T[]>
  readonly orm: Orm
}

/** An open transaction. */
export interface Transaction extends Queryable {
  /** Does `work` so that its failure undoes it alone and leaves the transaction usable: a failed statement would else spoil all of it. */
  savepoint<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
}

export interface Database extends Queryable {
  readonly kind: 'embedded' | 'server'
  /** Commits when `work` is done, rolls back when it throws. Inside it, only what it is given may be used. */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
  /** Throws where `what`, which belongs after the commit, is asked for inside a transaction. */
  assertOutside(what: string): void
  /** Calls back for each notification on the channel, from any process on the same database. */
  listen(channel: string, listener: (payload: string) => void): Promise<() => Promise<void>>
  notify(channel: string, payload: string): Promise<void>
  /** Brings the tables to this program's version; two processes may ask at once. */
  migrate(): Promise<void>
  /**
   * Sweeps up after many writes and renews the planner's statistics: embedded, where nothing else does it, so ask once a
   * day at a quiet hour. A server does it by itself.
   */
  maintain(): Promise<void>
  /** The whole database as one file; null on a server, which has its own tools for that. */
  dump(): Promise<Uint8Array | null>
  close(): Promise<void>
}

/** What a house must bring; the rest is the same for both. */
export interface House {
  readonly kind: Database['kind']
  readonly orm: Orm
  query(text: string, params: readonly unknown[]): Promise<Row[]>
  /** The raw client inside drizzle's transaction, made into rows. */
  queryIn(session: unknown, text: string, params: readonly unknown[]): Promise<Row[]>
  listen: Database['listen']
  migrate: Database['migrate']
  maintain: Database['maintain']
  dump: Database['dump']
  close: Database['close']
}

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url))

/** Runs the migrations that the database has not seen yet, each in the order of the journal, all in one transaction. */
export async function runMigrations(orm: Orm): Promise<void> {
  // drizzle's own `migrate` is typed for one driver; this is all that it does.
  const { dialect, session } = orm as unknown as {
    dialect: { migrate(files: unknown, session: unknown, config: object): Promise<void> }
    session: unknown
  }
  await dialect.migrate(readMigrationFiles({ migrationsFolder }), session, { migrationsFolder })
}

/** Joins a house and the guard into a database. */
export function databaseIn(house: House): Database {
  const inTransaction = new AsyncLocalStorage<true>()
  // Embedded, this would wait for ever (one connection, held by the transaction); on a server it would see
  // another snapshot. So it is refused on both, where either test run finds it.
  const guard = (what: string) => {
    if (inTransaction.getStore()) throw new Error(`${what} inside a transaction: use what the transaction gives`)
  }
  const orm = new Proxy(house.orm, {
    get(target, key) {
      const value = Reflect.get(target, key) as unknown
      if (typeof value !== 'function') return value
      return (...args: unknown[]) => {
        guard(`orm.${String(key)}`)
        if (key !== 'transaction') return value.apply(target, args)
        const [work, config] = args as [(tx: unknown) => Promise<unknown>, unknown]
        return value.call(target, (tx: unknown) => inTransaction.run(true, () => work(tx)), config)
      }
    },
  })

  return {
    kind: house.kind,
    orm,
    async query<T extends object>(text: string, params: readonly unknown[] = []) {
      guard('query')
      return (await house.query(text, params)) as T[]
    },
    async transaction(work) {
      guard('transaction')
      return house.orm.transaction((tx) => inTransaction.run(true, () => work(transactionIn(house, tx as unknown as OrmTransaction))))
    },
    assertOutside: guard,
    listen: house.listen,
    async notify(channel, payload) {
      guard('notify')
      // A message needs no flush to the disk: after a crash nobody listens to it, and everybody reads anew.
      await house.query(`select set_config('synchronous_commit', 'off', true), pg_notify($1, $2)`, [channel, payload])
    },
    migrate: house.migrate,
    maintain: house.maintain,
    dump: house.dump,
    close: house.close,
  }
}

/** drizzle's transaction, as far as we use it: its client is the driver's own, for statements written by hand. */
type OrmTransaction = Orm & { readonly session: { readonly client: unknown } }

function transactionIn(house: House, orm: OrmTransaction): Transaction {
  return {
    orm,
    query: async <T extends object>(text: string, params: readonly unknown[] = []) =>
      (await house.queryIn(orm.session.client, text, params)) as T[],
    savepoint: (work) => orm.transaction((inner) => work(transactionIn(house, inner as unknown as OrmTransaction))),
  }
}
