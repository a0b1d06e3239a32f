import { Hono } from 'hono'
import { readDocuments } from '../store/documents.ts'
import { givenUp, retry } from '../store/due.ts'
import type { FailureRow, Page } from './answers.ts'
import { type ApiEnv, readerOf, refuse } from './context.ts'
import { refOf } from './look.ts'
import { afterOf, limitOf } from './paging.ts'

/** `/api/failures`: what the clock gave up, for the administrator to see and to try again. */
export function failureRoutes(): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .use('/failures/*', async (c, next) => {
      if (!readerOf(c).person.roles.includes('administrator')) return refuse(c, { code: 'not-allowed', what: 'failures' })
      await next()
    })
    .get('/failures', async (c) => {
      const { edges } = c.get('parts')
      const site = c.get('site')
      const page = await givenUp(edges.database, {
        after: afterOf(c.req.query('after'), 'moment~number'),
        limit: limitOf(c.req.query('limit'), 50),
      })
      const documents = new Map(
        (
          await readDocuments(
            edges.database,
            page.items.flatMap(({ document }) => document ?? []),
          )
        ).map((each) => [each.document.id, each]),
      )
      const items = page.items.map((item): FailureRow => {
        const of = item.document && documents.get(item.document.id)
        const payload = item.payload as { to?: string; url?: string; via?: string }
        const to = payload.to ? (site.people.get(payload.to)?.name ?? null) : (payload.url ?? null)
        return {
          id: String(item.id),
          kind: payload.via ?? item.kind,
          document: of ? refOf(of) : null,
          to,
          attempts: item.attempts,
          lastError: item.lastError ?? '',
          at: item.givenUp ?? item.at,
        }
      })
      return c.json({ items, after: page.after } satisfies Page<FailureRow>)
    })
    .post('/failures/:id/retry', async (c) => {
      const { edges } = c.get('parts')
      const id = Number(c.req.param('id'))
      const again = Number.isSafeInteger(id) && (await retry(edges.database, id, edges.clock.now().toISOString()))
      return again ? c.body(null, 204) : c.notFound()
    })
}
