import { Button } from '@mantine/core'
import type { NamedCalendar } from '../../api/answers.ts'
import type { LocalDate } from '../../engine/calendar/local-date.ts'
import { useTexts } from '../language/texts.tsx'
import { useFormats } from '../language/use-formats.ts'
import { asDayOff, firstHours, hoursOfDay, kindOfDay, likeItsWeekday, workedAt } from './calendar-edits.ts'
import { HoursEntry } from './hours-entry.tsx'
import classes from './working-time-screen.module.css'

interface ChosenDayProps {
  readonly calendar: NamedCalendar
  readonly date: LocalDate
  readonly name: string | undefined
  readonly onChange: (calendar: NamedCalendar) => void
}

/** The day that was chosen in the year: what it is, and what else it can be. */
export function ChosenDay({ calendar, date, name, onChange }: ChosenDayProps) {
  const { t } = useTexts()
  const { fullDate } = useFormats()
  const kind = kindOfDay(calendar, date)
  const free = kind === 'weekend' || kind === 'extra'
  return (
    <section className={classes.chosen} aria-live="polite">
      <h2>{fullDate(date)}</h2>
      <p className={classes.quiet}>{[t(`time.kind.${kind}`), name].filter(Boolean).join(', ')}</p>
      {(kind === 'short' || kind === 'extra') && (
        <HoursEntry
          hours={hoursOfDay(calendar, date)}
          of={fullDate(date)}
          onChange={(hours) => onChange(hours.length === 0 ? asDayOff(calendar, date) : workedAt(calendar, date, hours))}
        />
      )}
      <div className={classes.choices}>
        {!free && kind !== 'holiday' && (
          <Button variant="default" onClick={() => onChange(asDayOff(calendar, date))}>
            {t('time.makeOff')}
          </Button>
        )}
        {kind !== 'works' && kind !== 'weekend' && (
          <Button variant="default" onClick={() => onChange(likeItsWeekday(calendar, date))}>
            {t(free ? 'time.makeFree' : 'time.makeUsual')}
          </Button>
        )}
        {kind !== 'short' && kind !== 'extra' && (
          <Button variant="default" onClick={() => onChange(workedAt(calendar, date, firstHours(calendar, date)))}>
            {t(free ? 'time.makeWorked' : 'time.makeShort')}
          </Button>
        )}
      </div>
    </section>
  )
}
