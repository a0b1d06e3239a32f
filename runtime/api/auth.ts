import type { Problem } from '../engine/problem.ts'
import { noteFailure, noteSuccess, waitOf } from '../store/sign-in-tries.ts'
import { type ApiContext, refuse } from './context.ts'
import { networkOf } from './network-of.ts'

/**
 * An account rests for a quarter of an hour after twenty wrong passwords, from however many strange addresses they came; an
 * address from which its person has got in before is counted for itself.
 */
const limit = { most: 20, window: 15 * 60_000 }

/** `/api/auth/*`: the sign-in library's routes, with its refusals as problem details in the caller's language. */
export async function authRoute(c: ApiContext): Promise<Response> {
  const { signIn, edges } = c.get('parts')
  const email = c.req.path.endsWith('/sign-in/email') ? await emailOf(c) : null
  const now = Date.now()
  // Whoever has one address of a network has them all.
  const address = networkOf(c.get('address'))
  const tried = email === null ? null : { email, address }
  const { wait, known } = tried ? await waitOf(edges.database, tried, now, limit) : { wait: 0, known: false }
  if (wait > 0) return refuse(c, { code: 'too-many-requests', retryAfter: Math.ceil(wait / 1_000) })
  const response = await signIn.handle(c.req.raw, address)
  if (tried && response.status === 401) await noteFailure(edges.database, tried, { id: edges.newId(), known, now, window: limit.window })
  if (tried && response.ok) await noteSuccess(edges.database, tried, { id: edges.newId(), known, now })
  const problem = await problemIn(c, response)
  return problem ? refuse(c, problem) : response
}

/** The address that somebody tries to get in with, as accounts have it. */
async function emailOf(c: ApiContext): Promise<string | null> {
  const body = await c.req.raw
    .clone()
    .json()
    .catch(() => null)
  const email = typeof body === 'object' && body !== null && 'email' in body ? body.email : null
  return typeof email === 'string' && email.length <= 200 ? email.trim().toLowerCase() : null
}

async function problemIn(c: ApiContext, response: Response): Promise<Problem | null> {
  switch (response.status) {
    case 400:
    case 415:
    case 422: {
      const { message } = (await response.json().catch(() => ({}))) as { message?: string }
      return { code: 'request-invalid', errors: [{ path: '', rule: 'sign-in', found: null, expected: message ?? 'another request' }] }
    }
    case 401:
      return { code: 'sign-in-failed' }
    case 403:
      return { code: 'not-allowed', what: c.req.path.slice('/api/auth/'.length) }
    case 404:
      return { code: 'not-found', what: c.req.path }
    case 429:
      return { code: 'too-many-requests', retryAfter: Number(response.headers.get('x-retry-after')) || 60 }
    default:
      return null
  }
}
