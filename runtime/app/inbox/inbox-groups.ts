import type { InboxPage, InboxRow } from '../../api/answers.ts'
import type { Instant } from '../../engine/calendar/instant.ts'
import { addDays, dayNumberOf, weekdayOfDay } from '../../engine/calendar/local-date.ts'
import { localDateAt } from '../../engine/calendar/zone.ts'
import type { Language } from '../language/language.ts'
import { type DefinitionText, textOf } from '../language/text-of.ts'

export type Grouping = 'due' | 'author' | 'type'
export type DueGroup = 'overdue' | 'today' | 'week' | 'later' | 'none'

/** Rows under one head. `due` names the head of a group by time; `label` is the head itself of any other. */
export interface InboxGroup {
  readonly id: string
  readonly due?: DueGroup
  /** It waits in a pool: the pool's name. */
  readonly pool?: string
  readonly label?: string
  readonly rows: readonly InboxRow[]
}

export interface GroupFacts {
  readonly now: Instant
  readonly zone: string
  readonly language: Language
  readonly people: InboxPage['people']
}

const dueOrder: readonly DueGroup[] = ['overdue', 'today', 'week', 'later', 'none']

/** Rows under heads, in reading order: first what is mine, then what waits in a pool; inside a group the soonest first. */
export function groupInbox(rows: readonly InboxRow[], by: Grouping, facts: GroupFacts): InboxGroup[] {
  const sorted = rows.toSorted(bySoonest)
  const own = sorted.filter(({ state }) => state === 'open')
  const pools = groupsOf(
    sorted.filter(({ state }) => state === 'pool'),
    (row) => textOf(row.pool ?? '', facts.language),
  ).map(([pool, found]) => ({ id: `pool-${pool}`, pool, rows: found }))
  if (by === 'due') {
    const found = new Map(groupsOf(own, (row) => dueGroupOf(row, facts)))
    return [...dueOrder.flatMap((due) => (found.has(due) ? [{ id: due, due, rows: found.get(due)! }] : [])), ...pools]
  }
  const label = (row: InboxRow) =>
    by === 'type' ? textOf(row.document.typeLabel as DefinitionText, facts.language) : (facts.people[row.document.author]?.name ?? '')
  const groups = groupsOf(own, label).map(([head, found]) => ({ id: `${by}-${head}`, label: head, rows: found }))
  return [...groups.sort((a, b) => a.label.localeCompare(b.label, facts.language)), ...pools]
}

/** Where a row stands in time. The week is the calendar's, and ends with Sunday. */
export function dueGroupOf({ due, late }: Pick<InboxRow, 'due' | 'late'>, { now, zone }: Pick<GroupFacts, 'now' | 'zone'>): DueGroup {
  if (late || (due !== null && due < now)) return 'overdue'
  if (due === null) return 'none'
  const today = localDateAt(zone, now)
  const day = localDateAt(zone, due)
  if (day === today) return 'today'
  return day <= addDays(today, 6 - weekdayOfDay(dayNumberOf(today))) ? 'week' : 'later'
}

const bySoonest = (a: InboxRow, b: InboxRow): number =>
  (a.due ?? '9').localeCompare(b.due ?? '9') || a.since.localeCompare(b.since) || a.assignment.localeCompare(b.assignment)

function groupsOf<K extends string>(rows: readonly InboxRow[], keyOf: (row: InboxRow) => K): [K, InboxRow[]][] {
  const groups = new Map<K, InboxRow[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return [...groups]
}

/** The row to open when one has gone: the one below it, or the last; the first where it was not listed. */
export function nextAfter(rows: readonly InboxRow[], gone: string): InboxRow | undefined {
  const at = rows.findIndex(({ assignment }) => assignment === gone)
  const left = rows.filter(({ assignment }) => assignment !== gone)
  return at < 0 ? left[0] : (left[at] ?? left.at(-1))
}
