import { formatDuration, parseDuration } from '../../engine/calendar/duration.ts'
import type { Texts } from './texts.tsx'

/** All that a duration may count, smallest first. Cards keep no weeks, so none are offered for typing. */
export const durationUnits = ['minutes', 'hours', 'days', 'weeks', 'months', 'years'] as const
export const enteredUnits = ['minutes', 'hours', 'days', 'months', 'years'] as const
export type DurationUnit = (typeof durationUnits)[number]

/** "2 days", "1 year 6 months"; a text that is no duration is shown as it stands. */
export function spokenDuration(text: string, { t }: Texts): string {
  const parsed = parseDuration(text)
  if (!parsed.ok) return text
  const parts = durationUnits
    .toReversed()
    .filter((unit) => parsed.value[unit] > 0)
    .map((unit) => t(`time.${unit}`, { count: parsed.value[unit] }))
  return parts.length > 0 ? parts.join(' ') : t('time.days', { count: 0 })
}

/** A duration of a single unit apart, as a person enters it; undefined for a compound one ("1 year 6 months"). */
export function singleUnitOf(text: string): { amount: number; unit: DurationUnit } | undefined {
  const parsed = parseDuration(text)
  if (!parsed.ok || parsed.value.seconds > 0 || parsed.value.milliseconds > 0 || parsed.value.sign < 0) return undefined
  const used = durationUnits.filter((unit) => parsed.value[unit] > 0)
  if (used.length > 1) return undefined
  const unit = used[0] ?? 'days'
  return { amount: parsed.value[unit], unit }
}

const nothing = { sign: 1, years: 0, months: 0, weeks: 0, days: 0, hours: 0, minutes: 0, seconds: 0, milliseconds: 0 } as const

/** The ISO 8601 text of so many of one unit; the amount is whole and not negative. */
export const durationOf = (amount: number, unit: DurationUnit): string => formatDuration({ ...nothing, [unit]: amount })
