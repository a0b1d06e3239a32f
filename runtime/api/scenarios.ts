import { Hono } from 'hono'
import { z } from 'zod'
import { parseDefinition } from '../../schemas/validate.ts'
import { dropScenario, saveScenario, scenarios } from '../store/scenarios.ts'
import type { ScenarioRow } from './answers.ts'
import { bodyOf } from './body.ts'
import { type ApiEnv, readerOf, refuse } from './context.ts'
import { onlyDesigners } from './only-designers.ts'

export const scenarioRequest = z.strictObject({ body: z.record(z.string(), z.unknown()), revision: z.int().min(0) })
const id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .max(63)

/** `/api/scenarios`: rehearsals that were kept while trying out, for everybody who designs. What `scenario.schema.json` does not admit is refused. */
export function scenarioRoutes(): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>()
  routes.use('/scenarios/*', onlyDesigners)
  return routes
    .get('/scenarios', async (c) => {
      const kept = await scenarios(c.get('parts').edges.database)
      const items = kept.map(({ rev, at, ...row }): ScenarioRow => ({ ...row, revision: rev, updatedOn: at }))
      return c.json({ items })
    })
    .put('/scenarios/:id', async (c) => {
      const at = id.safeParse(c.req.param('id'))
      if (!at.success) return c.notFound()
      const request = await bodyOf(c, scenarioRequest)
      if (!request.ok) return refuse(c, request.problem)
      const { body, revision } = request.value
      const parsed = parseDefinition('scenario', body)
      if (!parsed.ok) return refuse(c, { code: 'definition-invalid', findings: parsed.findings })
      if (parsed.definition.id !== at.data)
        return refuse(c, {
          code: 'request-invalid',
          errors: [{ path: 'body/id', rule: 'same', found: parsed.definition.id, expected: at.data }],
        })
      const { edges } = c.get('parts')
      const saved = await saveScenario(edges.database, {
        id: at.data,
        body,
        rev: revision,
        by: readerOf(c).person.id,
        at: edges.clock.now().toISOString(),
      })
      return saved === null ? refuse(c, { code: 'stale', revision }) : c.json({ revision: saved })
    })
    .delete('/scenarios/:id', async (c) => {
      const dropped = await dropScenario(c.get('parts').edges.database, c.req.param('id'))
      return dropped ? c.body(null, 204) : c.notFound()
    })
}
