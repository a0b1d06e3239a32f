import { useFormats } from '../language/use-formats.ts'
import { defineField, figure, type InputProps, type ViewProps } from './define-field.ts'
import { NumberInput } from './lazy-controls.tsx'

/** The number shown: 12.5 in the card is 12.5 %. */
function Input({ field, ...props }: InputProps<'percent', number>) {
  return <NumberInput {...props} decimals={field.decimals} unit="%" />
}

function View({ field, value }: ViewProps<'percent', number>) {
  const { percent } = useFormats()
  return <span className="figures">{percent(value, field.decimals)}</span>
}

export const percentField = defineField<'percent', number>({ type: 'percent', align: 'right', parse: figure, Input, View })
