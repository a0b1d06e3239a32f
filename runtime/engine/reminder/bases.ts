import type { ReminderRule } from '../../../schemas/generated/reminder-rule.ts'
import { isInstant } from '../calendar/instant.ts'
import { isLocalDate } from '../calendar/local-date.ts'
import type { CardValue, Row } from '../card/card.ts'
import { type Field, fieldsOf } from '../card/field.ts'
import { cardValue } from '../card/path.ts'
import type { FactReader } from '../document/fact-reader.ts'
import type { Assignment, Document, Instant } from '../document/state.ts'

/** A document with what a reminder may stand around beside its card. */
export interface Watched {
  readonly document: Document
  /** Since when it has its status; left out where it is not known, and then nothing stands around it. */
  readonly statusSince?: Instant | null
}

/** One moment around which a rule speaks: a day of the office, or an instant. */
export interface Base {
  /** `2026-12-01`, or an instant. */
  readonly at: string
  /** What it is about, for the key of its occurrences: a row, an assignment; empty for the card itself. */
  readonly about: string
  readonly row?: { readonly table: string; readonly row: Row }
  readonly assignment?: Assignment
}

/** The moments around which a rule speaks on a document now. A blank date is none; a paper copy is not supported yet. */
export function basesOf(rule: ReminderRule, { document, statusSince }: Watched, reader: FactReader): readonly Base[] {
  const { around } = rule
  if (around.assignment !== undefined) return assignmentBases(document, around.assignment)
  if (around.status !== undefined) return document.status === around.status && statusSince ? [{ at: statusSince, about: '' }] : []
  if (around.field === undefined) return []
  const type = reader.facts.site.types.get(rule.type)
  if (!type) return []
  if (around.rows !== undefined) {
    const { rows: table, field } = around
    return ((document.card[table] ?? []) as readonly Row[]).flatMap((row) =>
      moments(row[field]).map((at) => ({ at, about: row._id, row: { table, row } })),
    )
  }
  const field: Field | undefined = fieldsOf(type).get(around.field)
  const value = field && cardValue(type, document, field, reader)
  return moments(value).map((at) => ({ at, about: '' }))
}

function moments(value: CardValue | undefined): readonly string[] {
  const values = Array.isArray(value) ? (value as readonly CardValue[]) : [value]
  return values.filter((each): each is string => isLocalDate(each) || isInstant(each))
}

/** Each open assignment, when it is due or was opened; one whose clock is paused is due at no moment. */
function assignmentBases({ process }: Document, which: 'due' | 'opened'): readonly Base[] {
  return Object.values(process?.assignments ?? {}).flatMap((assignment) => {
    if (assignment.state !== 'open' || assignment.suspended !== null) return []
    const at = which === 'opened' ? assignment.opened : assignment.clock?.paused ? null : assignment.clock?.due
    return at ? [{ at, about: assignment.id, assignment }] : []
  })
}
