import { isLocalDate, type LocalDate } from '../../engine/calendar/local-date.ts'
import { useFormats } from '../language/use-formats.ts'
import { defineField, type InputProps, type ViewProps } from './define-field.ts'
import { DateText } from './lazy-controls.tsx'

function Input({ field, ...props }: InputProps<'date', LocalDate>) {
  return <DateText {...props} min={field.min} max={field.max} />
}

function View({ value }: ViewProps<'date', LocalDate>) {
  const { date, fullDate } = useFormats()
  return (
    <time dateTime={value} className="figures" title={fullDate(value)}>
      {date(value)}
    </time>
  )
}

export const dateField = defineField<'date', LocalDate>({
  type: 'date',
  parse: (raw) => (isLocalDate(raw) ? raw : undefined),
  Input,
  View,
})
