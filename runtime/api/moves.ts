import { Hono } from 'hono'
import { z } from 'zod'
import type { ForeseenMove } from '../commands/foresee-moves.ts'
import { countOutdated, type MovePlan, moveDocuments, planMoves } from '../commands/move-documents.ts'
import type { BehindAnswer, MovedAnswer, MoveLookAnswer, PlannedDocument, PlannedMove } from './answers.ts'
import { bodyOf } from './body.ts'
import { type ApiContext, type ApiEnv, readerOf, refuse } from './context.ts'
import { mayRead, withFacts } from './look.ts'
import { onlyDesigners } from './only-designers.ts'

/** A page is an answer that nobody waits long for: whoever moves many sees how far it is, and can stop. */
const most = 200

export const moveRequest = z.strictObject({
  type: z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/),
  documents: z.union([z.literal('all'), z.array(z.uuid()).max(10_000)]),
  nodes: z.record(z.string(), z.string()).optional(),
  dryRun: z.boolean(),
  after: z.uuid().nullable().default(null),
  limit: z.int().min(1).max(most).default(most),
})

/** `/api/moves`: which documents run on an earlier release, and moving them page by page. Only for designers. */
export function moveRoutes(): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>()
  routes.use('/moves', onlyDesigners)
  return routes
    .get('/moves', async (c) => c.json({ items: [...(await countOutdated(c.get('parts').edges))] } satisfies BehindAnswer))
    .post('/moves', async (c) => {
      const request = await bodyOf(c, moveRequest)
      if (!request.ok) return refuse(c, request.problem)
      const { edges } = c.get('parts')
      const { dryRun, ...asked } = request.value
      const moving = { ...asked, by: { kind: 'person', id: readerOf(c).person.id } } as const
      if (dryRun) {
        const { items, after } = await planMoves(edges, moving)
        return c.json({ items: await plannedMoves(c, items), after } satisfies MoveLookAnswer)
      }
      const { moved, refused, after } = await moveDocuments(edges, moving)
      return c.json({ moved: [...moved], refused: await plannedMoves(c, refused), after } satisfies MovedAnswer)
    })
}

/** A document whose fate is told: of one that the reader may not read there is no title and no number. */
export async function plannedFor(c: ApiContext, { stored, program, fate, at }: Omit<ForeseenMove, 'obstacles'>) {
  const { type, id, title, number } = stored.document
  const may = await withFacts(c, program, stored.document, (reader) => mayRead(c.get('site'), readerOf(c).person.id, stored, reader))
  return { type, id, title: may ? title : null, number: may ? number : null, fate, at: [...at] } satisfies Omit<
    PlannedDocument,
    'obstacles'
  >
}

async function plannedMoves(c: ApiContext, plans: readonly MovePlan[]): Promise<PlannedMove[]> {
  const items: PlannedMove[] = []
  for (const plan of plans)
    items.push({
      ...(await plannedFor(c, plan)),
      obstacles: plan.obstacles.map(({ to, ...obstacle }) => ({ ...obstacle, to: [...to] })),
      problem: plan.problem,
    })
  return items
}
