/** Builds the parts of the program and joins them: for the server, for the command line, and for tests, which give their own clock and mailer. */
import type { Hono } from 'hono'
import { createApp } from './api/app.ts'
import type { ApiEnv, ApiParts } from './api/context.ts'
import { openLive } from './api/live-hub.ts'
import { keepRecent } from './api/recent.ts'
import { makeSignIn } from './api/sign-in.ts'
import type { Clock, Edges } from './commands/edges.ts'
import { keepPrograms } from './commands/programs.ts'
import { keepSites } from './commands/sites.ts'
import { webhookKey } from './commands/webhook-key.ts'
import { uuidv7 } from './engine/uuid.ts'
import type { Log } from './log.ts'
import { randomBytes } from './random.ts'
import type { Database } from './store/database.ts'
import { readDemo, readSecret } from './store/installation.ts'
import { type RunningClock, startClock } from './worker/clock.ts'
import { makeDelivery } from './worker/delivery.ts'
import type { Mailer } from './worker/mail.ts'

export interface PartsOptions {
  readonly database: Database
  readonly log: Log
  readonly origin: string
  readonly templatesFolder: string
  readonly appFolder: string | null
  readonly mailer: Mailer | null
  /** Null: the one kept in the database. */
  readonly secret?: string | null
  readonly demoAnywhere?: boolean
  readonly trustProxy?: boolean
  readonly webhooksInside?: boolean
  readonly clock?: Clock
}

export interface Parts {
  readonly app: Hono<ApiEnv>
  readonly edges: Edges
  readonly api: ApiParts
  /** Starts taking what is due; a process without it only answers. */
  startClock(): RunningClock
  /** Ends what runs beside the requests; the database stays open. */
  stop(): Promise<void>
}

/** The migrated database is opened by the caller, and closed by it. */
export async function buildParts(options: PartsOptions): Promise<Parts> {
  const { database, log, origin, mailer } = options
  const clock = options.clock ?? { now: () => new Date() }
  const newId = () => uuidv7(clock.now().getTime(), randomBytes)
  const recent = keepRecent()
  const live = await openLive(database, log, recent.heard)
  let running: RunningClock | null = null
  const edges: Edges = {
    database,
    sites: keepSites(),
    programs: keepPrograms(),
    clock,
    newId,
    newSalt: () => randomBytes(16).toString('hex'),
    mails: mailer !== null,
    log,
    announce(what) {
      // Before the commit nobody would find what they are told of, and whatever is woken would think itself inside.
      database.assertOutside('announce')
      recent.heard(what)
      live.announce(what)
      running?.wake()
    },
    withoutClock: (work) => (running ? running.hold(work) : work()),
  }
  const secret = options.secret ?? (await readSecret(database, () => randomBytes(32).toString('base64url')))
  const signIn = makeSignIn({ database, secret, origin, newId, log, isDemo: () => readDemo(database) })
  const api: ApiParts = {
    edges,
    signIn,
    live,
    recent,
    log,
    origin,
    demoAnywhere: options.demoAnywhere ?? false,
    trustProxy: options.trustProxy ?? false,
    appFolder: options.appFolder,
    webhookKey: webhookKey(secret),
    templatesFolder: options.templatesFolder,
  }
  const delivery = makeDelivery({
    edges,
    mailer,
    origin,
    webhooks: { secret: api.webhookKey, allowInside: options.webhooksInside ?? false },
  })
  return {
    app: createApp(api),
    edges,
    api,
    startClock() {
      running ??= startClock(edges, delivery)
      return running
    },
    async stop() {
      await running?.stop()
      await live.stop()
    },
  }
}
