import type { LocalDate } from '../../runtime/engine/calendar/local-date.ts'
import { formatNumber, numberingDate, pathsOf } from '../../runtime/engine/numbering/number.ts'
import type { NumberSeries } from '../../schemas/generated/document-type.ts'
import { writtenValue } from '../conditions/sample.tsx'
import type { Preview } from '../forms/preview.ts'

/**
 * Two numbers that a series would give one after the other, on the sample card; where the card lacks a value, its name stands in
 * for it. Undefined where the pattern cannot be read.
 */
export function exampleNumbers(
  series: NumberSeries,
  date: string | undefined,
  sample: Preview | null,
  now: string,
  zone: string,
): readonly [string, string] | undefined {
  const day: LocalDate = numberingDate(date === undefined ? undefined : sample?.shown[date], now, zone)
  const values = Object.fromEntries(
    pathsOf(series).map((path) => {
      const value = sample?.valueOf(path)
      return [path, (value === undefined ? undefined : writtenValue(value)) ?? path]
    }),
  )
  const [first, next] = [1, 2].map((count) => formatNumber(series.pattern, { date: day, values }, count))
  return first?.ok && next?.ok ? [first.value, next.value] : undefined
}
