import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { decimalsOf, formatNumber, parseNumber } from '../language/numbers.ts'
import { useTexts } from '../language/texts.tsx'
import { type Frame, frameProps } from './field-frame.tsx'
import classes from './number-input.module.css'

interface NumberInputProps {
  readonly value: number | undefined
  readonly onChange: (value: number | undefined) => void
  readonly onInvalid: (problem: string | null) => void
  readonly frame: Frame
  /** Most decimals that may be typed; any number where left out. */
  readonly decimals?: number | undefined
  /** Shown with at least the field's decimals, as money is. */
  readonly fixed?: boolean
  /** Unit or currency after the figure. */
  readonly unit?: string | undefined
}

/**
 * A figure typed in the reader's way, right-aligned. While it has the focus it shows what was typed; afterwards it is
 * written with separators. Every readable stand is told at once, so that formulas follow; what cannot be read stays in
 * the field with a sentence.
 */
export function NumberInput({ value, onChange, onInvalid, frame, decimals, fixed, unit }: NumberInputProps) {
  const { language, t } = useTexts()
  const [draft, setDraft] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const shown = value === undefined ? '' : formatNumber(value, language, fixed ? Math.max(decimals ?? 0, decimalsOf(value)) : undefined)

  const read = (text: string): string | null => {
    const parsed = parseNumber(text, language)
    if (!parsed.ok) {
      return parsed.code === 'too-many-digits'
        ? t('problem.tooManyDigits')
        : t('problem.notANumber', { example: formatNumber(1250.5, language, 2) })
    }
    if (decimals !== undefined && parsed.value !== undefined && decimalsOf(parsed.value) > decimals)
      return decimals === 0 ? t('problem.notWhole') : t('problem.tooManyDecimals', { count: decimals })
    if (parsed.value !== value) onChange(parsed.value)
    return null
  }
  return (
    <TextInput
      {...frameProps(frame, problem)}
      classNames={{ input: classes.input ?? '' }}
      inputMode="decimal"
      autoComplete="off"
      value={draft ?? shown}
      rightSection={unit}
      rightSectionWidth={unit ? 16 + unit.length * 9 : undefined}
      rightSectionProps={{ className: classes.unit ?? '' }}
      onFocus={(event) => {
        setDraft(problem ? event.target.value : shown)
        event.target.select()
      }}
      onChange={(event) => {
        const text = event.target.value
        setDraft(text)
        const wrong = read(text)
        onInvalid(wrong)
        if (!wrong) setProblem(null)
      }}
      onBlur={() => {
        if (draft === null) return
        const wrong = read(draft)
        setProblem(wrong)
        if (!wrong) setDraft(null)
      }}
    />
  )
}
