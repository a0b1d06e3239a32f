import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { TypeAnswer } from '../../api/answers.ts'
import { useTexts } from '../language/texts.tsx'
import type { Filter, Filterable } from './filter.ts'
import classes from './filter-chips.module.css'
import { FilterDialog } from './filter-dialog.tsx'
import { useFilterLabel } from './filter-label.ts'
import { FilterValue } from './filter-value.tsx'

interface FilterChipsProps {
  readonly type: TypeAnswer
  readonly filterables: readonly Filterable[]
  readonly filters: readonly Filter[]
  readonly onChange: (filters: readonly Filter[]) => void
}

/** The filters in words ("Amount above 50,000"), each to be changed or taken away, and a new one to be added. */
export function FilterChips({ type, filterables, filters, onChange }: FilterChipsProps) {
  const { t } = useTexts()
  const labelOf = useFilterLabel()
  const [editing, setEditing] = useState<number | 'new' | null>(null)
  return (
    <>
      {filters.map((filter, index) => {
        const filterable = filterables.find(({ id }) => id === filter.field)
        if (!filterable) return null
        const label = labelOf(filterable)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same filter may stand twice
          <span key={index} className={classes.chip}>
            <button type="button" className={classes.words} aria-haspopup="dialog" onClick={() => setEditing(index)}>
              <span className={classes.what}>{label}</span> {t(`filter.${filter.comparison}`)}
              {filter.values.length > 0 && (
                <span className={classes.value}>
                  <FilterValue filter={filter} filterable={filterable} type={type} />
                </span>
              )}
            </button>
            <ActionIcon
              size={28}
              className={classes.remove ?? ''}
              aria-label={t('filter.remove', { label })}
              onClick={() => onChange(filters.filter((_, at) => at !== index))}
            >
              <IconX size={12} />
            </ActionIcon>
          </span>
        )
      })}
      <Button
        variant="default"
        className={classes.add ?? ''}
        leftSection={<IconPlus size={14} />}
        aria-haspopup="dialog"
        onClick={() => setEditing('new')}
      >
        {t('filter.add')}
      </Button>
      {editing !== null && (
        <FilterDialog
          type={type}
          filterables={filterables}
          filter={editing === 'new' ? undefined : filters[editing]}
          onClose={() => setEditing(null)}
          onApply={(filter) => {
            onChange(editing === 'new' ? [...filters, filter] : filters.with(editing, filter))
            setEditing(null)
          }}
        />
      )}
    </>
  )
}
