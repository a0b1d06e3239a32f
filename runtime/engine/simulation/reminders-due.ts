import type { ReminderRule } from '../../../schemas/generated/reminder-rule.ts'
import { readerOf } from '../document/fact-reader.ts'
import type { Facts } from '../document/facts.ts'
import type { Instant } from '../document/state.ts'
import { type Reminder, remindersBetween } from '../reminder/reminders.ts'
import { type Numbers, withMissing } from './office-facts.ts'
import type { KeptDocument, OfficeShelf } from './office-shelf.ts'

/** How often a rule may ask for linked cards: what it still misses then is blank. */
const ROUNDS = 4

/** The reminders of every rule on every document that fall later than `from` and no later than `to`, the earliest first. */
export function remindersDue(shelf: OfficeShelf, facts: Facts, from: Instant, to: Instant, numbers: Numbers): readonly Reminder[] {
  const found = [...facts.site.rules.values()].flatMap((rule) =>
    shelf.all
      .filter(({ document }) => document.type === rule.type)
      .flatMap((kept) => ofDocument(rule, kept, shelf, facts, from, to, numbers)),
  )
  return found.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

function ofDocument(
  rule: ReminderRule,
  kept: KeptDocument,
  shelf: OfficeShelf,
  facts: Facts,
  from: Instant,
  to: Instant,
  numbers: Numbers,
): readonly Reminder[] {
  const { document, program } = kept
  let known = facts
  for (let round = 0; ; round++) {
    const reader = readerOf(known, { rollups: 'kept' })
    const reminders = remindersBetween(rule, { document, statusSince: statusSince(kept) }, from, to, reader)
    if (reader.missing.length === 0 || round === ROUNDS) return reminders
    known = withMissing(known, reader.missing, program, document, shelf, numbers)
  }
}

/** Since when a document has its status, by its events. */
function statusSince({ events }: KeptDocument): Instant | null {
  let since: Instant | null = null
  let status: string | null = null
  for (const { at, body } of events) {
    const next = 'status' in body && typeof body.status === 'string' ? body.status : null
    if (next === null || next === status) continue
    since = at
    status = next
  }
  return since
}
