import { NativeSelect } from '@mantine/core'
import { useWords } from '../../language/words.tsx'
import { setFieldProperty } from '../../model/commands/type/set-field-property.ts'
import { useEditing } from '../../types/parts/editing.tsx'
import { PanelGroup } from '../../types/parts/page-part.tsx'
import type { PropertyProps } from './property-props.ts'

const usual = ['RON', 'EUR', 'USD', 'MDL', 'GBP', 'CHF', 'HUF', 'PLN', 'BGN', 'CZK', 'UAH']

/** In which currency: always the same, or the one that a choice of the card says. */
export function CurrencyProperty({ field, path }: PropertyProps) {
  const { t, of } = useWords()
  const { body: type, run } = useEditing('document-type')
  if (field.type !== 'money') return null
  const choices = type.fields.filter((one) => one.type === 'choice' && !one.retired && !one.many)
  const value = typeof field.currency === 'string' ? field.currency : `field:${field.currency.field}`
  const codes = usual.includes(value) || value.startsWith('field:') ? usual : [value, ...usual]
  return (
    <PanelGroup title={t('property.currency')}>
      <NativeSelect
        aria-label={t('property.currency')}
        value={value}
        data={[
          { group: t('property.currency.always'), items: codes },
          { group: t('property.currency.field'), items: choices.map(({ id, label }) => ({ value: `field:${id}`, label: of(label) })) },
        ]}
        onChange={(event) => {
          const next = event.currentTarget.value
          run(setFieldProperty({ field: path, property: 'currency', value: next.startsWith('field:') ? { field: next.slice(6) } : next }))
        }}
      />
    </PanelGroup>
  )
}
