import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTexts } from '../language/texts.tsx'
import { parseTime } from '../language/typed-dates.ts'
import { type Frame, frameProps } from './field-frame.tsx'

interface TimeTextProps {
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
  readonly onInvalid: (problem: string | null) => void
  readonly frame: Frame
}

/** A time of day, `HH:mm`, typed as short as one likes ("9", "930"). */
export function TimeText({ value, onChange, onInvalid, frame }: TimeTextProps) {
  const { t } = useTexts()
  const [draft, setDraft] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const leave = () => {
    if (draft === null) return
    const time = parseTime(draft)
    const wrong = draft.trim() !== '' && !time ? t('problem.notATime') : null
    setProblem(wrong)
    onInvalid(wrong)
    if (wrong) return
    setDraft(null)
    if (time !== value) onChange(time)
  }
  return (
    <TextInput
      {...frameProps(frame, problem)}
      classNames={{ input: 'figures' }}
      inputMode="numeric"
      autoComplete="off"
      placeholder="09:30"
      value={draft ?? value ?? ''}
      onChange={(event) => {
        setDraft(event.target.value)
        onInvalid(event.target.value.trim() !== '' && !parseTime(event.target.value) ? t('problem.notATime') : null)
      }}
      onBlur={leave}
      onKeyDown={(event) => event.key === 'Enter' && leave()}
    />
  )
}
