// The program in a process of its own, as `npm start` starts it: for what is measured from outside, and for what is killed.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { SessionAnswer } from '../../runtime/api/answers.ts'

const root = join(import.meta.dirname, '../..')

/** The flags of Node that `npm start` gives to the program. */
const startFlags = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } }).scripts.start
  .split(' ')
  .filter((word) => word.startsWith('--max'))

export interface MeasuredServer {
  readonly origin: string
  /** Milliseconds from the start of the process to its first answer. */
  readonly started: number
  readonly pid: number
  readonly port: number
  stop(): Promise<void>
  /** Ends it at once, in the middle of whatever it does. */
  kill(): Promise<void>
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}

/** A folder for an embedded store, and its removal. */
export function dataFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'dosar-bench-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** Starts the program on a data folder, or on a server's database. */
export async function startMeasured(
  store: { readonly folder: string } | { readonly url: string },
  { port: wanted, quiet = false, smtp }: { readonly port?: number; readonly quiet?: boolean; readonly smtp?: string } = {},
): Promise<MeasuredServer> {
  const port = wanted ?? (await freePort())
  const origin = `http://127.0.0.1:${port}`
  const { DATABASE_URL: _, ...env } = process.env
  const begun = performance.now()
  const child: ChildProcess = spawn(process.execPath, [...startFlags, join(root, 'runtime/server.ts')], {
    env: {
      ...env,
      PORT: String(port),
      LOG_LEVEL: 'error',
      ...(smtp && { SMTP_URL: smtp }),
      ...('url' in store ? { DATABASE_URL: store.url } : { DOSAR_DATA: store.folder }),
    },
    // What is hurt on purpose says so at length.
    stdio: ['ignore', 'ignore', quiet ? 'ignore' : 'inherit'],
  })
  // A benchmark that fails half-way leaves no server behind.
  const end = () => child.kill('SIGKILL')
  process.once('exit', end)
  while (
    !(await fetch(`${origin}/api/session`).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error('the program ended while it started')
    await setTimeout(10)
  }
  const started = performance.now() - begun
  return {
    origin,
    started,
    pid: child.pid ?? 0,
    port,
    async kill() {
      process.off('exit', end)
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
    async stop() {
      process.off('exit', end)
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

export type Json = { readonly [key: string]: unknown }

export interface Answer {
  readonly status: number
  readonly json: Json
  readonly cookies: readonly string[]
}

/** Somebody of the demo office who sends commands. */
export interface Caller {
  readonly cookie: string
  post(path: string, body: Json): Promise<Json>
  get(path: string): Promise<Json>
  /** The answer whatever it is; rejects where none came. */
  send(method: string, path: string, body?: Json, headers?: Readonly<Record<string, string>>): Promise<Answer>
}

/** Fills the empty site with the demo office, unless another server did so, and answers how to be one of its people, by first name. */
export async function demoCallers({ origin }: MeasuredServer, { fill = true } = {}): Promise<(name: string) => Promise<Caller>> {
  const { hostname, port } = new URL(origin)
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  const send = (
    method: string,
    path: string,
    body: Json | undefined,
    cookie = '',
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const text = body && JSON.stringify(body)
      const sent = request(
        {
          agent,
          hostname,
          port,
          method,
          path,
          headers: {
            origin,
            ...headers,
            ...(cookie && { cookie }),
            ...(text && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
          },
        },
        (answer) => {
          const parts: Buffer[] = []
          answer.on('error', reject)
          answer.on('data', (part: Buffer) => parts.push(part))
          answer.on('end', () => {
            const said = Buffer.concat(parts).toString()
            const status = answer.statusCode ?? 0
            resolve({ status, json: JSON.parse(said || 'null') as Json, cookies: answer.headers['set-cookie'] ?? [] })
          })
        },
      )
      sent.on('error', reject)
      sent.end(text)
    })
  const ask = async (method: string, path: string, body: Json | undefined, cookie = ''): Promise<Answer> => {
    const answer = await send(method, path, body, cookie)
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.json)}`)
    return answer
  }
  const { demoPeople } = (await (fill ? ask('POST', '/api/demo', { language: 'en' }) : ask('GET', '/api/session', undefined)))
    .json as unknown as SessionAnswer
  return async (name) => {
    const person = demoPeople.find((each) => each.name.startsWith(`${name} `))?.id ?? name
    const stepped = await ask('POST', '/api/auth/demo/step-into', { person })
    const cookie = stepped.cookies.map((each) => each.split(';')[0]).join('; ')
    return {
      cookie,
      post: async (path, body) => (await ask('POST', path, body, cookie)).json,
      get: async (path) => (await ask('GET', path, undefined, cookie)).json,
      send: (method, path, body, headers) => send(method, path, body, cookie, headers),
    }
  }
}
