import { NativeSelect } from '@mantine/core'
import type { DayOff, Hour } from '../../../schemas/generated/common.ts'
import { useWords } from '../../language/words.tsx'
import { CommitInput } from '../../types/parts/commit-input.tsx'
import classes from '../inspector.module.css'

interface MomentEntryProps {
  readonly hour: Hour | undefined
  readonly dayOff: DayOff | undefined
  readonly onChange: (change: { readonly hour?: Hour | undefined } | { readonly dayOff?: DayOff | undefined }) => void
}

/** At which hour of its day a moment falls, and what becomes of it on a day off. */
export function MomentEntry({ hour, dayOff, onChange }: MomentEntryProps) {
  const { t } = useWords()
  return (
    <div className={classes.row}>
      <CommitInput
        className={classes.grow}
        size="xs"
        type="time"
        label={t('deadline.hour')}
        value={hour ?? ''}
        onCommit={(typed) => onChange({ hour: typed || undefined })}
      />
      <NativeSelect
        className={classes.grow}
        size="xs"
        label={t('deadline.dayOff')}
        value={dayOff ?? 'keep'}
        onChange={(event) => {
          const chosen = event.currentTarget.value as DayOff
          onChange({ dayOff: chosen === 'keep' ? undefined : chosen })
        }}
        data={(['keep', 'before', 'after'] as const).map((value) => ({ value, label: t(`deadline.dayOff.${value}`) }))}
      />
    </div>
  )
}
