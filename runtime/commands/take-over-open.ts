import type { Id } from '../engine/document/state.ts'
import { inbox } from '../store/assignments.ts'
import { changeDocument } from './change-document.ts'
import type { Edges } from './edges.ts'

/**
 * When an absence begins that says so: what its person already holds goes to whoever stands in. One that was closed or taken
 * meanwhile is passed over, and so is everything where the absence has been taken back.
 */
export async function takeOverOpen(edges: Edges, absence: Id): Promise<void> {
  const site = await edges.sites.at(edges.database)
  const now = edges.clock.now().toISOString()
  const away = site.substitutions.find(({ id }) => id === absence)
  if (!away?.openToo || away.from > now || away.to <= now) return
  for (let after: string | null = null, first = true; first || after !== null; first = false) {
    const page = await inbox(edges.database, { person: away.person, keys: [], after, limit: 100 })
    for (const { id, document } of page.items) {
      const given = await changeDocument(edges, document, { type: 'stand-in', by: { kind: 'clock' }, assignment: id })
      if (!given.ok) edges.log.warn('stand-in-refused', { document: document.id, assignment: id, code: given.problem.code })
    }
    after = page.after
  }
}
