import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/pglite'
import { type Database, databaseIn, type Orm, type Row, runMigrations } from './database.ts'
import type { DatabaseOptions } from './database-options.ts'
import { openCopyDesk } from './embedded/copy-desk.ts'
import { type FolderInUse, lockDataFolder } from './embedded/data-folder-lock.ts'
import { type BridgeTransaction, PGliteBridge } from './embedded/pglite-bridge.ts'
import { instantParameter } from './row-values.ts'

export type Opening = { readonly ok: true; readonly database: Database } | { readonly ok: false; readonly problem: FolderInUse }

/** Opens PostgreSQL in a worker thread, on a folder that this process then has for itself, or in memory. */
export async function openEmbedded({ dataFolder, load, statementTimeout }: DatabaseOptions): Promise<Opening> {
  const lock = dataFolder ? await lockDataFolder(dataFolder) : null
  if (lock && !lock.ok) return lock

  let bridge: PGliteBridge
  try {
    bridge = await PGliteBridge.open({
      folder: dataFolder ? join(dataFolder, 'postgres') : null,
      ...(load ? { load } : {}),
      ...(statementTimeout ? { statementTimeout } : {}),
    })
  } catch (error) {
    await lock?.release()
    throw error
  }

  const desk = dataFolder ? await openCopyDesk(dataFolder, (target) => bridge.copyTo(join(target, 'postgres'))) : null
  const rows = async (client: Pick<BridgeTransaction, 'query'>, text: string, params: readonly unknown[]) =>
    (await client.query(text, params.map(instantParameter))).rows as Row[]
  const orm = drizzle({ client: bridge as never }) as unknown as Orm
  return {
    ok: true,
    database: databaseIn({
      kind: 'embedded',
      orm,
      query: (text, params) => rows(bridge, text, params),
      queryIn: (client, text, params) => rows(client as BridgeTransaction, text, params),
      listen: (channel, listener) => bridge.listen(channel, listener),
      migrate: () => runMigrations(orm),
      // Table by table, so that others come in between.
      async maintain() {
        const { rows: tables } = await bridge.query(
          `select format('%I', relname) as name from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace order by relname`,
        )
        for (const { name } of tables as { name: string }[]) await bridge.vacuum(name)
      },
      dump: () => bridge.dump(),
      async close() {
        await desk?.close()
        await bridge.close()
        await lock?.release()
      },
    }),
  }
}
