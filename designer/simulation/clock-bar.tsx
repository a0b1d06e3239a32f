import { Button, Popover } from '@mantine/core'
import { IconCalendarTime, IconPlayerTrackNext } from '@tabler/icons-react'
import { useState } from 'react'
import { Field } from '../../runtime/app/fields/field.tsx'
import { useFormats } from '../../runtime/app/language/use-formats.ts'
import { addTime } from '../../runtime/engine/calendar/due.ts'
import type { Instant } from '../../runtime/engine/document/state.ts'
import type { CardField } from '../../schemas/generated/card-field.ts'
import { useWords } from '../language/words.tsx'
import { useWorkspace } from '../workspace/workspace-provider.tsx'
import { morningOf, waitUntil } from './run.ts'
import classes from './try.module.css'

/** The clock of the trial, and the ways to move it on: to what comes next, by a working day, to a date. It never goes back; a step does. */
export function ClockBar({ now, next, onWait }: { now: Instant; next: Instant | null; onWait: (duration: string) => void }) {
  const { t } = useWords()
  const { fullInstant, instant } = useFormats()
  const { office } = useWorkspace()
  const [opened, open] = useState(false)
  const workingDay = addTime(office.calendar, now, 'P1D', 'working-time')
  const day: CardField = { id: 'day', type: 'date', label: t('try.clock.day') }
  return (
    <section className={classes.clock} aria-label={t('try.clock')}>
      <p role="status">
        <IconCalendarTime size={16} aria-hidden /> {t('try.clock.now')} <b>{fullInstant(now)}</b>
      </p>
      <div className={classes.buttons}>
        <Button
          size="xs"
          variant="light"
          disabled={next === null}
          leftSection={<IconPlayerTrackNext size={14} />}
          onClick={() => next && onWait(waitUntil(now, next))}
        >
          {next ? t('try.clock.next', { when: instant(next) }) : t('try.clock.nothing')}
        </Button>
        {workingDay.ok && (
          <Button size="xs" variant="default" onClick={() => onWait(waitUntil(now, workingDay.value))}>
            {t('try.clock.workingDay')}
          </Button>
        )}
        <Popover opened={opened} onChange={open} trapFocus position="bottom-start" withinPortal>
          <Popover.Target>
            <Button size="xs" variant="default" aria-expanded={opened} onClick={() => open(!opened)}>
              {t('try.clock.to')}
            </Button>
          </Popover.Target>
          <Popover.Dropdown>
            <Field
              field={day}
              mode="edit"
              value={undefined}
              onChange={(value) => {
                if (typeof value !== 'string') return
                const moment = morningOf(office.calendar, value)
                if (moment <= now) return
                open(false)
                onWait(waitUntil(now, moment))
              }}
            />
          </Popover.Dropdown>
        </Popover>
      </div>
    </section>
  )
}
