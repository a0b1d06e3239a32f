import type { ReminderRule } from '../../schemas/generated/reminder-rule.ts'
import { type FactReader, readerOf } from '../engine/document/fact-reader.ts'
import type { Facts } from '../engine/document/facts.ts'
import type { Instant } from '../engine/document/state.ts'
import { type Reminder, remindersBetween } from '../engine/reminder/reminders.ts'
import { sweepWindow } from '../engine/reminder/sweep-window.ts'
import type { Site } from '../engine/site.ts'
import { noteSwept, sweptUntil, writeReminder } from '../store/notices.ts'
import { statusSince, watchedDocuments } from '../store/reminders.ts'
import type { StoredDocument } from '../store/write.ts'
import { outgoing } from './derive-rows.ts'
import type { Edges } from './edges.ts'
import { factsNow, gatherFacts } from './gather-facts.ts'

const pageSize = 200

/**
 * Sweeps one reminder rule up to now: finds the documents whose dates lie in its window, and writes each reminder once
 * with its notices. Days without a clock are caught up, because the rule keeps how far it has come; a new rule begins
 * now, and tells nobody of what is past. False where there is no such rule any more.
 */
export async function sweepReminders(edges: Edges, ruleId: string): Promise<boolean> {
  const { database } = edges
  const site = await edges.sites.at(database)
  const rule = site.rules.get(ruleId)
  if (!rule) return false
  const now = edges.clock.now().toISOString()
  const from = await sweptUntil(database, ruleId)
  if (from === null) {
    await noteSwept(database, ruleId, now)
    return true
  }
  const window = from < now ? sweepWindow(rule, site.calendar, from, now) : null
  if (window) {
    for (let after: string | null = null; ; ) {
      const page: readonly StoredDocument[] = await watchedDocuments(database, site, rule, window, { after, limit: pageSize })
      for (const stored of page) await remindOn(edges, site, rule, stored, from, now)
      if (page.length < pageSize) break
      after = page.at(-1)!.document.id
    }
  }
  await noteSwept(database, ruleId, now)
  return true
}

async function remindOn(edges: Edges, site: Site, rule: ReminderRule, stored: StoredDocument, from: Instant, to: Instant): Promise<void> {
  const { document, readers } = stored
  const watched = {
    document,
    readers,
    statusSince: rule.around.status === undefined ? null : await statusSince(edges.database, document.id),
  }
  const program = await edges.programs.get(edges.database, document.program)
  let facts: Facts = factsNow(edges, site)
  let reminders: readonly Reminder[] = []
  for (let round = 0; round < 4; round++) {
    const reader: FactReader = readerOf(facts, { rollups: 'kept' })
    reminders = remindersBetween(rule, watched, from, to, reader)
    if (reader.missing.length === 0) break
    facts = await gatherFacts(edges.database, program, document, facts, reader.missing, { lock: false })
  }
  for (const reminder of reminders) await send(edges, site, stored, reminder, to)
}

async function send(
  edges: Edges,
  site: Site,
  { document, rev }: StoredDocument,
  { rule, occurrence, to, by, text, assignment }: Reminder,
  now: Instant,
): Promise<void> {
  const told = to.map((person) => ({ to: person, about: 'reminder' as const, text, facts: { rule }, assignment, by }))
  const { notices, deliveries } = outgoing({ notices: told, webhooks: [] }, site, edges.newId, edges)
  const at = { type: document.type, id: document.id }
  if (await writeReminder(edges.database, { rule, document: at, occurrence, notices, deliveries, now }))
    edges.announce({ kind: 'document', ...at, revision: rev, people: to })
}
