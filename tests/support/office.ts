// An office for the tests of the API: the program as the server builds it, on a fresh database, asked without a port.
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { openDemo } from '../../runtime/commands/open-demo.ts'
import type { DefinitionChange } from '../../runtime/commands/publish-release.ts'
import { publishDefinitions } from '../../runtime/commands/publish-release.ts'
import { readTemplateFolder } from '../../runtime/commands/read-template-folder.ts'
import { SetUpRefused } from '../../runtime/commands/set-up-office.ts'
import type { Id, Instant } from '../../runtime/engine/document/state.ts'
import type { TemplateSet } from '../../runtime/engine/simulation/template-set.ts'
import { type Log, makeLog } from '../../runtime/log.ts'
import { buildParts, type Parts } from '../../runtime/parts.ts'
import type { Database } from '../../runtime/store/database.ts'
import { makeMailer } from '../../runtime/worker/mail.ts'
import { type Described, describedBy } from './described-api.ts'

const templatesFolder = join(import.meta.dirname, '../../templates')

// biome-ignore lint/suspicious/noExplicitAny: an answer is whatever the test expects of it
export type Json = any

export interface Answer<T = Json> {
  readonly status: number
  readonly body: T
  readonly headers: Headers
  /** The code of the refusal; undefined where it is none. */
  readonly problem: string | undefined
}

export type Headed = Readonly<Record<string, string>>

/** Somebody who asks, with their session if they are signed in. */
export interface Caller {
  readonly cookie: string | null
  get<T = Json>(path: string, headers?: Headed): Promise<Answer<T>>
  post<T = Json>(path: string, body?: unknown, headers?: Headed): Promise<Answer<T>>
  put<T = Json>(path: string, body?: unknown, headers?: Headed): Promise<Answer<T>>
  patch<T = Json>(path: string, body?: unknown, headers?: Headed): Promise<Answer<T>>
  delete<T = Json>(path: string, headers?: Headed): Promise<Answer<T>>
  /** The response as it is, for streams and pages. */
  raw(path: string, init?: RequestInit): Promise<Response>
}

/** A clock that stands still until the test moves it. */
export interface MovedClock {
  now(): Date
  /** To a moment, or further by so many hours. */
  to(moment: Instant | number): void
}

export interface Program {
  readonly parts: Parts
  readonly database: Database
  readonly clock: MovedClock
  /** What the program wrote to its log. */
  readonly logged: readonly Record<string, unknown>[]
  /** Somebody with this cookie, from this address; nobody where there is none. */
  caller(cookie?: string | null, address?: string): Caller
  /** Does all that is due now, by the real clock of the program. */
  catchUp(): Promise<void>
  stop(): Promise<void>
}

export interface ProgramOptions {
  /** Where the clock stands at first; a Monday morning in Bucharest. */
  readonly now?: Instant
  /** An SMTP server; null: no mail leaves. */
  readonly smtp?: string | null
  readonly trustProxy?: boolean
  readonly demoAnywhere?: boolean
  readonly webhooksInside?: boolean
}

export const origin = 'http://localhost:3000'

