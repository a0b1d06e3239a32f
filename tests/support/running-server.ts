// The program as people meet it: the built app, a real port, a real mail server, and a clock that the test moves.
import { execFileSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { inject } from 'vitest'
import type { SessionAnswer } from '../../runtime/api/answers.ts'
import { makeLog } from '../../runtime/log.ts'
import { buildParts, type Parts } from '../../runtime/parts.ts'
import type { Database } from '../../runtime/store/database.ts'
import { makeMailer } from '../../runtime/worker/mail.ts'
import { type MailBox, openMailBox } from './mail-box.ts'
import { madeOnce } from './test-run.ts'

const root = join(import.meta.dirname, '../..')

/** A clock that runs on by itself, from wherever the test put it. */
export interface MovingClock {
  now(): Date
  /** To an instant, or further by so many hours. */
  to(moment: string | number): void
}

export interface RunningServer {
  readonly origin: string
  readonly database: Database
  readonly parts: Parts
  readonly clock: MovingClock
  readonly mailBox: MailBox
  /** What the program wrote to its log as errors: empty as long as nothing of it is a bug. */
  readonly errors: readonly Record<string, unknown>[]
  /** Does everything that is due now. */
  catchUp(): Promise<void>
  stop(): Promise<void>
}

/** The folder of the built app: built once in a run, and kept apart, so that a build meanwhile changes nothing. */
async function builtApp(): Promise<string> {
  const folder = inject('runFolder')
  const app = join(folder, 'app')
  await madeOnce(folder, 'app-built', async () => {
    // The app is built for people: what the test runner says about the environment must not get into it.
    const { NODE_ENV: _, VITEST: __, MODE: ___, ...env } = process.env
    const said = execFileSync(process.execPath, [join(root, 'runtime/build.ts'), '--if-stale'], { cwd: root, env, encoding: 'utf8' })
    cpSync(join(root, 'dist/app'), app, { recursive: true })
    return said
  })
  return app
}

/** Starts the server on a migrated, empty database, with its clock at `now` (a Monday, nine o'clock in Bucharest). */
export async function startServer(database: Database, { now = '2026-10-05T06:00:00.000Z' } = {}): Promise<RunningServer> {
  const appFolder = await builtApp()
  const mailBox = await openMailBox()
  let base = Date.parse(now)
  let since = performance.now()
  const clock: MovingClock = {
    now: () => new Date(base + Math.floor(performance.now() - since)),
    to(moment) {
      base = typeof moment === 'number' ? this.now().getTime() + moment * 3_600_000 : Date.parse(moment)
      since = performance.now()
    },
  }
  const errors: Record<string, unknown>[] = []
  let answer: (request: Request, ...rest: unknown[]) => Response | Promise<Response> = () => new Response(null, { status: 503 })
  const server = serve({ fetch: (request, ...rest) => answer(request, ...rest), hostname: '127.0.0.1', port: 0 })
  await new Promise((listening) => server.once('listening', listening))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const mailer = makeMailer(mailBox.url, 'Dosar <dosar@office.example>')
  const parts = await buildParts({
    database,
    log: makeLog('error', (line) => errors.push(JSON.parse(line)) > 0, clock.now),
    origin,
    templatesFolder: join(root, 'templates'),
    appFolder,
    mailer,
    clock,
  })
  answer = parts.app.fetch as typeof answer
  const running = parts.startClock()
  return {
    origin,
    database,
    parts,
    clock,
    mailBox,
    errors,
    async catchUp() {
      await running.catchUp()
    },
    async stop() {
      await parts.stop()
      const closed = new Promise((done) => server.close(done))
      // Streams of server-sent events never end by themselves.
      if ('closeAllConnections' in server) server.closeAllConnections()
      await closed
      mailer.close()
      await mailBox.close()
    },
  }
}

export interface DemoOffice {
  /** The people of the demo, by the first word of their names: `Elena`. */
  readonly people: ReadonlyMap<string, string>
}

/** Fills the server's empty site with the demo office, as the first start does. */
export async function fillDemo({ origin }: RunningServer): Promise<DemoOffice> {
  const answer = await fetch(`${origin}/api/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ language: 'en' }),
  })
  if (!answer.ok) throw new Error(`the demo is refused: ${await answer.text()}`)
  const { demoPeople } = (await answer.json()) as SessionAnswer
  return { people: new Map(demoPeople.map(({ id, name }) => [name.split(' ')[0] ?? name, id])) }
}
