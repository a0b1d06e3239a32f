import { defineField, type InputProps, text, type ViewProps } from './define-field.ts'
import { TextLine } from './lazy-controls.tsx'

/** One line. Whether it fits the field's own pattern is told by the check of the card, whose sentence says what is expected. */
function Input({ field: _field, ...props }: InputProps<'text', string>) {
  return <TextLine {...props} />
}

const View = ({ value }: ViewProps<'text', string>) => <>{value}</>

export const textField = defineField<'text', string>({ type: 'text', parse: text, Input, View })
