import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Announcement } from '../commands/edges.ts'
import { readDocument } from '../store/documents.ts'
import { unread } from '../store/notices.ts'
import type { LiveMessage } from './answers.ts'
import { type ApiContext, type ApiEnv, readerOf } from './context.ts'
import { mayRead, withFacts } from './look.ts'

const heartbeat = 25_000

/** `GET /api/live`: server-sent events of what to ask anew. A document is named only to whoever may read it. */
export function liveRoutes(): Hono<ApiEnv> {
  return new Hono<ApiEnv>().get('/live', (c) => {
    const { live, edges, log } = c.get('parts')
    const me = readerOf(c).person.id
    return streamSSE(c, async (stream) => {
      let waiting: Announcement[] = []
      let wake: () => void = () => {}
      const leave = live.join({
        person: me,
        tell(what) {
          waiting.push(...what)
          wake()
        },
      })
      let open = true
      stream.onAbort(() => {
        open = false
        leave()
        wake()
      })
      const send = (message: LiveMessage) => stream.writeSSE({ data: JSON.stringify(message) })
      await stream.writeSSE({ event: 'hello', data: '' })
      try {
        while (open) {
          if (waiting.length === 0) {
            const timer = setTimeout(() => wake(), heartbeat)
            await new Promise<void>((resolve) => {
              wake = resolve
            })
            clearTimeout(timer)
          }
          if (!open) break
          const told = waiting
          waiting = []
          if (told.length === 0) await stream.writeSSE({ event: 'beat', data: '' })
          let mine = false
          for (const what of told) {
            if (what.kind === 'site') await send({ kind: 'release', release: (await edges.sites.at(edges.database)).release })
            else {
              mine ||= what.people.includes(me)
              const message = await asSeen(c, me, what)
              if (message) await send(message)
            }
          }
          if (mine) {
            await send({ kind: 'inbox' })
            await send({ kind: 'notices', unread: await unread(edges.database, me) })
          }
        }
      } catch (error) {
        log.debug('live-ended', { error: error instanceof Error ? error.message : String(error) })
      } finally {
        leave()
      }
    })
  })
}

async function asSeen(
  c: ApiContext,
  me: string,
  { type, id, revision }: Extract<Announcement, { kind: 'document' }>,
): Promise<LiveMessage | null> {
  const { edges } = c.get('parts')
  const stored = await readDocument(edges.database, type, id)
  if (!stored) return null
  c.set('site', await edges.sites.at(edges.database, stored.siteRev))
  const program = await edges.programs.get(edges.database, stored.document.program)
  const may = await withFacts(c, program, stored.document, (reader) => mayRead(c.get('site'), me, stored, reader))
  return may ? { kind: 'document', type, id, revision } : null
}
