import type { Finding } from '../../../schemas/finding.ts'
import type { Scenario, ScenarioStep } from '../../../schemas/generated/scenario.ts'
import type { WorkingCalendar } from '../calendar/calendar.ts'
import { addTime } from '../calendar/due.ts'
import { instantOf } from '../calendar/instant.ts'
import { dayNumberOf } from '../calendar/local-date.ts'
import { wallOf } from '../calendar/local-time.ts'
import { momentOf } from '../calendar/zone.ts'
import type { DocumentEvent } from '../document/event.ts'
import type { Document, Instant } from '../document/state.ts'
import type { Problem } from '../problem.ts'
import { differences } from './expected.ts'
import type { OfficeOutcome, SentNotice } from './office.ts'
import { whyOf } from './problem-facts.ts'
import { rehearsalCalendar } from './rehearsal-site.ts'
import { RehearsedOffice } from './rehearsed-office.ts'
import type { TemplateSet } from './template-set.ts'

/** One step as it went: for a screen that replays a rehearsal. */
export interface RehearsedStep {
  readonly step: number
  readonly at: Instant
  /** The document of the step after it; null where there is none. */
  readonly document: Document | null
  readonly events: readonly DocumentEvent[]
  readonly notices: readonly SentNotice[]
  /** What it was refused with, expected or not. */
  readonly problem: Problem | null
}

export interface Rehearsal {
  readonly scenario: string
  readonly passed: boolean
  /** What differs at the first step that is not as expected; nothing after it is looked at. */
  readonly findings: readonly Finding[]
  readonly steps: readonly RehearsedStep[]
}

/**
 * Runs a scenario of a template in an office in memory. What it says and how it went do not depend on the machine or the day.
 * `calendar`: when that office works; the one of rehearsals if left out.
 */
export function runScenario(set: TemplateSet, scenario: Scenario, calendar: WorkingCalendar = rehearsalCalendar): Rehearsal {
  const rehearsal = new Rehearsing(set, scenario, calendar)
  rehearsal.run()
  const { findings, steps } = rehearsal
  return { scenario: scenario.id, passed: findings.length === 0, findings, steps }
}

/** The name of the document that a scenario is about, where it gives none. */
const SUBJECT = 'document'

class Rehearsing {
  readonly findings: Finding[] = []
  readonly steps: RehearsedStep[] = []
  readonly #scenario: Scenario
  readonly #rehearsed: RehearsedOffice
  readonly #subject: string
  /** What went out since the step before the expectation that is looked at. */
  #sentBefore = 0
  #failuresSeen = 0

  constructor(set: TemplateSet, scenario: Scenario, calendar: WorkingCalendar) {
    this.#scenario = scenario
    this.#subject = scenario.document.as ?? SUBJECT
    this.#rehearsed = new RehearsedOffice(set, instantAt(scenario.now, calendar.zone), { calendar })
  }

