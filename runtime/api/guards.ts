/** What every request passes before it reaches a route: headers, origin, size, who asks and in which language. */
import { isIP } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import { createMiddleware } from 'hono/factory'
import type { ApiContext, ApiEnv, ApiParts } from './context.ts'
import { refuse } from './context.ts'

/** Languages that the program itself speaks. */
export const spoken = ['en', 'ro'] as const

/** The caller's address, from the socket; from the last entry of `X-Forwarded-For` only where a proxy is trusted. */
export function addressOf(c: ApiContext, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  if (forwarded) return forwarded
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    // Asked without a socket, as tests do.
    return 'unknown'
  }
}

export function isLoopback(address: string): boolean {
  return address === '::1' || address === '127.0.0.1' || address.startsWith('127.') || address.startsWith('::ffff:127.')
}

/** The best of the languages that the caller's browser asks for. */
export function languageAsked(header: string | undefined): string {
  const asked = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';')
      return {
        tag: tag.toLowerCase(),
        weight: Number(
          rest
            .find((word) => word.trim().startsWith('q='))
            ?.trim()
            .slice(2) ?? 1,
        ),
      }
    })
    .filter(({ tag, weight }) => tag && weight > 0)
    .sort((a, b) => b.weight - a.weight)
  return asked.map(({ tag }) => spoken.find((language) => tag === language || tag.startsWith(`${language}-`))).find(Boolean) ?? 'en'
}

/** Routes whose own first read brings the site's rev, and who then look whether the site at hand still holds (`atRev`). */
const bringsRev = /^\/api\/(?:assignments(?:\/|$)|documents\/[^/]+(?:\/(?!export$)|$))/

/** Puts the parts, the live site, the address and the language where every route finds them. */
export const withParts = (parts: ApiParts) =>
  createMiddleware<ApiEnv>(async (c, next) => {
    c.set('parts', parts)
    c.set('reader', null)
    c.set('address', addressOf(c, parts.trustProxy))
    c.set('language', languageAsked(c.req.header('accept-language')))
    const known = await parts.signIn.known(c.req.raw.headers, { lately: bringsRev.test(c.req.path) })
    c.set('known', known)
    c.set('site', await parts.edges.sites.at(parts.edges.database, known?.rev ?? (known ? parts.edges.sites.kept : undefined)))
    await next()
  })

/** Who asks, where somebody is signed in; their own language then counts, unless the request names another one. */
export const withReader = createMiddleware<ApiEnv>(async (c, next) => {
  const known = c.get('known')
  const signedIn = known ? known.signedIn : await c.get('parts').signIn.whose(c.req.raw.headers)
  const person = signedIn && c.get('site').people.get(signedIn.person)
  if (signedIn && person && !person.left) {
    c.set('reader', { person, session: signedIn.session })
    if (!c.req.header('accept-language')) c.set('language', person.language)
  }
  await next()
})

/** Refuses whoever is not signed in. */
export const signedIn = createMiddleware<ApiEnv>(async (c, next) => {
  if (!c.get('reader')) return refuse(c, { code: 'signed-out' })
  await next()
})

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Writes come from our own pages, or from programs that send no `Origin`. A form of another site cannot send JSON
 * without asking first, and what it asks is never allowed; `Sec-Fetch-Site` says the same where the browser sends it.
 */
export const sameOrigin = createMiddleware<ApiEnv>(async (c, next) => {
  if (!safe.has(c.req.method)) {
    const site = c.req.header('sec-fetch-site')
    const origin = c.req.header('origin')
    const foreign =
      (site !== undefined && site !== 'same-origin' && site !== 'none') ||
      (origin !== undefined && !isOwnOrigin(origin, c.get('parts').origin, c.req.header('host')))
    if (foreign) return refuse(c, { code: 'origin-refused' })
  }
  await next()
})

/**
 * Whether an `Origin` is ours: the address that the installation names, or the one that was called, where that is this
 * machine's or a bare address. A name counts only if the installation says it, because a foreign name can be made to
 * lead here.
 */
export function isOwnOrigin(origin: string, own: string, host: string | undefined): boolean {
  if (!URL.canParse(origin)) return false
  const from = new URL(origin)
  if (from.origin === new URL(own).origin) return true
  const bare = from.hostname === 'localhost' || isIP(from.hostname.replace(/^\[|\]$/g, '')) !== 0
  return bare && from.host === host
}
