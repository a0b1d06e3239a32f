import type { DatabaseOptions } from './database-options.ts'
import { type Opening, openEmbedded } from './open-embedded.ts'
import { openServer } from './open-server.ts'

/** Opens the store. A data folder that another process has is refused; a server that does not answer throws. */
export async function openDatabase(options: DatabaseOptions): Promise<Opening> {
  return options.url ? { ok: true, database: await openServer(options.url, options) } : openEmbedded(options)
}
