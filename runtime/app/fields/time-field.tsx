import { defineField, type InputProps, type ViewProps } from './define-field.ts'
import { TimeText } from './lazy-controls.tsx'

function Input({ field: _field, ...props }: InputProps<'time', string>) {
  return <TimeText {...props} />
}

const View = ({ value }: ViewProps<'time', string>) => (
  <time dateTime={value} className="figures">
    {value}
  </time>
)

export const timeField = defineField<'time', string>({
  type: 'time',
  parse: (raw) => (typeof raw === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(raw) ? raw : undefined),
  Input,
  View,
})
