import '@mantine/dates/styles.css'
import 'dayjs/locale/ro'
import 'dayjs/locale/en-gb'
import { FocusTrap } from '@mantine/core'
import { DatePicker, DatesProvider } from '@mantine/dates'
import type { LocalDate } from '../../engine/calendar/local-date.ts'
import { useTexts } from '../language/texts.tsx'
import classes from './calendar.module.css'

const dayjsLocale = { en: 'en-gb', ro: 'ro' } as const

interface CalendarProps {
  readonly value: LocalDate | undefined
  readonly onPick: (day: LocalDate | undefined) => void
  readonly min?: LocalDate | undefined
  readonly max?: LocalDate | undefined
}

/** A month to choose a day from; weeks begin on Monday. */
export function Calendar({ value, onPick, min, max }: CalendarProps) {
  const { language, t } = useTexts()
  const [before, after] = [t('field.calendar.before'), t('field.calendar.after')]
  return (
    <DatesProvider settings={{ locale: dayjsLocale[language], firstDayOfWeek: 1 }}>
      <FocusTrap>
        <div>
          <DatePicker
            classNames={{ day: classes.day ?? '' }}
            value={value ?? null}
            {...(value ? { defaultDate: value } : {})}
            minDate={min}
            maxDate={max}
            allowDeselect
            ariaLabels={{
              previousMonth: before,
              nextMonth: after,
              previousYear: before,
              nextYear: after,
              previousDecade: before,
              nextDecade: after,
              monthLevelControl: t('field.calendar.months'),
              yearLevelControl: t('field.calendar.years'),
            }}
            onChange={(day) => onPick(day ?? undefined)}
          />
        </div>
      </FocusTrap>
    </DatesProvider>
  )
}
