import { NativeSelect } from '@mantine/core'
import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { useWords } from '../../language/words.tsx'
import { useAnyEditing } from '../../types/parts/editing.tsx'
import { PanelGroup } from '../../types/parts/page-part.tsx'
import type { PropertyProps } from './property-props.ts'
import { useFieldProperty } from './use-field-property.ts'

const usual = ['RON', 'EUR', 'USD', 'MDL', 'GBP', 'CHF', 'HUF', 'PLN', 'BGN', 'CZK', 'UAH']

/** In which currency: always the same, or the one that a choice of the card says. */
export function CurrencyProperty({ field, path }: PropertyProps) {
  const { t, of } = useWords()
  const { kind, body } = useAnyEditing()
  const set = useFieldProperty(path)
  if (field.type !== 'money') return null
  // A list of choices has no card that could say it.
  const fields = kind === 'document-type' ? (body as DocumentType).fields : []
  const choices = fields.filter((one) => one.type === 'choice' && !one.retired && !one.many)
  const value = typeof field.currency === 'string' ? field.currency : `field:${field.currency.field}`
  const codes = usual.includes(value) || value.startsWith('field:') ? usual : [value, ...usual]
  return (
    <PanelGroup title={t('property.currency')}>
      <NativeSelect
        aria-label={t('property.currency')}
        value={value}
        data={[
          { group: t('property.currency.always'), items: codes },
          ...(choices.length > 0
            ? [{ group: t('property.currency.field'), items: choices.map(({ id, label }) => ({ value: `field:${id}`, label: of(label) })) }]
            : []),
        ]}
        onChange={(event) => {
          const next = event.currentTarget.value
          set('currency', next.startsWith('field:') ? { field: next.slice(6) } : next)
        }}
      />
    </PanelGroup>
  )
}
