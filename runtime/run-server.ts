/** Runs the program: reads the environment, opens the store, builds the parts, listens, and stops gracefully. */
import { flushCompileCache } from 'node:module'
import { serve } from '@hono/node-server'
import { errorFacts, makeLog } from './log.ts'
import { buildParts } from './parts.ts'
import { readSettings } from './settings.ts'
import { openDatabase } from './store/open-database.ts'
import { makeMailer } from './worker/mail.ts'

const read = readSettings(process.env)
if (!read.ok) {
  for (const error of read.errors) console.error(error)
  process.exit(1)
}
const { settings } = read
const log = makeLog(settings.logLevel)

const opened = await openDatabase({ url: settings.databaseUrl ?? undefined, dataFolder: settings.dataFolder }).catch((error: unknown) => {
  log.error('database-not-opened', errorFacts(error))
  console.error(`The database does not open: ${error instanceof Error ? error.message : error}`)
  process.exit(1)
})
if (!opened.ok) {
  const { folder, host, pid, since } = opened.problem
  const holder = pid === null ? 'another process' : `process ${pid} on ${host}, since ${since}`
  console.error(
    `The data folder ${folder} is in use by ${holder}. Stop that one first, or give this one a folder of its own with DOSAR_DATA.`,
  )
  process.exit(1)
}
const { database } = opened
await database.migrate()

const mailer = settings.smtp === null ? null : makeMailer(settings.smtp, settings.mailFrom)
const parts = await buildParts({ ...settings, database, log, mailer })
if (settings.runsClock) parts.startClock()

const server = serve({ fetch: parts.app.fetch, hostname: settings.host, port: settings.port }, ({ port }) => {
  log.info('listening', { host: settings.host, port, database: database.kind, clock: settings.runsClock, mail: mailer !== null })
  const address = new URL(settings.origin)
  if (settings.port === 0) address.port = String(port)
  console.log(`\n  Dosar is ready: ${address.origin}\n`)
  // Now, not at the end: a program that is killed has no end.
  flushCompileCache()
})
server.on('error', (error: NodeJS.ErrnoException) => {
  console.error(error.code === 'EADDRINUSE' ? `Port ${settings.port} is taken. Give another one with PORT.` : error.message)
  void stop(1)
})

let stopping = false
/** Answers what was asked already, ends the streams, finishes what the clock holds, and closes the store. */
async function stop(code: number): Promise<void> {
  if (stopping) process.exit(1)
  stopping = true
  log.info('stopping')
  setTimeout(() => process.exit(1), 10_000).unref()
  server.close()
  if ('closeIdleConnections' in server) server.closeIdleConnections()
  await parts.stop()
  // Streams of server-sent events never end by themselves.
  if ('closeAllConnections' in server) setTimeout(() => server.closeAllConnections(), 200).unref()
  mailer?.close()
  await database.close()
  process.exit(code)
}
process.on('SIGTERM', () => void stop(0))
process.on('SIGINT', () => void stop(0))
process.on('unhandledRejection', (error) => log.error('unhandled', errorFacts(error)))
