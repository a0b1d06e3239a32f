/**
 * Sign-in with e-mail and password, by better-auth over our own tables: its user is our person. Nobody signs up by
 * themselves; accounts are made by the first set-up and by the administrator.
 *
 * The caller's address counts tries, and the library reads it from a header: so the header is always written here,
 * from the socket or from a proxy that the installation trusts, and never taken from the caller.
 */
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { betterAuth } from 'better-auth/minimal'
import { z } from 'zod'
import type { Id } from '../engine/document/state.ts'
import { errorFacts, type Log } from '../log.ts'
import type { Database } from '../store/database.ts'
import { person } from '../store/tables/organisation.ts'
import { account, rateLimit, session, verification } from '../store/tables/sign-in.ts'
import { isOwnOrigin } from './guards.ts'

/** The header in which the caller's address is handed to the library. */
export const addressHeader = 'x-dosar-address'

export interface SignInOptions {
  readonly database: Database
  /** Signs the cookies; at least 32 characters. */
  readonly secret: string
  /** Where people reach the site, `https://office.example`; cookies are Secure when it is https. */
  readonly origin: string
  readonly newId: () => Id
  readonly log: Log
  /** Whether this site is a demo office, whose visitors may step into anybody's shoes. */
  readonly isDemo: () => Promise<boolean>
}

export type SignIn = ReturnType<typeof makeSignIn>

/** Whose session a request carries. */
export interface SignedIn {
  readonly person: Id
  readonly session: Id
}

/** What one small read says of a cookie that the library has accepted before. */
export interface KnownSession {
  /** The site's rev at this moment; null where the session was looked at a moment ago and nothing was read. */
  readonly rev: number | null
  /** Null where the session has ended meanwhile. */
  readonly signedIn: SignedIn | null
}

const days = 60 * 60 * 24
const lasts = 14 * days
/** A session that is used is prolonged once a day: by the library, which also sends its cookie again. */
const prolongedAfter = days
const mostKnown = 10_000
/** How long a session that was looked at counts as lasting, where that is enough. */
const trusted = 1_000
const cookieShape = /(?:^|;\s*)(?:__Secure-)?dosar\.session_token=([^;]+)/

/** A cookie whose signature the library has checked, and when its session was last seen to last. */
interface Accepted {
  readonly session: Id
  seen: { readonly person: Id; readonly at: number } | null
}

export function makeSignIn({ database, secret, origin, newId, log, isDemo }: SignInOptions) {
  const auth = betterAuth({
    appName: 'Dosar',
    baseURL: origin,
    basePath: '/api/auth',
    secret,
    trustedOrigins: (request) => {
      const from = request?.headers.get('origin')
      return from && isOwnOrigin(from, origin, request?.headers.get('host') ?? undefined) ? [from] : []
    },
    telemetry: { enabled: false },
    database: drizzleAdapter(database.orm, { provider: 'pg', schema: { person, account, session, verification, rateLimit } }),
    user: { modelName: 'person' },
    session: { expiresIn: lasts, updateAge: prolongedAfter },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 200 },
    // One address may try its password five times a minute; everything else is counted more generously.
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'rateLimit',
      window: 10,
      max: 100,
      customRules: { '/sign-in/email': { window: 60, max: 5 }, '/get-session': false },
    },
    advanced: {
      database: { generateId: newId },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      cookiePrefix: 'dosar',
    },
    logger: {
      level: 'warn',
      log: (level, message, ...facts) =>
        log[level === 'error' ? 'error' : 'warn']('sign-in', {
          message,
          facts: facts.map((fact) => (fact instanceof Error ? errorFacts(fact) : String(fact))),
        }),
    },
    plugins: [
      {
        id: 'demo',
        endpoints: {
          stepInto: createAuthEndpoint('/demo/step-into', { method: 'POST', body: z.object({ person: z.uuid() }) }, async (ctx) => {
            if (!(await isDemo())) throw new APIError('FORBIDDEN', { message: 'only a demo office lets you step into anybody’s shoes' })
            const user = await ctx.context.internalAdapter.findUserById(ctx.body.person)
            if (!user) throw new APIError('NOT_FOUND', { message: 'no such person' })
            await setSessionCookie(ctx, { session: await ctx.context.internalAdapter.createSession(user.id), user })
            return ctx.json({ person: user.id })
          }),
        },
      },
    ],
  })

  // By the cookie, letter for letter.
  const accepted = new Map<string, Accepted>()
  const cookieIn = (headers: Headers): string | undefined => cookieShape.exec(headers.get('cookie') ?? '')?.[1]

  return {
    /**
     * Who sends a cookie that was accepted before, with the site's rev, in one read; undefined where the library has to look.
     * With `lately` a session that was looked at within this second is believed unread: for requests that come in flocks, and
     * whose own first read brings the site's rev. Signing out here ends that at once, elsewhere after that second.
     */
    async known(headers: Headers, { lately = false } = {}): Promise<KnownSession | undefined> {
      const cookie = cookieIn(headers)
      const known = cookie === undefined ? undefined : accepted.get(cookie)
      if (cookie === undefined || known === undefined) return undefined
      const { session: id, seen } = known
      if (lately && seen && performance.now() - seen.at < trusted) return { rev: null, signedIn: { person: seen.person, session: id } }
      const [row] = await database.query<{ rev: number; person: Id | null; lasts: boolean; fresh: boolean }>(
        `select s.rev, x.person, x.expires_at > now() as lasts, x.expires_at > now() + $2::int * interval '1 second' as fresh
         from site s left join session x on x.id = $1`,
        [id, lasts - prolongedAfter],
      )
      if (!row) return undefined
      if (row.person === null || !row.lasts) {
        accepted.delete(cookie)
        return { rev: row.rev, signedIn: null }
      }
      if (!row.fresh) return undefined
      known.seen = { person: row.person, at: performance.now() }
      return { rev: row.rev, signedIn: { person: row.person, session: id } }
    },
    /** Forgets what was seen of sessions: some were ended beside the library. */
    forget(): void {
      for (const each of accepted.values()) each.seen = null
    },
    /** Answers everything below `/api/auth/`. `address` is the caller's, as the server established it. */
    handle(request: Request, address: string): Promise<Response> {
      const cookie = cookieIn(request.headers)
      if (cookie !== undefined) accepted.delete(cookie)
      const headers = new Headers(request.headers)
      headers.set(addressHeader, address)
      return auth.handler(new Request(request, { headers }))
    },
    /** Who sent this request; null when nobody is signed in, or the session ended. */
    async whose(headers: Headers): Promise<SignedIn | null> {
      const found = await auth.api.getSession({ headers })
      const cookie = cookieIn(headers)
      if (found && cookie !== undefined) {
        if (accepted.size >= mostKnown) accepted.clear()
        accepted.set(cookie, { session: found.session.id, seen: null })
      }
      return found ? { person: found.user.id, session: found.session.id } : null
    },
    async hashPassword(password: string): Promise<string> {
      return (await auth.$context).password.hash(password)
    },
    /** Asks the password again: for signing a decision. */
    async isPasswordOf(who: Id, password: string): Promise<boolean> {
      const context = await auth.$context
      const own = (await context.internalAdapter.findAccounts(who)).find(({ providerId }) => providerId === 'credential')
      return own?.password ? context.password.verify({ hash: own.password, password }) : false
    },
  }
}
