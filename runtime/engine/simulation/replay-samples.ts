import type { Finding } from '../../../schemas/finding.ts'
import type { Instant } from '../document/state.ts'
import type { Office, OfficeOutcome } from './office.ts'
import { whyOf } from './problem-facts.ts'
import { RehearsedOffice } from './rehearsed-office.ts'
import { sampleSteps } from './sample-steps.ts'
import type { TemplateSet } from './template-set.ts'

export interface SamplesReplayed {
  /** The office as it stands now, with everything that its clock has done on the way. */
  readonly office: Office
  /** What was refused; nothing else is done with that document. */
  readonly findings: readonly Finding[]
}

/** Fills an office in memory with a template's samples as of a moment, the clock moving from the first of them to `now`. */
export function replaySamples(set: TemplateSet, now: Instant): SamplesReplayed {
  const steps = sampleSteps(set.samples, now)
  const rehearsed = new RehearsedOffice(set, steps[0]?.at ?? now, { present: now })
  const findings: Finding[] = []
  const refused = new Set<string>()
  for (const { at, sample, command, path } of steps) {
    if (refused.has(sample.as)) continue
    rehearsed.office.moveTo(at)
    const outcome: OfficeOutcome = command
      ? rehearsed.does(sample.as, command)
      : rehearsed.create(sample.as, sample.type, sample.author, sample.card)
    if (outcome.ok) continue
    refused.add(sample.as)
    findings.push({
      code: 'sample-refused',
      level: 'problem',
      definition: { kind: 'sample', id: sample.as },
      path,
      facts: { by: command?.by ?? sample.author, do: command?.do ?? 'create', found: outcome.problem.code, ...whyOf(outcome.problem) },
    })
  }
  rehearsed.office.moveTo(now)
  for (const { at, document, problem } of rehearsed.office.failures)
    findings.push({
      code: 'sample-clock',
      level: 'problem',
      definition: { kind: 'sample', id: rehearsed.nameOf(document.id) ?? document.id },
      path: '',
      facts: { at, found: problem.code, ...whyOf(problem) },
    })
  return { office: rehearsed.office, findings }
}
