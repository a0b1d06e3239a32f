import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../language/words.tsx'
import { ConditionRows, type ConditionRowsProps } from './condition-rows.tsx'

interface OptionalConditionProps extends ConditionRowsProps {
  /** What it is called where there is no condition: "always". */
  readonly always: string
}

/** Always, or when something is true. */
export function OptionalCondition({ always, ...rows }: OptionalConditionProps) {
  const { t } = useWords()
  const [opened, open] = useState(false)
  const when = rows.value !== undefined || opened
  return (
    <>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={rows.label}
        value={when ? 'when' : 'always'}
        data={[
          { value: 'always', label: always },
          { value: 'when', label: t('condition.when') },
        ]}
        onChange={(chosen) => {
          open(chosen === 'when')
          if (chosen === 'always' && rows.value !== undefined) rows.onChange(undefined)
        }}
      />
      {when && <ConditionRows {...rows} />}
    </>
  )
}
