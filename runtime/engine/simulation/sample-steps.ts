import type { Sample, SampleCommand } from '../../../schemas/generated/sample.ts'
import { addMilliseconds } from '../calendar/instant.ts'
import type { Instant } from '../document/state.ts'

/** One thing that happened in the past of a demo office: a document was made, or somebody did something with it. */
export interface SampleStep {
  readonly at: Instant
  readonly sample: Sample
  /** Null: the document is made. */
  readonly command: SampleCommand | null
  /** JSON Pointer into the sample. */
  readonly path: string
}

const DAY = 86_400_000
const MINUTE = 60_000

/**
 * Everything that samples say, in the order of time; what happened at one moment in the order of the files. A command that
 * does not say when comes a minute after the one before, and nothing happens later than `now`.
 */
export function sampleSteps(samples: readonly Sample[], now: Instant): readonly SampleStep[] {
  const ago = (days: number): Instant => addMilliseconds(now, -Math.round(days * DAY))
  const steps = samples.flatMap((sample): SampleStep[] => {
    let at = ago(sample.daysAgo ?? 0)
    const made: SampleStep = { at, sample, command: null, path: '' }
    const commands = (sample.commands ?? []).map((command, index): SampleStep => {
      const said = command.daysAgo === undefined ? addMilliseconds(at, MINUTE) : ago(command.daysAgo)
      at = said > now ? now : said < at ? at : said
      return { at, sample, command, path: `/commands/${index}` }
    })
    return [made, ...commands]
  })
  return steps.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}
