import type { ProblemAnswer } from '../../api/answers.ts'
import { type Refusal, RequestRefused, refusalFrom } from './refusal.ts'

/** What came back: the value and its revision (`ETag`), or why not. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T; readonly etag: string | null }
  | { readonly ok: false; readonly refusal: Refusal }

export interface CommandOptions {
  readonly method?: 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** The revision that the person was looking at. */
  readonly ifMatch?: string | number
  /** One key for one wish of the person: sent again under the same key, a command is done once. */
  readonly key?: string
  /** Milliseconds to wait for the answer, for what is known to take longer than others. */
  readonly patience?: number
}

const patience = 10_000
/** Pauses before a command whose answer got lost is sent again under the same key. */
const pauses = [400, 1600]

let language = 'en'
let signedOut: () => void = () => {}

/** The language in which the server writes its sentences. */
export function speak(chosen: string): void {
  language = chosen
}

/** Who is told when the server says that the session has ended. */
export function whenSignedOut(listener: () => void): void {
  signedOut = listener
}

/** Reads. Throws `RequestRefused`, because the cache of questions wants it so. */
export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  const reply = await request<T>(path, { headers: headers() }, signal)
  if (!reply.ok) throw new RequestRefused(reply.refusal)
  return reply.value
}

/** Commands. A lost answer is asked for again under the same key; a refusal is a value. */
export async function command<T>(path: string, body: unknown, options: CommandOptions = {}): Promise<Reply<T>> {
  const key = options.key ?? newKey()
  const init: RequestInit = {
    method: options.method ?? 'POST',
    headers: {
      ...headers(),
      'Content-Type': 'application/json',
      'Idempotency-Key': key,
      ...(options.ifMatch === undefined ? {} : { 'If-Match': `"${options.ifMatch}"` }),
    },
    body: JSON.stringify(body ?? {}),
  }
  for (const pause of pauses) {
    const reply = await request<T>(path, init, undefined, options.patience)
    if (reply.ok || reply.refusal.status !== 0) return reply
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
  return request<T>(path, init, undefined, options.patience)
}

/** A key that no other wish has. `randomUUID` exists only on secure origins, and an office may run plain HTTP inside its walls. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const headers = (): Record<string, string> => ({ Accept: 'application/json, application/problem+json', 'Accept-Language': language })

async function request<T>(path: string, init: RequestInit, signal?: AbortSignal, wait = patience): Promise<Reply<T>> {
  const timeout = AbortSignal.timeout(wait)
  let response: Response
  try {
    response = await fetch(path, { ...init, credentials: 'same-origin', signal: signal ? AbortSignal.any([signal, timeout]) : timeout })
  } catch (error) {
    if (signal?.aborted) throw error
    return refuse(timeout.aborted ? { code: 'slow', seconds: wait / 1000 } : { code: 'offline' })
  }
  if (response.status === 204) return { ok: true, value: undefined as T, etag: response.headers.get('ETag') }
  const type = response.headers.get('Content-Type') ?? ''
  if (response.ok && type.includes('json')) return { ok: true, value: (await response.json()) as T, etag: response.headers.get('ETag') }
  if (type.includes('problem+json')) {
    const refusal = refusalFrom((await response.json()) as ProblemAnswer)
    if (refusal.problem.code === 'signed-out') signedOut()
    return { ok: false, refusal }
  }
  if (response.status === 401) signedOut()
  return refuse(
    response.ok ? { code: 'unreadable' } : response.status === 401 ? { code: 'signed-out' } : { code: 'internal' },
    response.status,
  )
}

const refuse = (problem: Refusal['problem'], status = 0): { ok: false; refusal: Refusal } => ({ ok: false, refusal: { status, problem } })
