import { Fragment } from 'react'
import type { TypeAnswer } from '../../api/answers.ts'
import type { LinkValue } from '../../engine/card/card.ts'
import { useLinked } from '../data/linked.ts'
import { usePerson } from '../data/people.ts'
import { FieldValue } from '../fields/field.tsx'
import { choicesOf } from '../fields/surroundings.tsx'
import { useTexts } from '../language/texts.tsx'
import type { Filter, Filterable } from './filter.ts'
import { fieldForFilter, toCardValue } from './filter-field.ts'

/** The values of a filter in words: up to two of them, or how many. */
export function FilterValue({ filter, filterable, type }: { filter: Filter; filterable: Filterable; type: TypeAnswer }) {
  const { t } = useTexts()
  const { values, comparison } = filter
  if (comparison === 'next' || comparison === 'past') return t('time.days', { count: Number(values[0]) })
  if (values.length > 2) return t('filter.values', { count: values.length })
  return values.map((value, index) => (
    <Fragment key={value}>
      {index > 0 && <>&nbsp;{t(comparison === 'between' ? 'word.and' : 'filter.or')}&nbsp;</>}
      <span className="cut">
        <One value={value} filter={filter} filterable={filterable} type={type} />
      </span>
    </Fragment>
  ))
}

function One({ value, filter, filterable, type }: { value: string; filter: Filter; filterable: Filterable; type: TypeAnswer }) {
  const { t, of } = useTexts()
  const field = fieldForFilter(filterable, filter.comparison, type.type, '')
  if (field.type === 'person') return value === 'me' ? t('filter.me') : <PersonWords id={value} />
  if (field.type === 'link') return <LinkWords link={toCardValue({ ...field, many: false }, [value]) as LinkValue} />
  if (field.type === 'choice') return <>{of(choicesOf(field, type.directories).find(({ id }) => id === value)?.label ?? value)}</>
  const single = 'many' in field ? { ...field, many: false } : field
  return <FieldValue field={single} value={toCardValue(single, [value])} inColumn />
}

function PersonWords({ id }: { id: string }) {
  return <>{usePerson(id)?.name ?? '…'}</>
}

function LinkWords({ link }: { link: LinkValue }) {
  const { of } = useTexts()
  const target = useLinked(link)
  return <>{target ? of(target.title) : '…'}</>
}
