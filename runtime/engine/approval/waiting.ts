import type { WaitNode } from '../../../schemas/generated/approval-schema.ts'
import { addTime, shiftMoment, waitForDate } from '../calendar/due.ts'
import { isInstant } from '../calendar/instant.ts'
import { isLocalDate } from '../calendar/local-date.ts'
import type { Run } from '../document/run.ts'
import type { Instant, Token } from '../document/state.ts'
import { calendarOf, counted } from './deadline.ts'
import { holdsAt, oneAt } from './place.ts'
import { blocksAround } from './tree.ts'

type Wakes = NonNullable<Token['wakes']>

/**
 * The instants at which the alternatives of a wait come true by the clock. What is counted from entering was fixed then; a
 * date of the card is read again, for it may be filled in or put off while the document waits.
 */
export function wakesOf(run: Run, node: WaitNode, token: Token): Wakes {
  return node.until.flatMap((alternative, index) => {
    const kept = token.wakes?.find((each) => each.index === index)
    const at = alternative.after !== undefined ? (kept?.at ?? afterOf(run, alternative)) : dateOf(run, alternative, token)
    return at === null ? [] : [{ index, at }]
  })
}

/** The outcome of the first alternative that has come true; null while none has. */
export function wokenBy(run: Run, node: WaitNode, token: Token): string | null {
  const index = node.until.findIndex((alternative, at) => {
    const wake = token.wakes?.find((each) => each.index === at)
    if (wake) return wake.at <= run.facts.now
    if (alternative.when !== undefined) return holdsAt(run, alternative.when, { in: token.in }, `node "${node.id}", until`)
    return alternative.passed !== undefined && hasPassed(run, alternative.passed, token)
  })
  return index < 0 ? null : (node.until[index]?.on ?? 'done')
}

export function sameWakes(a: Wakes, b: Wakes): boolean {
  return a.length === b.length && a.every((each, index) => each.index === b[index]?.index && each.at === b[index]?.at)
}

/** Whether the node was passed since the innermost block that has it began: a block that runs again is a new one. */
function hasPassed(run: Run, passed: string, token: Token): boolean {
  const around = blocksAround(run.process, token.in)
  return around.length > 0 ? around.some(({ block }) => block.passed?.includes(passed)) : (run.process.passed[passed] ?? 0) > 0
}

function afterOf(run: Run, { after, in: kind = 'calendar-time', ...shifting }: WaitNode['until'][number]): Instant | null {
  const calendar = calendarOf(run, null)
  const end = counted(run, addTime(calendar, run.facts.now, after ?? 'P0D', kind))
  return end && counted(run, shiftMoment(calendar, end, shiftingOf(shifting)))
}

function dateOf(run: Run, { date, in: kind = 'calendar-time', ...shifting }: WaitNode['until'][number], token: Token): Instant | null {
  if (date === undefined) return null
  const value = oneAt(run, date, { in: token.in })
  if (isInstant(value)) return value
  return isLocalDate(value) ? counted(run, waitForDate(calendarOf(run, null), value, kind, shiftingOf(shifting))) : null
}

function shiftingOf({ hour, dayOff }: Pick<WaitNode['until'][number], 'hour' | 'dayOff'>) {
  return { ...(hour !== undefined && { hour }), ...(dayOff !== undefined && { dayOff }) }
}
