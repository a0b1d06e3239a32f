import { NativeSelect, NumberInput } from '@mantine/core'
import type { Counting } from '../../../schemas/generated/common.ts'
import { useWords } from '../../language/words.tsx'
import { CommitInput } from '../../types/parts/commit-input.tsx'
import { type DeadlineUnit, deadlineUnits, durationFrom, partsOfDuration } from '../duration-parts.ts'
import classes from '../inspector.module.css'

interface DurationEntryProps {
  readonly label: string
  readonly value: string
  readonly counting?: Counting | undefined
  readonly onChange: (duration: string, counting: Counting) => void
  /** Whether it is chosen here what is counted: working days, or days round the clock. */
  readonly counts?: boolean
}

/** A length of time: a number and what is counted. One that a person composed otherwise stands as it is written. */
export function DurationEntry({ label, value, counting = 'calendar-time', onChange, counts }: DurationEntryProps) {
  const { t } = useWords()
  const parts = partsOfDuration(value)
  if (!parts) return <CommitInput aria-label={label} value={value} onCommit={(typed) => onChange(typed.trim().toUpperCase(), counting)} />
  const units = deadlineUnits.flatMap((unit) => [
    ...(counts && (unit === 'hours' || unit === 'days')
      ? [{ value: `${unit} working-time`, label: t(unit === 'hours' ? 'unit.workingHours' : 'unit.workingDays') }]
      : []),
    { value: `${unit} calendar-time`, label: t(`unit.${unit}`) },
  ])
  const shown = counts && counting === 'working-time' && (parts.unit === 'hours' || parts.unit === 'days') ? counting : 'calendar-time'
  return (
    <div className={classes.row}>
      <NumberInput
        w={64}
        size="xs"
        min={0}
        max={999}
        allowDecimal={false}
        hideControls
        aria-label={label}
        value={parts.amount}
        onChange={(amount) => {
          if (typeof amount === 'number' && amount !== parts.amount) onChange(durationFrom(amount, parts.unit), counting)
        }}
      />
      <NativeSelect
        className={classes.grow}
        size="xs"
        aria-label={t('unit.of', { what: label })}
        value={`${parts.unit} ${shown}`}
        onChange={(event) => {
          const [unit, counted] = event.currentTarget.value.split(' ') as [DeadlineUnit, Counting]
          onChange(durationFrom(parts.amount, unit), counts ? counted : counting)
        }}
        data={units}
      />
    </div>
  )
}