  run(): void {
    const { given = [], document, steps } = this.#scenario
    for (const [index, { type, as, author, card, commands = [] }] of given.entries()) {
      if (!this.#expectDone(this.#rehearsed.create(as, type, author, card), `/given/${index}`, author, 'create')) return
      for (const [at, command] of commands.entries())
        if (!this.#expectDone(this.#rehearsed.does(as, command), `/given/${index}/commands/${at}`, command.by, command.do)) return
    }
    this.#sentBefore = this.#rehearsed.office.notices.length
    const made = this.#rehearsed.create(this.#subject, document.type, document.author, document.card)
    if (!this.#expectDone(made, '/document', document.author, 'create')) return
    for (const [index, step] of steps.entries()) {
      this.#step(step, index)
      if (this.findings.length > 0) return
    }
  }

  #step(step: ScenarioStep, index: number): undefined {
    const path = `/steps/${index}`
    const { office } = this.#rehearsed
    const as = step.create ? (step.create.as ?? `${SUBJECT}-${index}`) : (step.document ?? this.#subject)
    if (step.expect) return this.#expect(step.expect, as, `${path}/expect`)
    this.#sentBefore = office.notices.length
    const outcome = step.wait === undefined ? this.#act(step, as) : null
    if (step.wait !== undefined) this.#wait(step.wait, path)
    if (outcome) this.#judge(outcome, step, path)
    this.#lookAtClock(path)
    const at = this.#rehearsed.referenceTo(as)
    this.steps.push({
      step: index,
      at: office.now,
      document: (at && office.document(at)) ?? null,
      events: outcome?.ok ? outcome.events : [],
      notices: office.notices.slice(this.#sentBefore),
      problem: outcome && !outcome.ok ? outcome.problem : null,
    })
  }

  #act(step: ScenarioStep, as: string): OfficeOutcome {
    const { by = this.#scenario.document.author, create, do: word, at, comment, reason, to, card } = step
    if (create) return this.#rehearsed.create(as, create.type, by, create.card)
    return this.#rehearsed.does(as, {
      by,
      do: word ?? '',
      ...(at !== undefined && { at }),
      ...(comment !== undefined && { comment }),
      ...(reason !== undefined && { reason }),
      ...(to && { to }),
      ...(card && { card }),
    })
  }

  #wait(duration: string, path: string): void {
    const { office } = this.#rehearsed
    const moment = addTime(office.site.calendar, office.now, duration, 'calendar-time')
    if (moment.ok) office.moveTo(moment.value)
    else this.#find('scenario-wait', `${path}/wait`, { found: duration })
  }

  #judge(outcome: OfficeOutcome, { by = this.#scenario.document.author, do: word = 'create', refused }: ScenarioStep, path: string): void {
    if (refused === undefined) this.#expectDone(outcome, path, by, word)
    else if (outcome.ok) this.#find('scenario-not-refused', `${path}/refused`, { expected: refused, by, do: word })
    else if (outcome.problem.code !== refused)
      this.#find('scenario-other-problem', `${path}/refused`, {
        expected: refused,
        found: outcome.problem.code,
        by,
        do: word,
        ...whyOf(outcome.problem),
      })
  }

  #expectDone(outcome: OfficeOutcome, path: string, by: string, word: string): boolean {
    if (!outcome.ok) this.#find('scenario-refused', path, { by, do: word, found: outcome.problem.code, ...whyOf(outcome.problem) })
    return outcome.ok
  }

  /** What the clock could not do: on a server it would wait for somebody to look into it. */
  #lookAtClock(path: string): void {
    const { failures } = this.#rehearsed.office
    for (const { document, problem, at } of failures.slice(this.#failuresSeen))
      this.#find('scenario-clock', path, {
        document: this.#rehearsed.nameOf(document.id) ?? document.id,
        at,
        found: problem.code,
        ...whyOf(problem),
      })
    this.#failuresSeen = failures.length
  }

  #expect(expected: NonNullable<ScenarioStep['expect']>, as: string, path: string): undefined {
    const at = this.#rehearsed.referenceTo(as)
    const kept = at && this.#rehearsed.office.shelf.get(at)
    if (!kept) return this.#find('scenario-document-unknown', path, { document: as })
    const sent = this.#rehearsed.office.notices.slice(this.#sentBefore)
    for (const { code, path: within, facts } of differences(expected, kept, sent, this.#rehearsed))
      this.#find(code, `${path}${within}`, facts)
  }

  #find(code: string, path: string, facts: Finding['facts']): undefined {
    this.findings.push({ code, level: 'problem', definition: { kind: 'scenario', id: this.#scenario.id }, path, facts })
  }
}

/** `2026-10-05T09:00` on the walls of a zone. */
function instantAt(local: string, zone: string): Instant {
  const [date = '', time = '00:00'] = local.split('T')
  return instantOf(momentOf(zone, { day: dayNumberOf(date), wall: wallOf(time.slice(0, 5)) ?? 0 }))
}
