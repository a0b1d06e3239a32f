import { useFormats } from '../language/use-formats.ts'
import { defineField, type FieldOf, figure, type InputProps, type ViewProps } from './define-field.ts'
import { NumberInput } from './lazy-controls.tsx'

function Input({ field, ...props }: InputProps<'number', number>) {
  return <NumberInput {...props} decimals={field.decimals} unit={field.unit} />
}

function View({ field, value, inColumn }: ViewProps<'number', number>) {
  const { number } = useFormats()
  return <span className="figures">{number(value, field.decimals) + (field.unit && !inColumn ? ` ${field.unit}` : '')}</span>
}

export const unitOf = (field: FieldOf<'number'>): string | undefined => field.unit

export const numberField = defineField<'number', number>({ type: 'number', align: 'right', parse: figure, Input, View })
