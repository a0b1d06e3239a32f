import { Button, Checkbox, Group, Modal } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { TypeAnswer } from '../../api/answers.ts'
import { Field } from '../fields/field.tsx'
import { Pick } from '../fields/pick.tsx'
import { FieldSurroundingsProvider } from '../fields/surroundings.tsx'
import { useTexts } from '../language/texts.tsx'
import { type Comparison, comparisonsOf, type Filter, type Filterable, isComplete, valuesTaken } from './filter.ts'
import { fieldForFilter, fromCardValue, toCardValue } from './filter-field.ts'
import { useFilterLabel } from './filter-label.ts'

interface FilterDialogProps {
  readonly type: TypeAnswer
  readonly filterables: readonly Filterable[]
  readonly filter: Filter | undefined
  readonly onClose: () => void
  readonly onApply: (filter: Filter) => void
}

/** A filter as a sentence of three parts: which field, how compared, with what. */
export function FilterDialog({ type, filterables, filter, onClose, onApply }: FilterDialogProps) {
  const { t } = useTexts()
  const labelOf = useFilterLabel()
  const [field, setField] = useState(filter?.field)
  const [comparison, setComparison] = useState<Comparison | undefined>(filter?.comparison)
  const [values, setValues] = useState<readonly string[]>(filter?.values ?? [])
  const [wrong, setWrong] = useState(false)
  const filterable = filterables.find(({ id }) => id === field)
  const fields = filterables.map((one) => ({ value: one.id, label: labelOf(one) }))
  const comparisons = filterable ? comparisonsOf[filterable.kind].map((one) => ({ value: one, label: t(`filter.${one}`) })) : []
  const made = filterable && comparison ? { field: filterable.id, comparison, values } : undefined
  const complete = made !== undefined && isComplete(made) && !wrong
  // A money filter has no card to read its currency from: the figure alone is compared.
  const surroundings = useMemo(() => ({ card: {}, directories: type.directories, people: {}, linked: {} }), [type.directories])
  return (
    <Modal
      opened
      size={420}
      onClose={onClose}
      title={<span style={{ fontWeight: 650, fontSize: 16 }}>{t('filter.title')}</span>}
      closeButtonProps={{ 'aria-label': t('do.close') }}
    >
      <FieldSurroundingsProvider value={surroundings}>
        <form
          style={{ display: 'grid', gap: 16 }}
          onSubmit={(event) => {
            event.preventDefault()
            if (complete) onApply(made)
          }}
        >
          <Pick
            items={fields}
            chosen={fields.filter(({ value }) => value === field)}
            many={false}
            frame={{ label: t('filter.field'), required: true }}
            onPick={([picked]) => {
              const next = filterables.find(({ id }) => id === picked)
              setField(picked)
              setComparison(next ? comparisonsOf[next.kind][0] : undefined)
              setValues([])
            }}
          />
          {filterable && (
            <Pick
              items={comparisons}
              chosen={comparisons.filter(({ value }) => value === comparison)}
              many={false}
              frame={{ label: t('filter.comparison'), required: true }}
              onPick={([picked]) => {
                const next = picked as Comparison
                if (comparison === undefined || valuesTaken(next) !== valuesTaken(comparison)) setValues([])
                setComparison(next)
              }}
            />
          )}
          {filterable && comparison && (
            <Values
              key={`${filterable.id} ${comparison}`}
              filterable={filterable}
              comparison={comparison}
              values={values}
              type={type}
              onChange={setValues}
              onInvalid={setWrong}
            />
          )}
          <Group justify="flex-end" gap={8}>
            <Button variant="default" onClick={onClose}>
              {t('do.cancel')}
            </Button>
            <Button type="submit" disabled={!complete}>
              {t('filter.apply')}
            </Button>
          </Group>
        </form>
      </FieldSurroundingsProvider>
    </Modal>
  )
}

interface ValuesProps {
  readonly filterable: Filterable
  readonly comparison: Comparison
  readonly values: readonly string[]
  readonly type: TypeAnswer
  readonly onChange: (values: readonly string[]) => void
  readonly onInvalid: (wrong: boolean) => void
}

function Values({ filterable, comparison, values, type, onChange, onInvalid }: ValuesProps) {
  const { t } = useTexts()
  const taken = valuesTaken(comparison)
  if (taken === 0) return null
  const label = comparison === 'next' || comparison === 'past' ? t('filter.days') : taken === 2 ? t('filter.from') : t('filter.value')
  const field = fieldForFilter(filterable, comparison, type.type, label)
  const invalid = (_path: string, problem: string | null) => onInvalid(problem !== null)
  if (taken === 2)
    return (
      <>
        {[field, { ...field, id: 'to', label: t('filter.to') }].map((one, index) => (
          <Field
            key={one.id}
            field={one}
            mode="edit"
            value={toCardValue(one, values.slice(index, index + 1))}
            onChange={(value) => onChange([values[0] ?? '', values[1] ?? ''].with(index, fromCardValue(value)[0] ?? ''))}
            onInvalid={invalid}
          />
        ))}
      </>
    )
  const people = field.type === 'person'
  const others = people ? values.filter((value) => value !== 'me') : values
  return (
    <>
      {people && (
        <Checkbox
          label={t('filter.meToo')}
          checked={values.includes('me')}
          onChange={(event) => onChange(event.currentTarget.checked ? ['me', ...others] : others)}
        />
      )}
      <Field
        field={field}
        mode="edit"
        value={toCardValue(field, others)}
        onChange={(value) => onChange([...(people && values.includes('me') ? ['me'] : []), ...fromCardValue(value)])}
        onInvalid={invalid}
      />
    </>
  )
}
