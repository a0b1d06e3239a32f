import { Hono } from 'hono'
import { z } from 'zod'
import { equipmentOf } from '../commands/equipment.ts'
import { countries, holidaysOf } from '../commands/holidays.ts'
import { openDemo, removeDemo } from '../commands/open-demo.ts'
import { SetUpRefused, setUpOffice } from '../commands/set-up-office.ts'
import { isZone } from '../engine/calendar/zone.ts'
import { readSettings } from '../store/organisation.ts'
import type { SetupAnswer, SetupRequest } from './answers.ts'
import { bodyOf } from './body.ts'
import { type ApiContext, type ApiEnv, refuse } from './context.ts'
import { isLoopback, spoken } from './guards.ts'
import { sessionAnswer } from './session.ts'
import { templateSets } from './template-sets.ts'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const language = z.enum(spoken)
export const setupRequest: z.ZodType<SetupRequest> = z.strictObject({
  organisation: z.string().trim().min(1).max(200),
  name: z.string().trim().min(1).max(200),
  email: z.email().max(200),
  password: z.string().min(10).max(200),
  language,
  zone: z.string().refine(isZone, { message: 'a time zone such as Europe/Bucharest' }),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  hours: z.strictObject({ from: time, to: time }).refine(({ from, to }) => from < to, { message: 'an end after the beginning' }),
  templates: z.array(z.string()).max(20),
})
export const demoRequest = z.strictObject({ language })

/** The first start: what is offered while the site is empty, setting it up, and looking around in a demo office. */
export function setupRoutes(): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get('/setup', async (c) => {
      if (!(await isEmpty(c))) return refuse(c, { code: 'site-not-empty' })
      return c.json(await setupAnswer(c))
    })
    .post('/setup', async (c) => {
      const request = await bodyOf(c, setupRequest)
      if (!request.ok) return refuse(c, request.problem)
      if (!(await isEmpty(c))) return refuse(c, { code: 'site-not-empty' })
      const { organisation, name, email, password, templates, ...office } = request.value
      const sets = await templateSets(c)
      const unknown = templates.filter((id) => !sets.has(id))
      if (unknown.length > 0)
        return refuse(c, {
          code: 'request-invalid',
          errors: unknown.map((id, index) => ({
            path: `templates/${index}`,
            rule: 'not-one-of',
            found: id,
            expected: [...sets.keys()].join(', '),
          })),
        })
      const { edges, signIn } = c.get('parts')
      const administrator = { name, email: email.toLowerCase(), passwordHash: await signIn.hashPassword(password) }
      try {
        const set = await setUpOffice(
          edges,
          { organisation, ...office },
          administrator,
          templates.map((id) => equipmentOf(sets.get(id)!, office.language)),
        )
        return set.ok ? c.json({ person: set.administrator }, 201) : refuse(c, set.problem)
      } catch (error) {
        if (error instanceof SetUpRefused) return refuse(c, error.problem)
        throw error
      }
    })
    .post('/demo', async (c) => {
      const request = await bodyOf(c, demoRequest)
      if (!request.ok) return refuse(c, request.problem)
      const { edges } = c.get('parts')
      if (!mayDemo(c)) return refuse(c, { code: 'demo-refused', why: 'not-loopback' })
      const sets = await templateSets(c)
      const set = sets.get('construction-contracts') ?? [...sets.values()][0]
      if (!set) return refuse(c, { code: 'not-supported', what: 'demo' })
      const opened = await openDemo(edges, set, {
        language: request.value.language,
        zone: 'Europe/Bucharest',
        country: 'RO',
        hours: { from: '09:00', to: '17:00' },
      })
      if (!opened.ok) return refuse(c, opened.problem)
      c.set('site', await edges.sites.at(edges.database))
      return c.json(await sessionAnswer(c), 201)
    })
    .delete('/demo', async (c) => {
      const { edges } = c.get('parts')
      if (!mayDemo(c)) return refuse(c, { code: 'demo-refused', why: 'not-loopback' })
      const removed = await removeDemo(edges)
      return removed.ok ? c.body(null, 204) : refuse(c, removed.problem)
    })
}

function mayDemo(c: ApiContext): boolean {
  return c.get('parts').demoAnywhere || isLoopback(c.get('address'))
}

async function isEmpty(c: ApiContext): Promise<boolean> {
  return (await readSettings(c.get('parts').edges.database)).setUpAt === null
}

async function setupAnswer(c: ApiContext): Promise<SetupAnswer> {
  const asked = c.get('language')
  const today = c.get('parts').edges.clock.now().toISOString().slice(0, 10)
  const sets = await templateSets(c)
  const names = new Map(spoken.map((each) => [each, new Map(countries(each).map(({ id, name }) => [id, name]))]))
  return {
    demoAllowed: mayDemo(c) && sets.size > 0,
    templates: [...sets.values()].map(({ template, people, samples }) => ({
      id: template!.id,
      label: template!.label,
      text: template!.text ?? '',
      version: template!.version,
      people: people?.people?.length ?? 0,
      samples: samples.length,
    })),
    countries: countries(asked).map(({ id }) => ({
      id,
      label: Object.fromEntries(spoken.map((each) => [each, names.get(each)!.get(id) ?? id])),
      nextHoliday: near.has(id) ? (holidaysOf(id, Number(today.slice(0, 4))).find(({ date }) => date >= today)?.date ?? null) : null,
    })),
    zones: Intl.supportedValuesOf('timeZone'),
  }
}

/** Working out a country's holidays takes some milliseconds each: only for those that are likely. */
const near = new Set(['RO', 'MD'])
