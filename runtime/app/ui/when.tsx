import { Tooltip } from '@mantine/core'
import { IconCalendarDue, IconClock, IconClockExclamation } from '@tabler/icons-react'
import type { Instant } from '../../engine/calendar/instant.ts'
import type { LocalDate } from '../../engine/calendar/local-date.ts'
import { localDateAt } from '../../engine/calendar/zone.ts'
import { useFormats } from '../language/use-formats.ts'
import classes from './when.module.css'

/** A moment: near ones are spoken, the full date with its zone stands in the tooltip. */
export function When({ at }: { at: Instant }) {
  const { spoken, fullInstant } = useFormats()
  return (
    <Tooltip label={fullInstant(at)}>
      <time dateTime={at} className="figures">
        {spoken(at)}
      </time>
    </Tooltip>
  )
}

/** A day, spoken when it is near. */
export function Day({ on }: { on: LocalDate }) {
  const { spokenDate, fullDate } = useFormats()
  return (
    <Tooltip label={fullDate(on)}>
      <time dateTime={on} className="figures">
        {spokenDate(on)}
      </time>
    </Tooltip>
  )
}

/** Until when: red with its clock when late, amber today. Never colour alone. */
export function Due({ at, late }: { at: Instant; late?: boolean }) {
  const { now, zone, fullInstant, spoken, time, spokenDate } = useFormats()
  const day = localDateAt(zone, at)
  const today = day === localDateAt(zone, now)
  const over = late ?? at < now
  const Icon = over ? IconClockExclamation : today ? IconClock : IconCalendarDue
  return (
    <Tooltip label={fullInstant(at)}>
      <time dateTime={at} className={classes.due} data-tone={over ? 'red' : today ? 'amber' : undefined}>
        <Icon size={14} aria-hidden />
        {over ? (today ? spoken(at) : spokenDate(day)) : today ? time(at) : spokenDate(day)}
      </time>
    </Tooltip>
  )
}
