import { NativeSelect } from '@mantine/core'
import { useWords } from '../language/words.tsx'
import classes from './views.module.css'

interface SortKeysProps {
  /** Ids of fields, with `-` before a descending one; none: the newest first. */
  readonly value: readonly string[]
  readonly data: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: readonly string[] | undefined) => void
}

/** More than this nobody reads in a list. */
const MOST = 3

/** By what a list is sorted, and then by what, each upwards or downwards. The last is always followed by the choice of one more. */
export function SortKeys({ value, data, onChange }: SortKeysProps) {
  const { t } = useWords()
  const fieldOf = (key: string) => key.replace(/^-/, '')
  const rows = value.length < MOST ? [...value, ''] : value
  const change = (index: number, key: string) => {
    // Without a field the key is gone, and the others move up.
    const next = [...value.slice(0, index), ...(key === '' ? [] : [key]), ...value.slice(index + 1)]
    onChange(next.length > 0 ? next : undefined)
  }
  return rows.map((key, index) => {
    const field = fieldOf(key)
    const taken = new Set(value.filter((_, at) => at !== index).map(fieldOf))
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a key has nothing but its place
      <div key={index} className={classes.sort}>
        <NativeSelect
          label={index === 0 ? t('views.sort') : t('views.sort.then')}
          value={field}
          data={[
            { value: '', label: index === 0 && value.length === 0 ? t('views.sort.newest') : t('views.sort.none') },
            ...data.filter((each) => !taken.has(each.value)),
            ...(field !== '' && !data.some((each) => each.value === field) ? [{ value: field, label: field }] : []),
          ]}
          onChange={(event) => change(index, event.currentTarget.value && `${key.startsWith('-') ? '-' : ''}${event.currentTarget.value}`)}
        />
        {field !== '' && (
          <NativeSelect
            label={t('views.direction')}
            value={key.startsWith('-') ? 'down' : 'up'}
            data={[
              { value: 'up', label: t('views.up') },
              { value: 'down', label: t('views.down') },
            ]}
            onChange={(event) => change(index, `${event.currentTarget.value === 'down' ? '-' : ''}${field}`)}
          />
        )}
      </div>
    )
  })
}
