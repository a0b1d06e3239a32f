import { Textarea, TextInput } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'

interface CommitInputProps {
  readonly label?: string
  readonly 'aria-label'?: string
  readonly value: string
  /** Told when the person pauses, leaves the field or presses Enter: one step for what was typed, not one for each letter. */
  readonly onCommit: (value: string) => void
  readonly description?: ReactNode
  readonly error?: ReactNode
  readonly placeholder?: string | undefined
  readonly leftSection?: ReactNode
  readonly type?: 'text' | 'number' | 'date' | 'time'
  readonly multiline?: boolean
  readonly autoFocus?: boolean
  readonly className?: string | undefined
  readonly size?: string
  /** The language that is written in it, for spelling and for reading aloud. */
  readonly lang?: string
}

const pause = 900

/** A text that is written into the definition once somebody is done with it; what came from elsewhere shows unless they are typing. */
export function CommitInput({ value, onCommit, multiline, type = 'text', className, ...rest }: CommitInputProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const state = useRef({ typed, value, onCommit })
  state.current = { typed, value, onCommit }
  const commit = () => {
    const { typed: now, value: before, onCommit: tell } = state.current
    if (now !== null && now.trim() !== before) tell(now)
  }
  useEffect(() => {
    if (typed === null) return
    const timer = setTimeout(commit, pause)
    return () => clearTimeout(timer)
  })
  const leave = useRef(commit)
  leave.current = commit
  // Whoever goes to another thing while the field has the focus has finished with it.
  useEffect(() => () => leave.current(), [])
  const shared = {
    ...rest,
    ...(className && { className }),
    value: typed ?? value,
    onBlur: () => {
      commit()
      setTyped(null)
    },
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !multiline) commit()
    if (event.key === 'Escape' && typed !== null && typed !== value) {
      event.stopPropagation()
      setTyped(value)
    }
  }
  return multiline ? (
    <Textarea {...shared} autosize minRows={2} maxRows={8} onChange={(event) => setTyped(event.currentTarget.value)} onKeyDown={keys} />
  ) : (
    <TextInput {...shared} type={type} onChange={(event) => setTyped(event.currentTarget.value)} onKeyDown={keys} />
  )
}
