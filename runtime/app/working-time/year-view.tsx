import { type KeyboardEvent, useMemo, useRef } from 'react'
import type { NamedCalendar } from '../../api/answers.ts'
import { weekdays } from '../../engine/calendar/calendar.ts'
import { addDays, addMonths, type LocalDate } from '../../engine/calendar/local-date.ts'
import { useTexts } from '../language/texts.tsx'
import { useFormats } from '../language/use-formats.ts'
import { kindOfDay, monthsOf } from './calendar-edits.ts'
import classes from './year-view.module.css'

interface YearViewProps {
  readonly calendar: NamedCalendar
  readonly year: number
  readonly chosen: LocalDate
  readonly onChoose: (date: LocalDate) => void
  /** What a holiday is called, where that is known. */
  readonly nameOf: (date: LocalDate) => string | undefined
}

/** A year day by day, each with what it is; arrows go by days and weeks, Page Up and Down by months. */
export function YearView({ calendar, year, chosen, onChoose, nameOf }: YearViewProps) {
  const { t, locale } = useTexts()
  const { fullDate, today } = useFormats()
  const view = useRef<HTMLDivElement>(null)
  const months = useMemo(() => monthsOf(year), [year])
  const names = useMemo(() => {
    const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
    const at = (month: number, day: number) => new Date(Date.UTC(2024, month, day, 12))
    return {
      months: Array.from({ length: 12 }, (_, month) => format({ month: 'long' }).format(at(month, 1))),
      // 1 January 2024 was a Monday.
      weekdays: weekdays.map((_, day) => format({ weekday: 'narrow' }).format(at(0, 1 + day))),
    }
  }, [locale])
  const move = (event: KeyboardEvent) => {
    const steps: Record<string, LocalDate> = {
      ArrowLeft: addDays(chosen, -1),
      ArrowRight: addDays(chosen, 1),
      ArrowUp: addDays(chosen, -7),
      ArrowDown: addDays(chosen, 7),
      PageUp: addMonths(chosen, -1),
      PageDown: addMonths(chosen, 1),
    }
    const next = steps[event.key]
    if (!next?.startsWith(`${year}-`)) return
    event.preventDefault()
    onChoose(next)
    view.current?.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the days within
    <div ref={view} className={classes.year} onKeyDown={move}>
      {months.map((weeks, month) => (
        <table key={names.months[month]} className={classes.month}>
          <caption>{names.months[month]}</caption>
          <thead aria-hidden>
            <tr>
              {weekdays.map((day, index) => (
                <th key={day}>{names.weekdays[index]}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week.find((date) => date !== null)}>
                {week.map((date, index) => {
                  // biome-ignore lint/suspicious/noArrayIndexKey: a blank has nothing but its place
                  if (date === null) return <td key={index} />
                  const kind = kindOfDay(calendar, date)
                  return (
                    <td key={date}>
                      <button
                        type="button"
                        className={classes.day}
                        data-date={date}
                        data-kind={kind}
                        data-today={date === today || undefined}
                        aria-pressed={date === chosen}
                        aria-label={[fullDate(date), t(`time.kind.${kind}`), nameOf(date)].filter(Boolean).join(', ')}
                        title={nameOf(date)}
                        tabIndex={date === chosen ? 0 : -1}
                        onClick={() => onChoose(date)}
                      >
                        {Number(date.slice(8))}
                      </button>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  )
}
