import '@mantine/dates/styles.css'
import 'dayjs/locale/ro'
import 'dayjs/locale/en-gb'
import { DatePicker, DatesProvider } from '@mantine/dates'
import type { LocalDate } from '../../engine/calendar/local-date.ts'
import { useTexts } from '../language/texts.tsx'

const dayjsLocale = { en: 'en-gb', ro: 'ro' } as const

interface CalendarProps {
  readonly value: LocalDate | undefined
  readonly onPick: (day: LocalDate | undefined) => void
  readonly min?: LocalDate | undefined
  readonly max?: LocalDate | undefined
}

/** A month to choose a day from; weeks begin on Monday. */
export function Calendar({ value, onPick, min, max }: CalendarProps) {
  const { language } = useTexts()
  return (
    <DatesProvider settings={{ locale: dayjsLocale[language], firstDayOfWeek: 1 }}>
      <DatePicker
        value={value ?? null}
        {...(value ? { defaultDate: value } : {})}
        minDate={min}
        maxDate={max}
        allowDeselect
        onChange={(day) => onPick(day ?? undefined)}
      />
    </DatesProvider>
  )
}
