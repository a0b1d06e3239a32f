import type { WorkingCalendar } from '../../runtime/engine/calendar/calendar.ts'
import { addTime } from '../../runtime/engine/calendar/due.ts'
import { type Instant, instantOf, millisecondsBetween } from '../../runtime/engine/calendar/instant.ts'
import { dayNumberOf, type LocalDate } from '../../runtime/engine/calendar/local-date.ts'
import { firstMomentOf } from '../../runtime/engine/calendar/zone.ts'
import type { Problem } from '../../runtime/engine/problem.ts'
import type { SentNotice } from '../../runtime/engine/simulation/office.ts'
import type { KeptDocument } from '../../runtime/engine/simulation/office-shelf.ts'
import { type Doing, RehearsedOffice } from '../../runtime/engine/simulation/rehearsed-office.ts'
import type { TemplateSet } from '../../runtime/engine/simulation/template-set.ts'

/** The name of the document that a run is about. */
export const SUBJECT = 'document'

/** What happens in a run: somebody does something, or time passes. */
export type RunStep = ({ readonly kind: 'do' } & Doing) | { readonly kind: 'wait'; readonly duration: string }

/** A document that the one tried points at, copied into the office in memory under its own id. */
export interface GivenDocument {
  readonly type: string
  readonly as: string
  readonly author: string
  readonly card: Readonly<Record<string, unknown>>
}

/** A trial, as data: it is played from the beginning whenever something changes, so that one back is one less. */
export interface Run {
  /** UTC, at a whole minute. */
  readonly now: Instant
  readonly given: readonly GivenDocument[]
  readonly document: { readonly type: string; readonly author: string; readonly card: Readonly<Record<string, unknown>> }
  readonly steps: readonly RunStep[]
}

/** How a step went. Nothing changed where there is a problem. */
export interface PlayedStep {
  /** Null: the making of the document. */
  readonly step: RunStep | null
  readonly at: Instant
  readonly problem: Problem | null
  readonly notices: readonly SentNotice[]
}

export interface Played {
  readonly office: RehearsedOffice
  /** Undefined where the document could not be made. */
  readonly kept: KeptDocument | undefined
  readonly steps: readonly PlayedStep[]
  /** What the document points at and could not be brought along, with the reason. */
  readonly missing: readonly { readonly given: GivenDocument; readonly problem: Problem }[]
}

/** Plays a run in an office in memory with the definitions as they are drawn. The same run always goes the same way. */
export function playRun(set: TemplateSet, calendar: WorkingCalendar, run: Run): Played {
  const office = new RehearsedOffice(set, run.now, { calendar })
  const missing = run.given.flatMap((given) => {
    const made = office.create(given.as, given.type, given.author, given.card)
    return made.ok ? [] : [{ given, problem: made.problem }]
  })
  const steps: PlayedStep[] = []
  const note = (step: RunStep | null, act: () => Problem | null) => {
    const before = office.office.notices.length
    const problem = act()
    steps.push({ step, at: office.office.now, problem, notices: office.office.notices.slice(before) })
  }
  const { type, author, card } = run.document
  note(null, () => problemOf(office.create(SUBJECT, type, author, card)))
  if (steps[0]?.problem === null)
    for (const step of run.steps)
      note(step, () => {
        if (step.kind === 'do') return problemOf(office.does(SUBJECT, step))
        const moment = addTime(calendar, office.office.now, step.duration, 'calendar-time')
        if (moment.ok) office.office.moveTo(moment.value)
        return null
      })
  const at = office.referenceTo(SUBJECT)
  return { office, kept: at && office.office.shelf.get(at), steps, missing }
}

function problemOf(outcome: { readonly ok: true } | { readonly ok: false; readonly problem: Problem }): Problem | null {
  return outcome.ok ? null : outcome.problem
}

/** How much time passes up to a moment, as a step says it: whole minutes, upwards, so that what is due then has happened. */
export function waitUntil(now: Instant, moment: Instant): string {
  return `PT${Math.max(1, Math.ceil(millisecondsBetween(now, moment) / 60_000))}M`
}

/** The beginning of a day's work, or of the day where it has none. */
export function morningOf({ zone, hours }: WorkingCalendar, date: LocalDate): Instant {
  const first = hours.monday?.[0]?.[0] ?? '09:00'
  const [hour = 9, minute = 0] = first.split(':').map(Number)
  return instantOf(firstMomentOf(zone, { day: dayNumberOf(date), wall: (hour * 60 + minute) * 60_000 }))
}
