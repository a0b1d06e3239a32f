import { Hono } from 'hono'
import type { ApiParts } from './context.ts'

/** `/healthz`: the process runs. `/readyz`: it can work, because the database answers; 503 while it does not. */
export function healthRoutes({ edges }: ApiParts): Hono {
  return new Hono()
    .get('/healthz', (c) => c.text('ok'))
    .get('/readyz', async (c) => {
      try {
        await edges.database.query('select 1 as one')
        return c.text('ready')
      } catch {
        return c.text('the database does not answer', 503)
      }
    })
}
