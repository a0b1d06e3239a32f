import { Textarea } from '@mantine/core'
import { useTexts } from '../language/texts.tsx'
import { defineField, type InputProps, text, type ViewProps } from './define-field.ts'
import { frameProps } from './field-frame.tsx'
import classes from './long-text-field.module.css'

/** Several lines; it grows with what is written. Spelling is the browser's, in the reader's language. */
function Input({ value, onChange, frame }: InputProps<'long-text', string>) {
  const { language } = useTexts()
  return (
    <Textarea
      {...frameProps(frame)}
      classNames={{ input: classes.grows ?? '' }}
      rows={frame.bare ? 1 : 3}
      lang={language}
      spellCheck
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      onBlur={() => value?.trim() === '' && onChange(undefined)}
    />
  )
}

const View = ({ value }: ViewProps<'long-text', string>) => <span className={classes.lines}>{value}</span>
const Cell = ({ value }: ViewProps<'long-text', string>) => <>{value.replace(/\s+/g, ' ')}</>

export const longTextField = defineField<'long-text', string>({ type: 'long-text', wide: true, parse: text, Input, View, Cell })
