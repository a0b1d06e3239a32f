import { MultiSelect, NativeSelect, Select, TagsInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { durationOf, singleUnitOf } from '../../runtime/app/language/durations.ts'
import { formatNumber, parseNumber } from '../../runtime/app/language/numbers.ts'
import { useWords } from '../language/words.tsx'
import type { ConditionRow, ConditionValue } from '../model/conditions.ts'
import { valueCount } from './comparisons.ts'
import classes from './condition-rows.module.css'
import { fieldWords } from './field-words.ts'
import type { OfferedField } from './offered-fields.ts'

interface ValuesProps {
  readonly row: ConditionRow
  readonly field: OfferedField | undefined
  readonly fields: readonly OfferedField[]
  readonly onChange: (values: readonly ConditionValue[]) => void
}

/** What a field is compared with: one value, two, or several. */
export function ConditionValues({ row, field, fields, onChange }: ValuesProps) {
  const { t, of } = useWords()
  const count = valueCount(row.comparison)
  if (count === 'some') {
    const texts = row.values.flatMap((value) => (value.kind === 'text' ? [value.value] : []))
    // What is no list of texts (numbers, other fields) is changed as text.
    if (texts.length !== row.values.length) return null
    const put = (chosen: string[]) => chosen.length > 0 && onChange(chosen.map((value) => ({ kind: 'text', value })))
    return (
      <div className={classes.values}>
        {field?.choices ? (
          <MultiSelect
            aria-label={t('condition.value')}
            value={texts}
            data={withKnown(
              field.choices.map(({ id, label }) => ({ value: id, label: of(label) })),
              texts,
            )}
            onChange={put}
          />
        ) : (
          <TagsInput aria-label={t('condition.value')} value={texts} onChange={put} />
        )}
      </div>
    )
  }
  return (
    <div className={classes.values} data-two={count === 2 || undefined}>
      {row.values.map((value, index) => (
        <OneValue
          // biome-ignore lint/suspicious/noArrayIndexKey: values have no other name than their place
          key={index}
          label={t(count === 2 ? (index === 0 ? 'condition.from' : 'condition.to') : 'condition.value')}
          value={value}
          field={field}
          fields={fields}
          onChange={(next) => onChange(row.values.map((one, at) => (at === index ? next : one)))}
        />
      ))}
    </div>
  )
}

type DateOrToday = { readonly kind: 'date'; readonly value: string } | { readonly kind: 'today'; readonly plus?: string }

interface OneProps {
  readonly label: string
  readonly value: ConditionValue
  readonly field: OfferedField | undefined
  readonly fields: readonly OfferedField[]
  readonly onChange: (value: ConditionValue) => void
}

function OneValue({ label, value, field, fields, onChange }: OneProps) {
  const words = useWords()
  const { t, of } = words
  const kind = field?.counted ? 'number' : field?.kind
  if (value.kind === 'path' || kind === 'person' || kind === 'link') {
    const data = fields
      .filter((one) => !one.counted && (kind === undefined || one.kind === kind) && one.path !== field?.path)
      .map((one) => ({ value: one.path, label: fieldWords(one, words) }))
    const own = kind === 'person' ? [{ value: 'me', label: t('own.me') }] : kind === 'link' ? [{ value: 'this', label: t('own.this') }] : []
    const current = value.kind === 'path' ? value.value : ''
    return (
      <Select
        aria-label={label}
        value={current}
        data={withKnown([...own, ...data], current ? [current] : [])}
        searchable
        allowDeselect={false}
        comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
        onChange={(path) => path && onChange({ kind: 'path', value: path })}
      />
    )
  }
  if (field?.choices) {
    const current = value.kind === 'text' ? value.value : ''
    const data = withKnown(
      field.choices.map((one) => ({ value: one.id, label: of(one.label) })),
      current ? [current] : [],
    )
    if (data.length <= 12)
      return (
        <NativeSelect
          aria-label={label}
          value={current}
          data={data}
          onChange={(event) => onChange({ kind: 'text', value: event.currentTarget.value })}
        />
      )
    return (
      <Select
        aria-label={label}
        value={current}
        data={data}
        searchable
        allowDeselect={false}
        onChange={(id) => id && onChange({ kind: 'text', value: id })}
      />
    )
  }
  switch (value.kind) {
    case 'number':
      return <NumberValue label={label} value={value.value} onChange={(next) => onChange({ kind: 'number', value: next })} />
    case 'date':
    case 'today':
      return <DateValue label={label} value={value as DateOrToday} onChange={onChange} />
    case 'date-time':
      return (
        <TextInput
          aria-label={label}
          type="datetime-local"
          value={value.value.slice(0, 16)}
          onChange={(event) => event.currentTarget.value && onChange({ kind: 'date-time', value: `${event.currentTarget.value}:00Z` })}
        />
      )
    case 'time':
      return (
        <TextInput
          aria-label={label}
          type="time"
          value={value.value.slice(0, 5)}
          onChange={(event) => event.currentTarget.value && onChange({ kind: 'time', value: `${event.currentTarget.value}:00` })}
        />
      )
    case 'duration':
      return <DaysValue label={label} value={value.value} onChange={(next) => onChange({ kind: 'duration', value: next })} />
    case 'boolean':
      return (
        <NativeSelect
          aria-label={label}
          value={String(value.value)}
          data={[
            { value: 'true', label: t('compare.yes') },
            { value: 'false', label: t('compare.no') },
          ]}
          onChange={(event) => onChange({ kind: 'boolean', value: event.currentTarget.value === 'true' })}
        />
      )
    default:
      return (
        <TextInput
          aria-label={label}
          value={value.value}
          onChange={(event) => onChange({ kind: 'text', value: event.currentTarget.value })}
        />
      )
  }
}

/** A number in the reader's way of writing; the row keeps the last one that could be read. */
function NumberValue({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const { language, t } = useWords()
  const [typed, setTyped] = useState<string | null>(null)
  const parsed = typed === null ? undefined : parseNumber(typed, language)
  return (
    <TextInput
      aria-label={label}
      inputMode="decimal"
      value={typed ?? formatNumber(Number(value), language)}
      error={typed !== null && (!parsed?.ok || parsed.value === undefined) ? t('condition.number') : undefined}
      onChange={(event) => {
        const text = event.currentTarget.value
        setTyped(text)
        const read = parseNumber(text, language)
        if (read.ok && read.value !== undefined) onChange(String(read.value))
      }}
      onBlur={() => setTyped(null)}
    />
  )
}

/** A day of the calendar, or today, or some days from it. */
function DateValue({ label, value, onChange }: { label: string; value: DateOrToday; onChange: (value: ConditionValue) => void }) {
  const { t } = useWords()
  const mode = value.kind === 'date' ? 'date' : value.plus === undefined ? 'today' : value.plus.startsWith('-') ? 'before' : 'after'
  const pick = (next: string) => {
    if (next === 'date') onChange({ kind: 'date', value: new Date().toISOString().slice(0, 10) })
    else if (next === 'today') onChange({ kind: 'today' })
    else onChange({ kind: 'today', plus: next === 'before' ? '-P30D' : 'P30D' })
  }
  const span = value.kind === 'today' ? value.plus?.replace('-', '') : undefined
  return (
    <>
      <NativeSelect
        aria-label={label}
        value={mode}
        data={(['date', 'today', 'after', 'before'] as const).map((one) => ({ value: one, label: t(`condition.day.${one}`) }))}
        onChange={(event) => pick(event.currentTarget.value)}
      />
      {value.kind === 'date' && (
        <TextInput
          aria-label={label}
          type="date"
          value={value.value}
          onChange={(event) => event.currentTarget.value && onChange({ kind: 'date', value: event.currentTarget.value })}
        />
      )}
      {span !== undefined && (
        <DaysValue
          label={label}
          value={span}
          onChange={(next) => onChange({ kind: 'today', plus: mode === 'before' ? `-${next}` : next })}
        />
      )}
    </>
  )
}

const units = ['hours', 'days', 'months', 'years'] as const

/** So many hours, days, months or years; a duration of several parts is left to the text. */
function DaysValue({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const { t } = useWords()
  const single = singleUnitOf(value)
  if (!single) return <TextInput aria-label={label} value={value} readOnly />
  return (
    <div className={classes.values} data-two>
      <TextInput
        aria-label={label}
        type="number"
        min={0}
        value={single.amount}
        onChange={(event) => {
          const amount = Math.max(0, Math.round(Number(event.currentTarget.value)))
          if (Number.isFinite(amount)) onChange(durationOf(amount, single.unit))
        }}
      />
      <NativeSelect
        aria-label={t('condition.unit')}
        value={single.unit}
        data={[...new Set([...units, single.unit])].map((unit) => ({ value: unit, label: t(`unit.${unit}`) }))}
        onChange={(event) => onChange(durationOf(single.amount, event.currentTarget.value as 'days'))}
      />
    </div>
  )
}

/** The options, with those that are chosen and no longer offered at their end. */
function withKnown<T extends { readonly value: string; readonly label: string }>(data: readonly T[], chosen: readonly string[]) {
  const missing = chosen.filter((one) => !data.some(({ value }) => value === one)).map((value) => ({ value, label: value }))
  return [...data, ...missing]
}
