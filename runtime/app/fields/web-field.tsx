import { textShapes } from '../../engine/card/text-shapes.ts'
import { useTexts } from '../language/texts.tsx'
import classes from './address.module.css'
import { defineField, type InputProps, text, type ViewProps } from './define-field.ts'
import { TextLine } from './lazy-controls.tsx'

function Input({ field: _field, ...props }: InputProps<'web', string>) {
  const { t } = useTexts()
  return (
    <TextLine
      {...props}
      shape={textShapes.web}
      wrong={t('problem.notAnAddress')}
      input={{ type: 'url', inputMode: 'url', autoComplete: 'off' }}
    />
  )
}

// Only http and https become links: a card may have come from anywhere.
const View = ({ value }: ViewProps<'web', string>) =>
  /^https?:\/\//i.test(value) ? (
    <a href={value} target="_blank" rel="noreferrer noopener" className={classes.address}>
      {value.replace(/^https?:\/\//, '')}
    </a>
  ) : (
    <span>{value}</span>
  )

export const webField = defineField<'web', string>({ type: 'web', parse: text, Input, View })
