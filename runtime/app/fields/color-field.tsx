import { textShapes } from '../../engine/card/text-shapes.ts'
import { useTexts } from '../language/texts.tsx'
import classes from './color-field.module.css'
import { defineField, type InputProps, text, type ViewProps } from './define-field.ts'
import { TextLine } from './lazy-controls.tsx'

/** A colour, typed as #rrggbb or chosen with the device's own picker. */
function Input({ field: _field, ...props }: InputProps<'color', string>) {
  const { t } = useTexts()
  const { value, onChange, onInvalid, frame } = props
  return (
    <TextLine
      {...props}
      shape={textShapes.color}
      wrong={t('problem.notAColour')}
      input={{
        placeholder: '#3a49c6',
        spellCheck: false,
        leftSection: (
          <input
            type="color"
            className={classes.swatch}
            aria-label={`${frame.label}: ${t('field.color.other')}`}
            value={value && /^#[0-9a-f]{6}$/i.test(value) ? value : '#ffffff'}
            onChange={(event) => {
              onInvalid(null)
              onChange(event.target.value)
            }}
          />
        ),
      }}
    />
  )
}

const View = ({ value }: ViewProps<'color', string>) => (
  <span className={classes.shown}>
    <span className={classes.patch} style={{ background: value }} aria-hidden />
    <span className="figures">{value}</span>
  </span>
)

export const colorField = defineField<'color', string>({ type: 'color', parse: text, Input, View })
