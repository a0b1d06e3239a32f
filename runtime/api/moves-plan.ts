import { Hono } from 'hono'
import { z } from 'zod'
import { foreseeMoves } from '../commands/foresee-moves.ts'
import { type DefinitionChange, releaseChanges } from '../commands/publish-release.ts'
import { drafts } from '../store/drafts.ts'
import { loadRelease } from '../store/releases.ts'
import type { MovesPlanAnswer, PlannedDocument } from './answers.ts'
import { bodyOf } from './body.ts'
import { type ApiContext, type ApiEnv, refuse } from './context.ts'
import { kinds } from './definitions.ts'
import { plannedFor } from './moves.ts'
import { onlyDesigners } from './only-designers.ts'

export const movesPlanRequest = z.union([
  z.strictObject({ drafts: z.array(z.strictObject({ kind: z.enum(kinds), id: z.string().max(100) })).max(500) }),
  z.strictObject({ release: z.int().min(1) }),
])

/** A picture for whoever decides, not the move itself: what goes beyond is said to be more. */
const most = { looked: 5_000, listed: 500 }

/**
 * `POST /api/moves/plan`: what would become of each running document if chosen drafts, or an earlier release, were in use.
 * Changes nothing. Of a document that the designer may not read there is its fate, and no title.
 */
export function movesPlanRoutes(): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>()
  routes.use('/moves/plan', onlyDesigners)
  return routes.post('/moves/plan', async (c) => {
    const request = await bodyOf(c, movesPlanRequest)
    if (!request.ok) return refuse(c, request.problem)
    const { database } = c.get('parts').edges
    const asked = request.value
    if ('release' in asked) {
      if (asked.release >= c.get('site').release) return c.notFound()
      const [then, now] = await Promise.all([loadRelease(database, asked.release), loadRelease(database)])
      return c.json(await planFor(c, [...releaseChanges(now, then)]))
    }
    const chosen = new Set(asked.drafts.map(({ kind, id }) => `${kind} ${id}`))
    const changes = (await drafts(database)).filter(({ kind, id }) => chosen.has(`${kind} ${id}`))
    return c.json(
      await planFor(
        c,
        changes.map(({ kind, id, body }) => ({ kind, id, body: body as object | null })),
      ),
    )
  })
}

async function planFor(c: ApiContext, changes: readonly DefinitionChange[]): Promise<MovesPlanAnswer> {
  const items: PlannedDocument[] = []
  const counts = { follows: 0, canMove: 0, cannotMove: 0, stays: 0 }
  let looked = 0
  for await (const foreseen of foreseeMoves(c.get('parts').edges, changes)) {
    const { fate } = foreseen
    counts[fate === 'can-move' ? 'canMove' : fate === 'cannot-move' ? 'cannotMove' : fate]++
    if (fate !== 'follows' && items.length < most.listed)
      items.push({ ...(await plannedFor(c, foreseen)), obstacles: [...foreseen.obstacles] })
    if (++looked >= most.looked) return { items, counts, more: true }
  }
  return { items, counts, more: false }
}
