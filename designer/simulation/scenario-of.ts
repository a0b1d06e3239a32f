import type { WorkingCalendar } from '../../runtime/engine/calendar/calendar.ts'
import { millisecondsOf } from '../../runtime/engine/calendar/instant.ts'
import { dateOfDay } from '../../runtime/engine/calendar/local-date.ts'
import { timeOfWall } from '../../runtime/engine/calendar/local-time.ts'
import { wallClockAt } from '../../runtime/engine/calendar/zone.ts'
import type { Document } from '../../runtime/engine/document/state.ts'
import { askedOf, nodesOf } from '../../runtime/engine/simulation/expected.ts'
import type { TemplateSet } from '../../runtime/engine/simulation/template-set.ts'
import type { Site } from '../../runtime/engine/site.ts'
import type { Scenario, ScenarioExpectation, ScenarioStep } from '../../schemas/generated/scenario.ts'
import { playRun, type Run, type RunStep, SUBJECT } from './run.ts'

/**
 * A run as a rehearsal: after each step that changed where the document is or who is asked, it expects what came of it here.
 * What was refused is expected to be refused. Undefined where the document could not even be made, or nothing was done with it.
 */
export function scenarioOf(
  { id, label }: { readonly id: string; readonly label: Scenario['label'] },
  run: Run,
  set: TemplateSet,
  calendar: WorkingCalendar,
): Scenario | undefined {
  const whole = playRun(set, calendar, run)
  if (!whole.kept || run.steps.length === 0) return undefined
  const { site } = whole.office.office
  const steps = run.steps.flatMap((step, index): ScenarioStep[] => {
    const problem = whole.steps[index + 1]?.problem ?? null
    const said = stepOf(step, problem?.code)
    if (problem) return [said]
    const { kept } = playRun(set, calendar, { ...run, steps: run.steps.slice(0, index + 1) })
    return [said, { expect: expectationOf(kept!.document, site) }]
  })
  const given = run.given.filter((one) => !whole.missing.some((each) => each.given === one))
  const scenario = {
    id,
    label,
    now: localMoment(run.now, calendar.zone),
    ...(given.length > 0 && { given: given.map((one) => ({ ...one })) }),
    document: { ...run.document, as: SUBJECT },
    steps,
  }
  return scenario as unknown as Scenario
}

function stepOf(step: RunStep, refused: string | undefined): ScenarioStep {
  if (step.kind === 'wait') return { wait: step.duration } as ScenarioStep
  const { kind: _, ...said } = step
  return { ...said, ...(refused !== undefined && { refused }) } as unknown as ScenarioStep
}

function expectationOf(document: Document, site: Site): ScenarioExpectation {
  const asked = askedOf(document, site)
  return {
    status: document.status,
    ...(document.process && { at: [...nodesOf(document)], asked: [...asked] }),
    ...(document.number !== null && { number: document.number }),
  } as ScenarioExpectation
}

/** `2026-10-05T09:00` on the walls of the office. */
export function localMoment(instant: string, zone: string): string {
  const { day, wall } = wallClockAt(zone, millisecondsOf(instant))
  return `${dateOfDay(day)}T${timeOfWall(wall)}`
}
