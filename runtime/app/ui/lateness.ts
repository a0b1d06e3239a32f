import type { Instant } from '../../engine/calendar/instant.ts'
import { dayNumberOf } from '../../engine/calendar/local-date.ts'
import { localDateAt } from '../../engine/calendar/zone.ts'
import type { Texts } from '../language/texts.tsx'

/** How late something is, in words: whole days of the office's calendar, on its own day hours, then minutes ("1 day", "3 hours"). */
export function lateness(due: Instant, now: Instant, zone: string, { t }: Texts): string {
  const days = dayNumberOf(localDateAt(zone, now)) - dayNumberOf(localDateAt(zone, due))
  if (days > 0) return t('time.days', { count: days })
  const minutes = Math.max(1, Math.floor((Date.parse(now) - Date.parse(due)) / 60_000))
  return minutes >= 60 ? t('time.hours', { count: Math.floor(minutes / 60) }) : t('time.minutes', { count: minutes })
}
