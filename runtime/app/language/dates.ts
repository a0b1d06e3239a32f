import type { Instant } from '../../engine/calendar/instant.ts'
import { dayNumberOf, isLocalDate, type LocalDate } from '../../engine/calendar/local-date.ts'
import { localDateAt } from '../../engine/calendar/zone.ts'
import { type Language, localeOf } from './language.ts'
import type { Texts } from './texts.tsx'

const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(language: Language, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${zone} ${JSON.stringify(options)}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(localeOf[language], { timeZone: zone, ...options })
    formats.set(key, format)
  }
  return format
}

const wholeDate: Record<Language, Intl.DateTimeFormatOptions> = {
  en: { day: 'numeric', month: 'short', year: 'numeric' },
  ro: { day: '2-digit', month: '2-digit', year: 'numeric' },
}

// Noon, so that a day in no zone is shown as itself in UTC.
const noonOf = (date: LocalDate) => new Date(`${date}T12:00:00Z`)

/** "23 Nov 2026", "23.11.2026". */
export const formatDate = (date: LocalDate, language: Language): string =>
  isLocalDate(date) ? formatFor(language, 'UTC', wholeDate[language]).format(noonOf(date)) : date

/** "09:30" of an instant in the site's zone. */
export const formatTime = (instant: Instant, language: Language, zone: string): string =>
  formatFor(language, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant))

/** "23 Nov 2026, 09:30". */
export const formatInstant = (instant: Instant, language: Language, zone: string): string =>
  `${formatDate(localDateAt(zone, instant), language)}, ${formatTime(instant, language, zone)}`

/** For a tooltip: "Monday, 23 November 2026 at 09:30 EET". */
export const fullInstant = (instant: Instant, language: Language, zone: string): string =>
  formatFor(language, zone, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).format(new Date(instant))

/** For a tooltip: "Monday, 23 November 2026". */
export const fullDate = (date: LocalDate, language: Language): string =>
  isLocalDate(date)
    ? formatFor(language, 'UTC', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(noonOf(date))
    : date

/** A near day in words: "today", "tomorrow", "Fri 20 Nov" within a week, "20 Nov" within this year, else the whole date. */
export function spokenDate(date: LocalDate, today: LocalDate, { language, t }: Texts): string {
  const away = dayNumberOf(date) - dayNumberOf(today)
  if (away === 0) return t('time.today')
  if (away === 1) return t('time.tomorrow')
  if (away === -1) return t('time.yesterday')
  if (Math.abs(away) < 7) return nearDay[language](noonOf(date))
  if (date.slice(0, 4) === today.slice(0, 4)) return formatFor(language, 'UTC', { day: 'numeric', month: 'short' }).format(noonOf(date))
  return formatDate(date, language)
}

// English has a comma after the weekday in some versions of the platform's tables and none in others.
const nearDay: Record<Language, (date: Date) => string> = {
  en: (date) => formatFor('en', 'UTC', { weekday: 'short', day: 'numeric', month: 'short' }).format(date).replace(',', ''),
  ro: (date) => formatFor('ro', 'UTC', { weekday: 'long', day: 'numeric', month: 'short' }).format(date),
}

/** "today, 17:00", "vineri, 20 nov., 17:00"; within the last hour "5 minutes ago". */
export function spokenInstant(instant: Instant, now: Instant, zone: string, texts: Texts): string {
  const minutes = Math.floor((Date.parse(now) - Date.parse(instant)) / 60_000)
  if (minutes >= 0 && minutes < 1) return texts.t('time.now')
  if (minutes > 0 && minutes < 60) return texts.t('time.minutesAgo', { count: minutes })
  const day = spokenDate(localDateAt(zone, instant), localDateAt(zone, now), texts)
  return texts.t('time.at', { day, time: formatTime(instant, texts.language, zone) })
}
