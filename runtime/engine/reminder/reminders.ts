import type { Audience } from '../../../schemas/generated/audience.ts'
import type { ReminderRule } from '../../../schemas/generated/reminder-rule.ts'
import type { TimeStep } from '../../../schemas/generated/time-step.ts'
import { mayOn } from '../access/access.ts'
import { membersOf } from '../audience/keys.ts'
import { type AudienceContext, resolveAudience } from '../audience/resolve.ts'
import type { LinkValue, Rendered } from '../card/card.ts'
import { evaluate } from '../card/expression.ts'
import type { OfType } from '../card/field.ts'
import { valuesAt } from '../card/path.ts'
import { renderEverywhere } from '../card/render-text.ts'
import { type Around, scopeOf } from '../card/scope.ts'
import type { Notice } from '../decision.ts'
import type { FactReader } from '../document/fact-reader.ts'
import type { Id, Instant } from '../document/state.ts'
import { type Base, basesOf, type Watched } from './bases.ts'
import { type Occurrence, occurrencesOf } from './occurrences.ts'

/** A rule that speaks on a document: once for each occurrence, whoever asks and however often. */
export interface Reminder {
  readonly rule: string
  readonly document: { readonly type: string; readonly id: Id }
  /** What `reminder_sent(rule, document, occurrence)` keeps. */
  readonly occurrence: string
  readonly at: Instant
  readonly to: readonly Id[]
  readonly by: Notice['by']
  readonly text: Rendered
  readonly assignment: Id | null
}

/**
 * What a rule says on a document later than `from` and no later than `to`, the earliest first; only what its `while` holds
 * for now. One that would reach nobody is left out. What was sent already is known by its occurrence; facts that were not
 * given are noted with the reader, and what hangs on them is not to be trusted before they are.
 */
export function remindersBetween(
  rule: ReminderRule,
  watched: Watched,
  from: Instant,
  to: Instant,
  reader: FactReader,
): readonly Reminder[] {
  const { document } = watched
  const { site } = reader.facts
  const type = site.types.get(rule.type)
  if (!type || document.type !== rule.type) return []
  const program: OfType = { type }
  const reminders: Reminder[] = []
  for (const base of basesOf(rule, watched, reader)) {
    const person = base.assignment?.person ?? null
    const calendar = (person === null ? null : site.people.get(person)?.calendar) ?? site.calendar
    const occurrences = occurrencesOf(rule, base, calendar, from, to)
    if (occurrences.length === 0 || !isMeanwhile(rule, program, watched, base, reader)) continue
    for (const occurrence of occurrences) {
      const reminder = remind(rule, program, watched, base, occurrence, reader)
      if (reminder) reminders.push(reminder)
    }
  }
  return reminders.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

function isMeanwhile(rule: ReminderRule, program: OfType, { document }: Watched, base: Base, reader: FactReader): boolean {
  if (rule.while === undefined) return true
  return evaluate(rule.while, scopeOf(program, document, reader, aroundOf(base)), reader, `reminder rule "${rule.id}", while`) === true
}

function remind(
  rule: ReminderRule,
  program: OfType,
  { document }: Watched,
  base: Base,
  occurrence: Occurrence,
  reader: FactReader,
): Reminder | null {
  const step = rule.steps[occurrence.step]!
  const to = recipients(step, program, document, base, reader)
  if (to.length === 0) return null
  return {
    rule: rule.id,
    document: { type: document.type, id: document.id },
    occurrence: occurrence.key,
    at: occurrence.at,
    to,
    by: step.by ?? ['program'],
    text: renderEverywhere(rule.text, program, document, reader, aroundOf(base)),
    assignment: base.assignment?.id ?? null,
  }
}

/** `{ "the": "assignee" }` is the one asked; where a pool has not been claimed, everybody who may claim it. */
function recipients(step: TimeStep, program: OfType, document: Watched['document'], base: Base, reader: FactReader): readonly Id[] {
  const { assignment } = base
  const asked: readonly (Id | null)[] = !assignment
    ? [null]
    : assignment.person !== null
      ? [assignment.person]
      : membersOf(assignment.pool ?? [], reader.facts.site).filter((id) => !assignment.except.includes(id))
  const audience: Audience = step.tell ?? []
  const found = (asked.length > 0 ? asked : [null]).flatMap((assignee) =>
    resolveAudience(audience, contextOf(program, document, base, assignee, reader)),
  )
  return [...new Set(found)]
}

function contextOf(program: OfType, document: Watched['document'], base: Base, assignee: Id | null, reader: FactReader): AudienceContext {
  const { site } = reader.facts
  const around = aroundOf(base)
  return {
    site,
    author: document.author,
    assignee,
    values: (path) => valuesAt(program, document, reader, path, around),
    readersOf(path) {
      const links = valuesAt(program, document, reader, path, around).filter(
        (value): value is LinkValue => typeof value === 'object' && 'type' in value && 'id' in value,
      )
      return links.flatMap(({ type, id }) => {
        const target = reader.document(type, id)
        return target ? [...site.people.keys()].filter((person) => mayOn(site, type, person, target, 'read', { reader })) : []
      })
    },
    holds: (where, person) =>
      evaluate(where, scopeOf(program, document, reader, { ...around, person: person.id }), reader, 'audience, where') === true,
  }
}

function aroundOf({ row }: Base): Around {
  return row ? { row } : {}
}
