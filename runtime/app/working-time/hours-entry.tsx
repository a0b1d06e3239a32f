import { ActionIcon } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { WorkingHours } from '../../engine/calendar/calendar.ts'
import { timeOfWall, wallOf } from '../../engine/calendar/local-time.ts'
import { TimeText } from '../fields/time-text.tsx'
import { useTexts } from '../language/texts.tsx'
import classes from './working-time-screen.module.css'

interface HoursEntryProps {
  readonly hours: readonly WorkingHours[]
  /** What the hours are of, for those who hear the screen. */
  readonly of: string
  readonly onChange: (hours: readonly WorkingHours[]) => void
}

/** From when to when, and after a break again. */
export function HoursEntry({ hours, of, onChange }: HoursEntryProps) {
  const { t } = useTexts()
  const change = (index: number, part: 0 | 1, time: string | undefined) => {
    if (time === undefined) return
    onChange(hours.map((stretch, at) => (at !== index ? stretch : part === 0 ? [time, stretch[1]] : [stretch[0], time])))
  }
  const last = hours.at(-1)
  // After a break of an hour, for as long as there is a day.
  const after = last && wallOf(last[1], { end: true })!
  const next = after === undefined ? 0 : after + 3_600_000
  return (
    <div className={classes.hours}>
      {hours.map(([from, to], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: stretches of a day have only their order
        <div key={index} className={classes.stretch}>
          <TimeText
            value={from}
            onChange={(time) => change(index, 0, time)}
            onInvalid={() => {}}
            frame={{ label: `${of}: ${t('time.from')}`, bare: true }}
          />
          <span aria-hidden>–</span>
          <TimeText
            value={to}
            onChange={(time) => change(index, 1, time)}
            onInvalid={() => {}}
            frame={{ label: `${of}: ${t('time.to')}`, bare: true }}
          />
          {index === hours.length - 1 && hours.length < 4 && next <= 22 * 3_600_000 && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={28}
              aria-label={`${of}: ${t('time.afterBreak')}`}
              title={t('time.afterBreak')}
              onClick={() => onChange([...hours, [timeOfWall(next), timeOfWall(next + 3_600_000)]])}
            >
              <IconPlus size={14} />
            </ActionIcon>
          )}
          {hours.length > 1 && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={28}
              aria-label={t('time.removeHours', { from, to })}
              onClick={() => onChange(hours.filter((_, at) => at !== index))}
            >
              <IconX size={14} />
            </ActionIcon>
          )}
        </div>
      ))}
    </div>
  )
}
