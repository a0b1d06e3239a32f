import { Hono } from 'hono'
import { z } from 'zod'
import { countries, holidaysOf } from '../commands/holidays.ts'
import { calendarProblem, weekdays } from '../engine/calendar/calendar.ts'
import { calendarTexts } from '../engine/calendar/calendar-texts.ts'
import { isZone } from '../engine/calendar/zone.ts'
import { dropStructure, readSettings, saveCalendar, saveSettings } from '../store/organisation.ts'
import type { CalendarsAnswer, HolidaysAnswer, NamedCalendar } from './answers.ts'
import { bodyOf } from './body.ts'
import { type ApiContext, type ApiEnv, refuse } from './context.ts'
import { changed, isAdministrator } from './office-change.ts'

const word = z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/)
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)
const hours = z.array(z.tuple([time, time])).max(6)
const date = z.iso.date()
const byDate = z.record(date, hours).refine((days) => Object.keys(days).length <= 2_000, { message: 'at most 2,000 days' })
/** A working calendar; `country`: whose holidays were taken, kept for the office's own. */
export const calendarRequest = z.strictObject({
  label: z.union([z.string().trim().min(1).max(200), z.record(z.string(), z.string().max(200))]).optional(),
  zone: z.string().refine(isZone, { message: 'a time zone such as Europe/Bucharest' }),
  hours: z.strictObject(Object.fromEntries(weekdays.map((day) => [day, hours.optional()]))),
  holidays: z.array(date).max(5_000),
  shortDays: byDate.optional(),
  extraWorkingDays: byDate.optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .optional(),
})

/** `/api/office/calendars`, `/api/office/holidays`: when the office works, for the administrator. What is due already keeps its hour. */
export function calendarRoutes(): Hono<ApiEnv> {
  const only = (handle: (c: ApiContext) => Promise<Response>) => async (c: ApiContext) =>
    isAdministrator(c) ? handle(c) : refuse(c, { code: 'not-allowed', what: 'office' })
  return new Hono<ApiEnv>()
    .get(
      '/office/calendars',
      only(async (c) => c.json(await answer(c))),
    )
    .put('/office/calendars/:id', only(save))
    .delete('/office/calendars/:id', only(drop))
    .get('/office/holidays', only(holidays))
}

async function save(c: ApiContext): Promise<Response> {
  const id = word.safeParse(c.req.param('id'))
  if (!id.success) return refuse(c, invalid('id', 'pattern', c.req.param('id')?.slice(0, 100), 'small letters, digits and hyphens'))
  const request = await bodyOf(c, calendarRequest)
  if (!request.ok) return refuse(c, request.problem)
  const { country, ...calendar } = request.value
  const body = calendar as NamedCalendar
  const problem = calendarProblem(body)
  if (problem) {
    const { code, ...facts } = problem
    const place = 'place' in facts ? facts.place.replaceAll('.', '/') : 'hours'
    return refuse(c, invalid(place, code, 'found' in facts ? facts.found : null, sentence(code, facts, c.get('language'))))
  }
  const { edges } = c.get('parts')
  await changed(c, async (tx, stamp) => {
    await saveCalendar(tx, id.data, body, stamp)
    if (id.data === 'site' && country !== undefined) await saveSettings(tx, { settings: { country } }, stamp)
  })
  c.set('site', await edges.sites.at(edges.database))
  return c.json(await answer(c))
}

async function drop(c: ApiContext): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const site = c.get('site')
  const calendar = site.calendars?.get(id)
  // Without a calendar of its own an office could count nothing.
  if (!calendar || id === 'site') return c.notFound()
  const people = [...site.people.values()].filter((person) => person.calendar === calendar).length
  if (people > 0) return refuse(c, { code: 'in-use', what: 'calendar', people, definitions: [], documents: 0 })
  const { edges } = c.get('parts')
  await changed(c, (tx, stamp) => dropStructure(tx, 'calendar', id, stamp))
  c.set('site', await edges.sites.at(edges.database))
  return c.json(await answer(c))
}

async function holidays(c: ApiContext): Promise<Response> {
  const query = z
    .object({ country: z.string().regex(/^[A-Z]{2}$/), year: z.coerce.number().int().min(1950).max(2150) })
    .safeParse(c.req.query())
  if (!query.success) return refuse(c, invalid('country', 'pattern', null, 'a country such as RO and a year from 1950 to 2150'))
  const items: HolidaysAnswer = { items: [...holidaysOf(query.data.country, query.data.year, c.get('language'))] }
  return c.json(items)
}

async function answer(c: ApiContext): Promise<CalendarsAnswer> {
  const site = c.get('site')
  const { settings } = await readSettings(c.get('parts').edges.database)
  const own = ['site', site.calendar] as const
  const others = [...(site.calendars ?? [])].filter(([id]) => id !== 'site')
  const people = [...site.people.values()].filter(({ left }) => !left)
  return {
    items: [own, ...others].map(([id, calendar]) => ({
      id,
      calendar,
      people: people.filter((person) => (id === 'site' ? person.calendar === null : person.calendar === calendar)).length,
    })),
    country: typeof settings.country === 'string' ? settings.country : null,
    countries: countries(c.get('language')).map(({ id, name }) => ({ id, label: name })),
  }
}

const invalid = (path: string, rule: string, found: unknown, expected: string) =>
  ({ code: 'request-invalid', errors: [{ path, rule, found: found ?? null, expected }] }) as const

const sentence = (code: keyof typeof calendarTexts, facts: object, language: string): string =>
  calendarTexts[code][language.startsWith('ro') ? 'ro' : 'en'](facts as never)
