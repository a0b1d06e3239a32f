import { useMemo } from 'react'
import type { Instant } from '../../engine/calendar/instant.ts'
import type { LocalDate } from '../../engine/calendar/local-date.ts'
import { localDateAt } from '../../engine/calendar/zone.ts'
import { formatDate, formatInstant, formatTime, fullDate, fullInstant, spokenDate, spokenInstant } from './dates.ts'
import { spokenDuration } from './durations.ts'
import { formatMoney, formatNumber, formatPercent } from './numbers.ts'
import { useTexts } from './texts.tsx'
import { useNow } from './use-now.ts'
import { useZone } from './zone.tsx'

/** Dates and figures in the reader's language and the office's zone: `const { money, spoken } = useFormats()`. */
export function useFormats() {
  const texts = useTexts()
  const zone = useZone()
  const now = useNow()
  return useMemo(() => {
    const { language } = texts
    const today = localDateAt(zone, now)
    return {
      zone,
      now,
      today,
      number: (value: number, decimals?: number) => formatNumber(value, language, decimals),
      money: (value: number, currency?: string, decimals?: number) => formatMoney(value, currency, language, decimals),
      percent: (value: number, decimals?: number) => formatPercent(value, language, decimals),
      date: (date: LocalDate) => formatDate(date, language),
      fullDate: (date: LocalDate) => fullDate(date, language),
      spokenDate: (date: LocalDate) => spokenDate(date, today, texts),
      instant: (instant: Instant) => formatInstant(instant, language, zone),
      fullInstant: (instant: Instant) => fullInstant(instant, language, zone),
      spoken: (instant: Instant) => spokenInstant(instant, now, zone, texts),
      time: (instant: Instant) => formatTime(instant, language, zone),
      duration: (text: string) => spokenDuration(text, texts),
    }
  }, [texts, zone, now])
}
