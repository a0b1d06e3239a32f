import { Hono } from 'hono'
import { z } from 'zod'
import { stampOf } from '../commands/set-up-office.ts'
import { shownWebhookKey } from '../commands/webhook-key.ts'
import { usersOf } from '../engine/audience/users-of.ts'
import { loadSite, saveSettings } from '../store/organisation.ts'
import { lockSite } from '../store/site-stream.ts'
import type { WebhooksAnswer } from './answers.ts'
import { bodyOf } from './body.ts'
import { type ApiContext, type ApiEnv, readerOf, refuse } from './context.ts'

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/)
export const webhookRequest = z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(2_000) })

/** `/api/office/webhooks`: where the webhooks that schemas name lead, and the key that their receivers check them by. */
export function webhookRoutes(): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .use('/office/webhooks/*', async (c, next) => {
      if (!readerOf(c).person.roles.includes('administrator')) return refuse(c, { code: 'not-allowed', what: 'office' })
      await next()
    })
    .get('/office/webhooks', (c) => c.json(answer(c)))
    .put('/office/webhooks/:id', async (c) => {
      const at = id.safeParse(c.req.param('id'))
      if (!at.success)
        return refuse(c, {
          code: 'request-invalid',
          errors: [{ path: 'id', rule: 'pattern', found: c.req.param('id').slice(0, 100), expected: 'small letters, digits and hyphens' }],
        })
      const request = await bodyOf(c, webhookRequest)
      if (!request.ok) return refuse(c, request.problem)
      await save(c, (present) => ({ ...present, [at.data]: { url: request.value.url } }))
      return c.json(answer(c))
    })
    .delete('/office/webhooks/:id', async (c) => {
      const { id: gone } = c.req.param()
      if (!c.get('site').webhooks?.has(gone)) return c.notFound()
      await save(c, ({ [gone]: _, ...rest }) => rest)
      return c.json(answer(c))
    })
}

type Addresses = Readonly<Record<string, { readonly url: string }>>

/** Changes the addresses under the site's lock, from what they are there. */
async function save(c: ApiContext, change: (present: Addresses) => Addresses): Promise<void> {
  const { edges } = c.get('parts')
  await edges.database.transaction(async (tx) => {
    await lockSite(tx)
    const { webhooks } = await loadSite(tx)
    await saveSettings(tx, { settings: { webhooks: change(Object.fromEntries(webhooks ?? [])) } }, stampOf(edges, readerOf(c).person.id))
  })
  edges.announce({ kind: 'site' })
  c.set('site', await edges.sites.at(edges.database))
}

function answer(c: ApiContext): WebhooksAnswer {
  const site = c.get('site')
  const users = usersOf(site)
  const named = [...users.keys()].flatMap((key) => (key.startsWith('webhook:') ? [key.slice('webhook:'.length)] : []))
  const names = [...new Set([...(site.webhooks?.keys() ?? []), ...named])].sort()
  return {
    items: names.map((name) => ({
      id: name,
      url: site.webhooks?.get(name)?.url ?? null,
      usedBy: [...(users.get(`webhook:${name}`) ?? [])],
    })),
    key: shownWebhookKey(c.get('parts').webhookKey),
  }
}
