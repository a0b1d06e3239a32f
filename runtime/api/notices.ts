import { Hono } from 'hono'
import { z } from 'zod'
import { noticeNames } from '../commands/notice-names.ts'
import type { Rendered } from '../engine/card/card.ts'
import { noticeTexts } from '../engine/document/notice-text.ts'
import { readDocuments } from '../store/documents.ts'
import { markRead, notices, unread } from '../store/notices.ts'
import type { NoticeRow, NoticesPage } from './answers.ts'
import { bodyOf } from './body.ts'
import { type ApiContext, type ApiEnv, readerOf, refuse } from './context.ts'
import { refOf } from './look.ts'
import { afterOf, limitOf } from './paging.ts'

export const readRequest = z.strictObject({ ids: z.union([z.literal('all'), z.array(z.uuid()).max(500)]) })

/** `/api/notices`: what the caller was told, newest first. */
export function noticeRoutes(): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get('/notices', async (c) => c.json(await noticesPage(c)))
    .post('/notices/read', async (c) => {
      const request = await bodyOf(c, readRequest)
      if (!request.ok) return refuse(c, request.problem)
      const { edges } = c.get('parts')
      const me = readerOf(c).person.id
      await markRead(edges.database, me, request.value.ids, edges.clock.now().toISOString())
      return c.json({ unread: await unread(edges.database, me) })
    })
}

async function noticesPage(c: ApiContext): Promise<NoticesPage> {
  const { edges } = c.get('parts')
  const site = c.get('site')
  const me = readerOf(c).person.id
  const page = await notices(edges.database, me, {
    after: afterOf(c.req.query('after'), 'moment~uuid'),
    limit: limitOf(c.req.query('limit'), 50),
  })
  const [count, stored] = await Promise.all([
    unread(edges.database, me),
    readDocuments(
      edges.database,
      page.items.flatMap(({ document }) => document ?? []),
    ),
  ])
  const documents = new Map(stored.map((each) => [each.document.id, each]))
  const items: NoticeRow[] = []
  for (const notice of page.items) {
    const of = (notice.document && documents.get(notice.document.id)) || null
    const names = new Map<string, Awaited<ReturnType<typeof noticeNames>>>()
    for (const language of site.languages) names.set(language, await noticeNames(edges, site, of, language))
    const text: Rendered = noticeTexts(notice, site.languages, (language) => names.get(language)!)
    items.push({
      id: notice.id,
      at: notice.at,
      read: notice.read,
      about: notice.about,
      text,
      document: of && refOf(of),
      assignment: notice.assignment,
    })
  }
  return { items, after: page.after, unread: count }
}
