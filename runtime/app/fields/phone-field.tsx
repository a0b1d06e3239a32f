import { textShapes } from '../../engine/card/text-shapes.ts'
import { useTexts } from '../language/texts.tsx'
import classes from './address.module.css'
import { defineField, type InputProps, text, type ViewProps } from './define-field.ts'
import { TextLine } from './lazy-controls.tsx'

function Input({ field, ...props }: InputProps<'phone', string>) {
  const { t } = useTexts()
  return (
    <TextLine
      {...props}
      shape={textShapes.phone}
      pattern={field.pattern}
      wrong={t('problem.notAPhone')}
      input={{ type: 'tel', inputMode: 'tel', autoComplete: 'off' }}
    />
  )
}

const View = ({ value }: ViewProps<'phone', string>) => (
  <a href={`tel:${value.replace(/[^+\d]/g, '')}`} className={classes.address}>
    <span className="figures">{value}</span>
  </a>
)

export const phoneField = defineField<'phone', string>({ type: 'phone', parse: text, Input, View })
