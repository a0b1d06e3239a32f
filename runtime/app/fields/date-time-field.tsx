import { useState } from 'react'
import { type Instant, instantOf, isInstant } from '../../engine/calendar/instant.ts'
import { dayNumberOf, type LocalDate } from '../../engine/calendar/local-date.ts'
import { localDateAt, momentOf } from '../../engine/calendar/zone.ts'
import { useTexts } from '../language/texts.tsx'
import { useFormats } from '../language/use-formats.ts'
import classes from './date-time-field.module.css'
import { defineField, type InputProps, type ViewProps } from './define-field.ts'
import { GroupFrame } from './field-frame.tsx'
import { DateText, TimeText } from './lazy-controls.tsx'

/** The instant at which the office's clock shows this day and time. */
export function momentAt(zone: string, date: LocalDate, time: string): Instant {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return instantOf(momentOf(zone, { day: dayNumberOf(date), wall: (hours * 60 + minutes) * 60_000 }))
}

/** A day and a time on the office's clock. One without the other is kept on the screen and is no value yet. */
function Input({ value, onChange, onInvalid, frame }: InputProps<'date-time', Instant>) {
  const { t } = useTexts()
  const { zone, time: timeOf } = useFormats()
  const [half, setHalf] = useState<{ date?: LocalDate | undefined; time?: string | undefined }>({})
  const date = value ? localDateAt(zone, value) : half.date
  const time = value ? timeOf(value) : half.time
  const change = (next: { date?: LocalDate | undefined; time?: string | undefined }) => {
    setHalf(next)
    onChange(next.date && next.time ? momentAt(zone, next.date, next.time) : undefined)
  }
  const part = (label: string) => ({ label: `${frame.label}: ${label}`, bare: true, required: frame.required ?? false })
  return (
    <GroupFrame frame={frame}>
      {(labels) => (
        // biome-ignore lint/a11y/useSemanticElements: the label of the field names both parts; a fieldset has its own look
        <div role="group" {...labels} className={classes.both}>
          <DateText
            value={date}
            onChange={(day) => change({ date: day, time: time ?? (day ? '09:00' : undefined) })}
            onInvalid={onInvalid}
            frame={part(t('field.date'))}
          />
          <TimeText value={time} onChange={(clock) => change({ date, time: clock })} onInvalid={onInvalid} frame={part(t('field.time'))} />
        </div>
      )}
    </GroupFrame>
  )
}

function View({ value }: ViewProps<'date-time', Instant>) {
  const { instant, fullInstant } = useFormats()
  return (
    <time dateTime={value} className="figures" title={fullInstant(value)}>
      {instant(value)}
    </time>
  )
}

export const dateTimeField = defineField<'date-time', Instant>({
  type: 'date-time',
  parse: (raw) => (isInstant(raw) ? raw : undefined),
  Input,
  View,
})
