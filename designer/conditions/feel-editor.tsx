import { Textarea } from '@mantine/core'
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import type { FeelType } from '../../runtime/engine/expression/type.ts'
import { previewSite } from '../forms/preview-site.ts'
import { useWords } from '../language/words.tsx'
import { useAnyEditing } from '../types/parts/editing.tsx'
import { expressionProblems, namesAt } from './expression-problems.ts'
import { completeFeel } from './feel-completion.ts'
import classes from './feel-editor.module.css'
import type { ConditionPlace } from './offered-fields.ts'
import { sampleRow, useSample, writtenValue } from './sample.tsx'

interface FeelEditorProps {
  readonly label: string
  readonly value: string
  readonly place: ConditionPlace
  readonly expected?: FeelType | undefined
  /** Conditions of steps may speak of steps. */
  readonly process?: boolean
  /** Told when the text can be read: a half-typed one stays here. */
  readonly onChange: (value: string) => void
  readonly autoFocus?: boolean
}

/** FEEL as text, with completion, what is wrong with it in words, and what it comes to on the sample card. */
export function FeelEditor({ label, value, place, expected, process, onChange, autoFocus }: FeelEditorProps) {
  const { t, of, language } = useWords()
  const { workspace, calendar } = useAnyEditing()
  const [text, setText] = useState(value)
  const [given, setGiven] = useState(value)
  if (given !== value) {
    setGiven(value)
    setText(value)
  }
  const [caret, setCaret] = useState<number | null>(null)
  const [chosen, choose] = useState(0)
  const area = useRef<HTMLTextAreaElement>(null)
  const list = useId()
  const names = useMemo(() => namesAt(place, previewSite(workspace, calendar)), [place, workspace, calendar])
  const problems = useMemo(
    () => expressionProblems(text, names, language, { expected, process }),
    [text, names, language, expected, process],
  )
  const completion = useMemo(() => (caret === null ? undefined : completeFeel(text, caret, names)), [text, caret, names])
  const labelOf = (id: string) => {
    const table = place.type.fields.find((field) => field.id === place.row)
    const fields = [...place.type.fields, ...(table?.type === 'table' ? table.fields : [])]
    return of(fields.find((field) => field.id === id)?.label) || t('feel.field')
  }
  const change = (next: string) => {
    setText(next)
    choose(0)
    if (next !== value && (next.trim() === '' || expressionProblems(next, names, language, { expected, process }).length === 0))
      onChange(next)
  }
  const take = (option: string) => {
    if (!completion) return
    const next = text.slice(0, completion.from) + option + text.slice(completion.to)
    const at = completion.from + option.length
    change(next)
    setCaret(null)
    requestAnimationFrame(() => area.current?.setSelectionRange(at, at))
  }
  const press = (event: KeyboardEvent) => {
    if (!completion) return
    const last = completion.options.length - 1
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      choose((at) => Math.min(last, Math.max(0, at + (event.key === 'ArrowDown' ? 1 : -1))))
    else if (event.key === 'Enter' || event.key === 'Tab') take(completion.options[Math.min(chosen, last)]!.text)
    else if (event.key === 'Escape') setCaret(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={classes.editor}>
      <Textarea
        ref={area}
        label={label}
        classNames={{ input: classes.input ?? '' }}
        value={text}
        autosize
        minRows={1}
        maxRows={8}
        spellCheck={false}
        autoFocus={autoFocus ?? false}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={completion !== undefined}
        aria-controls={list}
        aria-activedescendant={completion ? `${list}-${chosen}` : undefined}
        onChange={(event) => {
          setCaret(event.currentTarget.selectionStart)
          change(event.currentTarget.value)
        }}
        onKeyDown={press}
        onBlur={() => setCaret(null)}
        error={completion ? undefined : problems[0]}
      />
      {completion && (
        <div className={classes.options} role="listbox" id={list} aria-label={t('feel.completion')}>
          {completion.options.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field above
            <div
              key={option.text}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              className={classes.option}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(option.text)}
            >
              <code>{option.text}</code>
              <span className="cut">{option.kind === 'function' ? t('feel.function') : labelOf(option.text)}</span>
            </div>
          ))}
        </div>
      )}
      {problems.length === 0 && <OnSample source={text} place={place} />}
    </div>
  )
}

/** What an expression comes to on the sample card. */
export function OnSample({ source, place }: { source: string; place: ConditionPlace }) {
  const { t } = useWords()
  const sample = useSample()
  if (!sample || place.that || place.person || source.trim() === '') return null
  const around = sampleRow(sample, place.row)
  const value = around && sample.valueOf(source, around)
  if (value === undefined) return null
  const words = value === true ? t('sample.true') : value === false ? t('sample.false') : (writtenValue(value) ?? t('sample.blank'))
  return (
    <p className={classes.result} role="status">
      {t('sample.result')} <b>{words}</b>
    </p>
  )
}
