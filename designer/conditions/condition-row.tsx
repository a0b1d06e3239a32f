import { ActionIcon, NativeSelect, Select } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useWords, type WordKey } from '../language/words.tsx'
import type { Comparison, ConditionRow } from '../model/conditions.ts'
import { compared, comparisonsFor, rowFor, valueCount } from './comparisons.ts'
import classes from './condition-rows.module.css'
import { ConditionValues } from './condition-values.tsx'
import { fieldWords } from './field-words.ts'
import type { OfferedField } from './offered-fields.ts'

interface ConditionRowLineProps {
  readonly row: ConditionRow
  readonly fields: readonly OfferedField[]
  readonly onChange: (row: ConditionRow) => void
  readonly onRemove: () => void
}

/** Days are after and before one another, not above and below. */
function comparisonKey(comparison: Comparison, field: OfferedField | undefined): WordKey {
  const isDay = !field?.counted && (field?.kind === 'date' || field?.kind === 'date-time')
  const ordered = comparison === 'above' || comparison === 'at-least' || comparison === 'below' || comparison === 'at-most'
  return isDay && ordered ? `compare.date.${comparison}` : `compare.${comparison}`
}

const keyOf = ({ path, counted }: { path: string; counted?: boolean | undefined }): string => (counted ? `#${path}` : path)

/** Field, comparison, value, ×. */
export function ConditionRowLine({ row, fields, onChange, onRemove }: ConditionRowLineProps) {
  const words = useWords()
  const { t } = words
  const key = keyOf({ path: row.field, counted: row.counted })
  const field = fields.find((one) => keyOf(one) === key)
  const data = fields.map((one) => ({ value: keyOf(one), label: fieldWords(one, words) }))
  // A field that is offered no more (retired, or of another place) keeps its row.
  const shown = field ? data : [{ value: key, label: row.field }, ...data]
  return (
    <div className={classes.row}>
      <Select
        aria-label={t('condition.field')}
        value={key}
        data={shown}
        searchable
        allowDeselect={false}
        comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
        maxDropdownHeight={280}
        nothingFoundMessage={t('condition.noField')}
        onChange={(chosen) => {
          const next = fields.find((one) => keyOf(one) === chosen)
          if (next) onChange(rowFor(next, row))
        }}
      />
      <NativeSelect
        aria-label={t('condition.comparison')}
        value={row.comparison}
        data={comparisonsFor(field, row.comparison).map((value) => ({ value, label: t(comparisonKey(value, field)) }))}
        onChange={(event) => onChange(compared(row, field, event.currentTarget.value as ConditionRow['comparison']))}
      />
      <RemoveRow label={t('condition.remove')} onRemove={onRemove} />
      {valueCount(row.comparison) !== 0 && (
        <ConditionValues row={row} field={field} fields={fields} onChange={(values) => onChange({ ...row, values })} />
      )}
    </div>
  )
}

export function RemoveRow({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <ActionIcon className={classes.remove ?? ''} size={28} aria-label={label} title={label} onClick={onRemove}>
      <IconX size={16} />
    </ActionIcon>
  )
}
