import { TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import { codePoints, patternOf, type TextShape, wholePattern } from '../../engine/card/text-shapes.ts'
import { type Frame, frameProps } from './field-frame.tsx'

interface TextLineProps {
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
  readonly onInvalid: (problem: string | null) => void
  readonly frame: Frame
  /** What a value of this type looks like, and the sentence for one that does not. */
  readonly shape?: TextShape
  readonly pattern?: string | undefined
  readonly wrong?: string
  readonly input?: Partial<TextInputProps>
}

/** One line of text. A shape is looked at when the field is left, not while somebody is still typing. */
export function TextLine({ value, onChange, onInvalid, frame, shape, pattern, wrong = '', input }: TextLineProps) {
  const [problem, setProblem] = useState<string | null>(null)
  const fits = (text: string) =>
    (!shape || (patternOf(shape.pattern).test(text) && codePoints(text) <= shape.maxLength)) &&
    (!pattern || patternOf(wholePattern(pattern)).test(text))
  return (
    <TextInput
      {...input}
      {...frameProps(frame, problem)}
      value={value ?? ''}
      onChange={(event) => {
        const typed = event.target.value
        onChange(typed === '' ? undefined : typed)
        if (problem && fits(typed.trim())) {
          setProblem(null)
          onInvalid(null)
        }
      }}
      onBlur={() => {
        const tidy = value?.trim() || undefined
        if (tidy !== value) onChange(tidy)
        const found = tidy && wrong && !fits(tidy) ? wrong : null
        setProblem(found)
        onInvalid(found)
      }}
    />
  )
}