/** The program on a migrated, empty database. */
export async function startProgram(database: Database, options: ProgramOptions = {}): Promise<Program> {
  let at = new Date(options.now ?? '2026-10-05T06:00:00.000Z')
  const clock: MovedClock = {
    now: () => at,
    to(moment) {
      at = typeof moment === 'number' ? new Date(at.getTime() + moment * 3_600_000) : new Date(moment)
    },
  }
  const logged: Record<string, unknown>[] = []
  const log: Log = makeLog('info', (line) => logged.push(JSON.parse(line)) > 0, clock.now)
  const mailer = options.smtp ? makeMailer(options.smtp, 'Dosar <dosar@office.example>') : null
  const parts = await buildParts({
    database,
    log,
    origin,
    templatesFolder,
    appFolder: null,
    mailer,
    clock,
    trustProxy: options.trustProxy ?? false,
    demoAnywhere: options.demoAnywhere ?? false,
    webhooksInside: options.webhooksInside ?? false,
  })
  const described = new Map<string, Described>()
  let asked = 0
  let underWay = 0

  const caller = (cookie: string | null = null, address = '192.0.2.1'): Caller => {
    const raw = async (path: string, init: RequestInit = {}): Promise<Response> => {
      const headers = new Headers(init.headers)
      if (cookie && !headers.has('cookie')) headers.set('cookie', cookie)
      // The socket that a server would see.
      asked++
      underWay++
      try {
        return await parts.app.request(`${origin}${path}`, { ...init, headers }, { incoming: { socket: { remoteAddress: address } } })
      } finally {
        underWay--
      }
    }
    const ask = async (method: string, path: string, body: unknown, headers: Headed = {}): Promise<Answer> => {
      const alone = underWay === 0 ? asked : null
      const response = await raw(path, {
        method: method.toUpperCase(),
        headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
      const text = await response.text()
      const type = response.headers.get('content-type') ?? ''
      const read = text === '' ? null : type.includes('json') ? JSON.parse(text) : text
      if (cookie && alone !== null && ['post', 'patch'].includes(method) && response.ok && isDocument(read))
        await expectRead(cookie, read, alone)
      const wrong = cookie ? await undescribed(cookie, method, path.split('?')[0]!, response.status, type, read) : []
      if (wrong.length > 0) throw new Error(`${wrong.join('\n')}\n${text.slice(0, 2_000)}`)
      return { status: response.status, body: read, headers: response.headers, problem: read?.problem?.code }
    }
    /** A command answers with the document that it wrote: it is what a reading right after it finds, if nobody else asked meanwhile. */
    const expectRead = async (who: string, answered: Json, askedBefore: number): Promise<void> => {
      const found = await raw(`/api/documents/${answered.type}/${answered.id}`, { headers: { cookie: who } })
      const now = (await found.json()) as Json
      if (asked !== askedBefore + 2 || underWay > 0) return
      if (!isDeepStrictEqual(now, answered)) throw new Error(`a command answered ${differing(answered, now)}`)
    }
    /** What does not fit the API's description of itself, to this person, in the release of this moment. */
    const undescribed = async (who: string, ...answer: Parameters<Described>): Promise<string[]> => {
      const [, path, status] = answer
      if (path.startsWith('/api/auth/') || path === '/api/openapi.json' || status === 401 || status >= 500) return []
      const { release } = await parts.edges.sites.at(database)
      const key = `${who} ${release}`
      if (!described.has(key)) {
        const description = await raw('/api/openapi.json', { headers: { cookie: who } })
        if (description.status !== 200) return []
        described.set(key, describedBy((await description.json()) as object))
      }
      return described.get(key)!(...answer)
    }
    return {
      cookie,
      raw,
      get: (path, headers) => ask('get', path, undefined, headers),
      post: (path, body = {}, headers) => ask('post', path, body, headers),
      put: (path, body = {}, headers) => ask('put', path, body, headers),
      patch: (path, body = {}, headers) => ask('patch', path, body, headers),
      delete: (path, headers) => ask('delete', path, undefined, headers),
    }
  }

  return {
    parts,
    database,
    clock,
    logged,
    caller,
    async catchUp() {
      await parts.startClock().catchUp()
    },
    async stop() {
      await parts.stop()
      mailer?.close()
    },
  }
}

/** Whether an answer is a whole document. */
const isDocument = (body: Json) => body !== null && typeof body === 'object' && 'revision' in body && 'editable' in body

/** Where two documents differ, member by member. */
function differing(answered: Json, read: Json): string {
  return Object.keys({ ...answered, ...read })
    .filter((key) => !isDeepStrictEqual(answered[key], read[key]))
    .map((key) => `${key} ${JSON.stringify(answered[key])}, and then ${JSON.stringify(read[key])} is read`)
    .join('; ')
}

/** The cookie of a session in an answer. */
export function cookieOf(headers: Headers): string {
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0]!)
    .join('; ')
}

export interface Office extends Program {
  /** The people of the template, by its names. */
  readonly people: Readonly<Record<string, Id>>
  readonly set: TemplateSet
  /** Somebody of the template's office, signed in. */
  as(name: string): Caller
  publish(changes: readonly DefinitionChange[], message?: string): Promise<void>
}

/** The shipped template's office with its people and definitions, and none of its documents unless `samples` asks for them. */
export async function openOffice(
  database: Database,
  { samples = false, ...options }: ProgramOptions & { samples?: boolean } = {},
): Promise<Office> {
  const program = await startProgram(database, options)
  const { edges } = program.parts
  const read = await readTemplateFolder(join(templatesFolder, 'construction-contracts'))
  if (!read.ok) throw new Error('the template cannot be read')
  const set = read.folder
  const opened = await openDemo(edges, samples ? set : { ...set, samples: [] }, {
    language: 'en',
    zone: 'Europe/Bucharest',
    country: 'RO',
    hours: { from: '09:00', to: '17:00' },
  }).catch((error) => {
    throw error instanceof SetUpRefused ? new Error(JSON.stringify(error.problem, null, 1).slice(0, 4_000)) : error
  })
  if (!opened.ok) throw new Error(`the office does not open: ${JSON.stringify(opened.problem)}`)
  const site = await edges.sites.at(database)
  const people: Record<string, Id> = {}
  const callers: Record<string, Caller> = {}
  let address = 0
  for (const { id, name } of set.people!.people!) {
    people[id] = [...site.people.values()].find((person) => person.name === name)!.id
    const from = `198.51.100.${++address}`
    const stepped = await program.caller(null, from).post('/api/auth/demo/step-into', { person: people[id] })
    if (stepped.status !== 200) throw new Error(`${id} cannot sign in: ${stepped.status} ${JSON.stringify(stepped.body)}`)
    callers[id] = program.caller(cookieOf(stepped.headers), from)
  }
  return {
    ...program,
    people,
    set,
    as: (name) => callers[name] ?? program.caller(),
    async publish(changes, message = 'By the test') {
      const published = await publishDefinitions(edges, { by: people.daria!, changes, message })
      if (!published.ok) throw new Error(JSON.stringify(published.problem, null, 1).slice(0, 4_000))
    },
  }
}
