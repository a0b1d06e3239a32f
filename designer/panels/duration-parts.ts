import { durationOf, singleUnitOf } from '../../runtime/app/language/durations.ts'
import { parseDuration } from '../../runtime/engine/calendar/duration.ts'

export const deadlineUnits = ['minutes', 'hours', 'days', 'weeks', 'months'] as const
export type DeadlineUnit = (typeof deadlineUnits)[number]

/** A length of time as a person enters it: a count of one unit. A compound one ("a day and four hours") has none. */
export function partsOfDuration(text: string): { readonly amount: number; readonly unit: DeadlineUnit } | undefined {
  const parts = singleUnitOf(text.replace(/^-/, ''))
  return parts && (deadlineUnits as readonly string[]).includes(parts.unit)
    ? { amount: parts.amount, unit: parts.unit as DeadlineUnit }
    : undefined
}

export const durationFrom = (amount: number, unit: DeadlineUnit): string => durationOf(Math.max(0, Math.round(amount)), unit)

/** On which side of a moment something happens. */
export type Side = 'before' | 'on' | 'after'

export function sideOf(offset: string): Side {
  const parsed = parseDuration(offset)
  if (!parsed.ok || /^-?PT?0[A-Z]$/.test(offset)) return 'on'
  return offset.startsWith('-') ? 'before' : 'after'
}

export const offsetOf = (side: Side, duration: string): string =>
  side === 'on' ? 'P0D' : side === 'before' ? `-${duration.replace(/^-/, '')}` : duration.replace(/^-/, '')
