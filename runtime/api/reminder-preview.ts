import { Hono } from 'hono'
import { z } from 'zod'
import type { AudienceEntry } from '../../schemas/generated/audience.ts'
import type { ReminderRule } from '../../schemas/generated/reminder-rule.ts'
import { parseDefinition } from '../../schemas/validate.ts'
import type { FactReader } from '../engine/document/fact-reader.ts'
import type { Id, Instant } from '../engine/document/state.ts'
import type { Watched } from '../engine/reminder/bases.ts'
import { type Reminder, remindersBetween } from '../engine/reminder/reminders.ts'
import { sweepWindow } from '../engine/reminder/sweep-window.ts'
import { statusSince, watchedDocuments } from '../store/reminders.ts'
import type { StoredDocument } from '../store/write.ts'
import type { ReminderPreviewAnswer, ReminderPreviewItem } from './answers.ts'
import { bodyOf } from './body.ts'
import { type ApiContext, type ApiEnv, readerOf, refuse } from './context.ts'
import { mayRead, refOf, withFacts } from './look.ts'
import { peopleRefs } from './people.ts'

export const reminderPreviewRequest = z.strictObject({
  rule: z.record(z.string(), z.unknown()),
  days: z.int().min(1).max(366).optional(),
})

const pageSize = 200
/** A picture of what is to come, not the sweep itself: what goes beyond is said to be more. */
const mostDocuments = 2_000
const mostItems = 1_000
const day = 24 * 60 * 60 * 1000

/**
 * `POST /api/definitions/reminder-preview`: what a drafted reminder rule would say in the next days on this site's real
 * documents, computed by what sends it later, and sending nothing. What the designer may not read is only counted.
 */
export function reminderPreviewRoutes(): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>()
  return routes.post('/definitions/reminder-preview', async (c) => {
    const { roles } = readerOf(c).person
    if (!roles.includes('designer') && !roles.includes('administrator')) return refuse(c, { code: 'not-allowed', what: 'designer' })
    const request = await bodyOf(c, reminderPreviewRequest)
    if (!request.ok) return refuse(c, request.problem)
    const parsed = parseDefinition('reminder-rule', request.value.rule)
    if (!parsed.ok)
      return refuse(c, {
        code: 'request-invalid',
        errors: parsed.findings.map(({ path, code, facts }) => ({
          path: `rule${path}`,
          rule: code,
          found: facts.found ?? null,
          expected: String(facts.expected ?? ''),
        })),
      })
    return c.json(await previewOf(c, parsed.definition, request.value.days ?? 60))
  })
}

async function previewOf(c: ApiContext, rule: ReminderRule, days: number): Promise<ReminderPreviewAnswer> {
  const site = c.get('site')
  const { edges } = c.get('parts')
  const now = edges.clock.now()
  const from = now.toISOString()
  const to = new Date(now.getTime() + days * day).toISOString()
  const items: ReminderPreviewItem[] = []
  let [hidden, seen, more] = [0, 0, false]
  // A type that is a draft itself has no documents yet.
  const window = site.types.has(rule.type) ? sweepWindow(rule, site.calendar, from, to) : null
  for (let after: Id | null = null; window; ) {
    const page: readonly StoredDocument[] = await watchedDocuments(edges.database, site, rule, window, { after, limit: pageSize })
    for (const stored of page) {
      const found = await remindersOn(c, rule, stored, from, to)
      if (found === null) continue
      if (found.readable) items.push(...found.items)
      else hidden += found.items.length
    }
    seen += page.length
    if (page.length < pageSize) break
    if (seen >= mostDocuments || items.length >= mostItems) {
      more = true
      break
    }
    after = page.at(-1)!.document.id
  }
  items.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  const shown = items.slice(0, mostItems)
  return {
    from,
    to,
    items: shown,
    hidden,
    more: more || items.length > mostItems,
    people: peopleRefs(
      site,
      shown.flatMap((item) => item.to.map(({ person }) => person)),
    ),
    holidays: site.calendar.holidays.filter((date) => date >= from.slice(0, 10) && date <= to.slice(0, 10)),
  }
}

async function remindersOn(
  c: ApiContext,
  rule: ReminderRule,
  stored: StoredDocument,
  from: Instant,
  to: Instant,
): Promise<{ readable: boolean; items: ReminderPreviewItem[] } | null> {
  const site = c.get('site')
  const { edges } = c.get('parts')
  const { document } = stored
  const watched: Watched = {
    document,
    statusSince: rule.around.status === undefined ? null : await statusSince(edges.database, document.id),
  }
  const program = await edges.programs.get(edges.database, document.program)
  return withFacts(c, program, document, (reader) => {
    const reminders = remindersBetween(rule, watched, from, to, reader)
    if (reminders.length === 0) return null
    const unmoved = unmovedMoments(rule, watched, from, to, reader)
    const reasons = rule.steps.map((step) => (step.tell ?? []).map((entry) => toldBy(rule, entry, step.at, watched, { from, to }, reader)))
    const items = reminders.map((reminder): ReminderPreviewItem => {
      const step = stepOf(rule, reminder)
      const usual = unmoved.get(reminder.occurrence)
      return {
        at: reminder.at,
        movedFrom: usual !== undefined && usual.slice(0, 10) !== reminder.at.slice(0, 10) ? usual : null,
        step,
        round: Number(reminder.occurrence.split('/').at(-1)),
        document: refOf(stored),
        by: [...(reminder.by ?? [])],
        text: reminder.text,
        to: reminder.to.map((person) => ({
          person,
          because: Math.max(0, reasons[step]?.findIndex((told) => told.has(`${reminder.occurrence} ${person}`)) ?? 0),
        })),
      }
    })
    return { readable: mayRead(site, readerOf(c).person.id, stored, reader), items }
  })
}

/** When each occurrence would come if no day off moved it. */
function unmovedMoments(
  rule: ReminderRule,
  watched: Watched,
  from: Instant,
  to: Instant,
  reader: FactReader,
): ReadonlyMap<string, Instant> {
  if (rule.dayOff === undefined || rule.dayOff === 'keep') return new Map()
  const wide = (instant: Instant, by: number) => new Date(Date.parse(instant) + by * day).toISOString()
  const kept = remindersBetween({ ...rule, dayOff: 'keep' }, watched, wide(from, -31), wide(to, 31), reader)
  return new Map(kept.map(({ occurrence, at }) => [occurrence, at]))
}

/** `<occurrence> <person>` for all whom one entry of an audience names: why somebody is told. */
function toldBy(
  rule: ReminderRule,
  entry: AudienceEntry,
  at: string,
  watched: Watched,
  window: { readonly from: Instant; readonly to: Instant },
  reader: FactReader,
): ReadonlySet<string> {
  const alone = { ...rule, steps: rule.steps.map((step) => (step.at === at ? { ...step, tell: [entry] } : step)) }
  const told = remindersBetween(alone, watched, window.from, window.to, reader)
  return new Set(told.flatMap(({ occurrence, to }) => to.map((person) => `${occurrence} ${person}`)))
}

/** Which step of the rule an occurrence is of: it names the step by its `at`, and by the how many-th of these it is. */
function stepOf(rule: ReminderRule, { occurrence }: Reminder): number {
  const [name = '', nth = '0'] = (occurrence.split('/').at(-2) ?? '').split('#')
  const same = rule.steps.flatMap((step, index) => (step.at === name ? [index] : []))
  return same[Number(nth)] ?? 0
}
