import type { Words } from '../language/words.tsx'
import type { OfferedField } from './offered-fields.ts'

/** "Counterparty › Tax number", "how many Works". */
export function fieldWords(field: OfferedField, { t, of }: Words): string {
  const words = field.label.map((part) =>
    typeof part === 'object' && 'own' in part && Object.keys(part).length === 1 ? t(`own.${part.own}` as 'own.status') : of(part as never),
  )
  const path = words.join(' › ')
  return field.counted ? t('condition.counted', { table: path }) : path
}
