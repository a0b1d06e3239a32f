import { parseDuration } from '../../runtime/engine/calendar/duration.ts'
import type { Around, ReminderRule } from '../../schemas/generated/reminder-rule.ts'
import type { TimeStep } from '../../schemas/generated/time-step.ts'

/** On which side of its moment a step speaks. */
export type Side = 'before' | 'on' | 'after'

export function sideOf({ at }: Pick<TimeStep, 'at'>): Side {
  const parsed = parseDuration(at)
  if (!parsed.ok) return 'on'
  const { sign, ...parts } = parsed.value
  if (Object.values(parts).every((part) => part === 0)) return 'on'
  return sign < 0 ? 'before' : 'after'
}

/** How a step goes on: not at all, so many times, or as long as the rule holds. */
export type Repeats = 'once' | 'times' | 'while'

export function repeatsOf({ every, atMost }: TimeStep): Repeats {
  return every === undefined ? 'once' : atMost === undefined ? 'while' : 'times'
}

/** The sentence of a step: the key under which its translation with slots is found. */
export type StepSentence = `reminder.step.${Side}.${Repeats}`

export const stepSentence = (step: TimeStep): StepSentence => `reminder.step.${sideOf(step)}.${repeatsOf(step)}`

/** What a rule stands around, as a choice: `field:validUntil`, `rows:works/due`, `assignment:due`, `status:in-force`, `paper:ours`. */
export function aroundKey(around: Around): string {
  if (around.assignment !== undefined) return `assignment:${around.assignment}`
  if (around.status !== undefined) return `status:${around.status}`
  if (around.paper !== undefined) return `paper:${around.paper}`
  return around.rows !== undefined ? `rows:${around.rows}/${around.field}` : `field:${around.field}`
}

/** The other way; what comes every year keeps coming every year, where there is a date. */
export function aroundOf(key: string, yearly: boolean | undefined): Around {
  const [kind = '', rest = ''] = key.split(/:(.*)/s)
  const again = yearly ? { yearly } : {}
  switch (kind) {
    case 'assignment':
      return { assignment: rest === 'opened' ? 'opened' : 'due' }
    case 'status':
      return { status: rest }
    case 'paper':
      return { paper: rest }
    case 'rows': {
      const [rows = '', field = ''] = rest.split('/')
      return { rows, field, ...again }
    }
    default:
      return { field: rest, ...again }
  }
}

/** A step with another offset; the side and the length apart, as people choose them. */
export function offsetOf(side: Side, length: string): string {
  return side === 'on' ? 'P0D' : side === 'before' ? `-${length}` : length
}

/** The length of an offset without its side; a day where it has none. */
export function lengthOf({ at }: Pick<TimeStep, 'at'>): string {
  const bare = at.replace(/^-/, '')
  return sideOf({ at }) === 'on' ? 'P1D' : bare
}

/** What a new step of a rule says: the day itself, to those whom the first step tells. */
export function newStep(rule: ReminderRule): TimeStep {
  const first = rule.steps[0]
  const taken = new Set(rule.steps.map(({ at }) => at))
  const at = ['P0D', '-P7D', 'P1D', '-P30D', '-P1D', 'P7D'].find((one) => !taken.has(one)) ?? 'P14D'
  return { at, tell: first?.tell ?? [{ the: 'author' }], ...(first?.by && { by: first.by }) }
}

/** Steps in the order in which they speak: an office reads time from left to right. Lengths are compared roughly, months as 30 days. */
export function inOrder(steps: readonly TimeStep[]): readonly number[] {
  const days = ({ at }: TimeStep): number => {
    const parsed = parseDuration(at)
    if (!parsed.ok) return 0
    const { sign, years, months, weeks, days: whole, hours, minutes } = parsed.value
    return sign * (years * 365 + months * 30 + weeks * 7 + whole + hours / 24 + minutes / 1440)
  }
  return steps
    .map((step, index) => ({ index, days: days(step) }))
    .sort((a, b) => a.days - b.days || a.index - b.index)
    .map(({ index }) => index)
}
