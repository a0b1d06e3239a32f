import { ActionIcon, Popover, TextInput } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import type { LocalDate } from '../../engine/calendar/local-date.ts'
import { useTexts } from '../language/texts.tsx'
import { parseDate } from '../language/typed-dates.ts'
import { useFormats } from '../language/use-formats.ts'
import { type Frame, frameProps } from './field-frame.tsx'

// The calendar with its library comes only when somebody opens it: typing a day needs none.
const Calendar = lazy(() => import('./calendar.tsx').then((module) => ({ default: module.Calendar })))

interface DateTextProps {
  readonly value: LocalDate | undefined
  readonly onChange: (value: LocalDate | undefined) => void
  readonly onInvalid: (problem: string | null) => void
  readonly frame: Frame
  readonly min?: LocalDate | undefined
  readonly max?: LocalDate | undefined
}

/** A day, typed ("23.11", "5 mar 27") or chosen from a calendar (the button, or Alt and the arrow down). */
export function DateText({ value, onChange, onInvalid, frame, min, max }: DateTextProps) {
  const { t, language } = useTexts()
  const { date, today } = useFormats()
  const [draft, setDraft] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [opened, setOpened] = useState(false)

  const read = (typed: string): string | null => {
    const found = typed.trim() === '' ? undefined : parseDate(typed, today, language)
    if (typed.trim() !== '' && found === undefined) return t('problem.notADate', { example: date(today) })
    if (found !== value) onChange(found)
    return null
  }
  const pick = (day: LocalDate | undefined) => {
    setDraft(null)
    setProblem(null)
    onInvalid(null)
    onChange(day)
    setOpened(false)
  }
  return (
    <Popover withRoles={false} opened={opened} onChange={setOpened} position="bottom-start" returnFocus>
      <Popover.Target>
        <TextInput
          {...frameProps(frame, problem)}
          autoComplete="off"
          inputMode={language === 'ro' ? 'decimal' : 'text'}
          value={draft ?? (value ? date(value) : '')}
          onChange={(event) => {
            setDraft(event.target.value)
            onInvalid(read(event.target.value))
          }}
          onBlur={() => {
            if (draft === null) return
            const wrong = read(draft)
            setProblem(wrong)
            if (!wrong) setDraft(null)
          }}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' || !event.altKey) return
            event.preventDefault()
            setOpened(true)
          }}
          rightSection={
            <ActionIcon
              size={28}
              aria-label={`${frame.label}: ${t('field.calendar')}`}
              aria-haspopup="dialog"
              aria-expanded={opened}
              onClick={() => setOpened(!opened)}
            >
              <IconCalendar size={16} />
            </ActionIcon>
          }
        />
      </Popover.Target>
      <Popover.Dropdown aria-label={frame.label}>
        <Suspense fallback={<div style={{ width: 252, height: 268 }} />}>
          {opened && <Calendar value={value} onPick={pick} min={min} max={max} />}
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
