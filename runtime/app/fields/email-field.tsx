import { textShapes } from '../../engine/card/text-shapes.ts'
import { useTexts } from '../language/texts.tsx'
import classes from './address.module.css'
import { defineField, type InputProps, text, type ViewProps } from './define-field.ts'
import { TextLine } from './lazy-controls.tsx'

function Input({ field: _field, ...props }: InputProps<'email', string>) {
  const { t } = useTexts()
  return (
    <TextLine
      {...props}
      shape={textShapes.email}
      wrong={t('problem.notAnEmail')}
      input={{ type: 'email', inputMode: 'email', autoComplete: 'off' }}
    />
  )
}

const View = ({ value }: ViewProps<'email', string>) => (
  <a href={`mailto:${value}`} className={classes.address}>
    {value}
  </a>
)

export const emailField = defineField<'email', string>({ type: 'email', parse: text, Input, View })
