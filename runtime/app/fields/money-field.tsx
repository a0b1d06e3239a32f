import { useFormats } from '../language/use-formats.ts'
import { defineField, figure, type InputProps, type ViewProps } from './define-field.ts'
import { NumberInput } from './lazy-controls.tsx'
import { currencyIn, useSurroundings } from './surroundings.tsx'

/** Money is a number; its currency is the field's, or that of a choice field of the card. */
function Input({ field, ...props }: InputProps<'money', number>) {
  const { card } = useSurroundings()
  return (
    <NumberInput {...props} decimals={field.decimals ?? 2} fixed unit={props.frame.bare ? undefined : currencyIn(card, field.currency)} />
  )
}

function View({ field, value, inColumn }: ViewProps<'money', number>) {
  const { card } = useSurroundings()
  const { money, number } = useFormats()
  const decimals = field.decimals ?? 2
  return <span className="figures">{inColumn ? number(value, decimals) : money(value, currencyIn(card, field.currency), decimals)}</span>
}

export const moneyField = defineField<'money', number>({ type: 'money', align: 'right', parse: figure, Input, View })
