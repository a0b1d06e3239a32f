import type { WorkingCalendar } from '../../runtime/engine/calendar/calendar.ts'
import { rehearsalFindingTexts } from '../../runtime/engine/simulation/rehearsal-finding-texts.ts'
import { runScenario } from '../../runtime/engine/simulation/run-scenario.ts'
import type { TemplateSet } from '../../runtime/engine/simulation/template-set.ts'
import type { Finding } from '../../schemas/finding.ts'
import { findingSentence } from '../../schemas/finding-text.ts'
import type { Scenario } from '../../schemas/generated/scenario.ts'
import { openedScenario } from './rehearsal-set.ts'

/** How a kept rehearsal goes with the definitions as they are drawn. */
export interface Rehearsed {
  readonly scenario: Scenario
  readonly passed: boolean
  /** What differs at the first step that is not as it was; people by their names. */
  readonly findings: readonly Finding[]
}

/** Runs kept rehearsals on this office. One that names what is no longer there fails with a finding rather than an exception. */
export function rehearse(set: TemplateSet, calendar: WorkingCalendar, kept: readonly Scenario[]): readonly Rehearsed[] {
  const names = new Map((set.people?.people ?? []).map(({ id, name }) => [id, name]))
  return kept.map((each) => {
    const scenario = openedScenario(each)
    const { passed, findings } = runScenario(set, scenario, calendar)
    return { scenario, passed, findings: findings.map((finding) => ({ ...finding, facts: named(finding.facts, names) })) }
  })
}

const sentence = findingSentence(rehearsalFindingTexts)

/** What differs, in the reader's language. */
export const rehearsalSentence = (finding: Finding, language: string): string => sentence(finding, language)

function named(facts: Finding['facts'], names: ReadonlyMap<string, string>): Finding['facts'] {
  const call = (text: string) => text.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => names.get(id) ?? id)
  return Object.fromEntries(
    Object.entries(facts).map(([key, fact]) => [
      key,
      typeof fact === 'string' ? call(fact) : typeof fact === 'number' ? fact : fact.map(call),
    ]),
  )
}
