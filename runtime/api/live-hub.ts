/**
 * Who is told that something changed. Every process tells the others through the database, at most once every 50 ms and
 * after the commit; each keeps the streams of the people who are connected to it.
 */
import type { Announcement } from '../commands/edges.ts'
import type { Id } from '../engine/document/state.ts'
import { errorFacts, type Log } from '../log.ts'
import type { Database } from '../store/database.ts'

export interface Listener {
  readonly person: Id
  readonly tell: (what: readonly Announcement[]) => void
}

export interface Live {
  /** Tells this process and the others, soon. */
  announce(what: Announcement): void
  /** Streams of people; answers how to end one. */
  join(listener: Listener): () => void
  readonly connected: number
  stop(): Promise<void>
}

const channel = 'dosar_live'
const pause = 50
/** PostgreSQL refuses a payload of 8,000 bytes: what does not fit goes in further ones. */
const perMessage = 40

/** `told` hears everything, of this process and of the others, whoever is connected. */
export async function openLive(database: Database, log: Log, told: (what: Announcement) => void): Promise<Live> {
  const listeners = new Set<Listener>()
  let waiting = new Map<string, Announcement>()
  let timer: NodeJS.Timeout | null = null

  const stopListening = await database.listen(channel, (payload) => {
    const heard = JSON.parse(payload) as Announcement[]
    for (const what of heard) told(what)
    for (const listener of listeners) listener.tell(heard)
  })

  const flush = async () => {
    timer = null
    const all = [...waiting.values()]
    waiting = new Map()
    for (let from = 0; from < all.length; from += perMessage)
      await database
        .notify(channel, JSON.stringify(all.slice(from, from + perMessage)))
        .catch((error) => log.warn('live-not-told', errorFacts(error)))
  }

  return {
    announce(what) {
      const key = what.kind === 'document' ? `${what.type}/${what.id}` : what.kind
      const before = waiting.get(key)
      const people = what.kind === 'document' && before?.kind === 'document' ? [...new Set([...before.people, ...what.people])] : []
      waiting.set(key, what.kind === 'document' && people.length > 0 ? { ...what, people } : what)
      timer ??= setTimeout(() => void flush(), pause)
    },
    join(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    get connected() {
      return listeners.size
    },
    async stop() {
      if (timer) clearTimeout(timer)
      await flush()
      await stopListening()
    },
  }
}
