// The thread in which the embedded PostgreSQL runs: it is busy while a statement runs, and must not hold up the
// program's own loop. Extensions are functions, so they are named here and not passed in.
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { parsersOf } from '../row-values.ts'
import type { Ask, ErrorAnswer, QueryAnswer, Say, WorkerStart } from './messages.ts'
import { PreparedQueries } from './prepared-queries.ts'

const port = parentPort!
const { folder, load, maxRows } = workerData as WorkerStart
const say = (message: Say) => port.postMessage(message)

const errorParts = ['code', 'severity', 'detail', 'hint', 'constraint', 'table', 'column', 'position', 'where'] as const

function errorAnswer(error: unknown): ErrorAnswer {
  const from = error as Record<string, unknown>
  const answer: Record<string, string> = { message: error instanceof Error ? error.message : String(error) }
  for (const part of errorParts) if (typeof from[part] === 'string') answer[part] = from[part]
  return answer as unknown as ErrorAnswer
}

async function answer(db: PGlite, queries: PreparedQueries, ask: Ask): Promise<unknown> {
  switch (ask.do) {
    case 'query': {
      const result = await queries.query(ask.text, ask.params, { rowMode: ask.asArrays ? 'array' : 'object', parsers: parsersOf })
      if (result.rows.length > maxRows)
        throw Object.assign(new Error(`an answer of ${result.rows.length} rows: at most ${maxRows} are read at once`), { code: '54000' })
      return { rows: result.rows, fields: result.fields, affectedRows: result.affectedRows } satisfies QueryAnswer
    }
    case 'exec':
      await db.exec(ask.text)
      return null
    case 'dump':
      return new Uint8Array(await (await db.dumpDataDir('none')).arrayBuffer())
    case 'close':
      await db.close()
      return null
  }
}

try {
  const db = await PGlite.create({
    dataDir: folder ?? 'memory://',
    extensions: { pg_trgm, unaccent },
    // The option replaces the defaults. A small buffer: the operating system's own cache serves the rest.
    startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'],
    ...(load ? { loadDataDir: new Blob([load as Uint8Array<ArrayBuffer>]) } : {}),
  })
  await db.exec(`set timezone to 'UTC'`)
  const queries = new PreparedQueries(db)
  db.onNotification((channel, payload) => say({ note: [channel, payload] }))
  port.on('message', async (ask: Ask) => {
    try {
      say({ id: ask.id, answer: await answer(db, queries, ask) })
    } catch (error) {
      say({ id: ask.id, error: errorAnswer(error) })
    }
  })
  say({ ready: true })
} catch (error) {
  say({ failed: errorAnswer(error) })
}
