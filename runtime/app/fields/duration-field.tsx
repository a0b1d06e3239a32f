import { useState } from 'react'
import { type DurationUnit, durationOf, enteredUnits, singleUnitOf } from '../language/durations.ts'
import { useTexts } from '../language/texts.tsx'
import { useFormats } from '../language/use-formats.ts'
import { defineField, type InputProps, text, type ViewProps } from './define-field.ts'
import classes from './duration-field.module.css'
import { GroupFrame } from './field-frame.tsx'
import { NativeSelect, NumberInput } from './lazy-controls.tsx'

/** A whole amount of one unit. A compound one ("1 year 6 months", made elsewhere) is told in words until it is typed over. */
function Input({ value, onChange, onInvalid, frame }: InputProps<'duration', string>) {
  const { t } = useTexts()
  const { duration } = useFormats()
  const [unit, setUnit] = useState<DurationUnit>('days')
  const single = value ? singleUnitOf(value) : undefined
  const shownUnit = single?.amount ? single.unit : unit
  const change = (amount: number | undefined, of: DurationUnit) => onChange(amount === undefined ? undefined : durationOf(amount, of))
  const help = value && !single ? duration(value) : frame.help
  return (
    <GroupFrame frame={{ ...frame, help }}>
      {(labels) => (
        // biome-ignore lint/a11y/useSemanticElements: the label of the field names both parts; a fieldset has its own look
        <div role="group" {...labels} className={classes.both}>
          <NumberInput
            value={single?.amount}
            decimals={0}
            onChange={(amount) => change(amount === undefined ? undefined : Math.abs(amount), shownUnit)}
            onInvalid={onInvalid}
            frame={{ label: `${frame.label}: ${t('field.amount')}`, bare: true, required: frame.required ?? false }}
          />
          <NativeSelect
            aria-label={`${frame.label}: ${t('field.unit')}`}
            data={enteredUnits.map((id) => ({ value: id, label: t(`time.unit.${id}`) }))}
            value={shownUnit}
            onChange={(event) => {
              const next = event.target.value as DurationUnit
              setUnit(next)
              if (single) change(single.amount, next)
            }}
          />
        </div>
      )}
    </GroupFrame>
  )
}

function View({ value }: ViewProps<'duration', string>) {
  const { duration } = useFormats()
  return <span className="figures">{duration(value)}</span>
}

export const durationField = defineField<'duration', string>({ type: 'duration', parse: text, Input, View })
