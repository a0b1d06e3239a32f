import { Button, Menu, Textarea } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { DefinitionText } from '../../../runtime/app/language/text-of.ts'
import type { Text } from '../../../schemas/generated/common.ts'
import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { fieldWords } from '../../conditions/field-words.ts'
import { offeredFields } from '../../conditions/offered-fields.ts'
import { useWords } from '../../language/words.tsx'
import { withLanguage } from '../../model/text-in-languages.ts'
import { useAnyEditing } from './editing.tsx'
import classes from './message-input.module.css'

interface MessageInputProps {
  readonly label: string
  readonly value: DefinitionText | undefined
  readonly type: DocumentType
  /** The table whose row is spoken of. */
  readonly row?: string | undefined
  readonly onChange: (text: Text | undefined) => void
}

/** A text with values of the card in it: written in each language, with the fields' names put in from a list. */
export function MessageInput(props: MessageInputProps) {
  const { workspace } = useAnyEditing()
  return (
    <div className={classes.messages} data-two={workspace.languages.length > 1 || undefined}>
      {workspace.languages.map((language) => (
        <InLanguage key={language} language={language} {...props} />
      ))}
    </div>
  )
}

function InLanguage({ language, label, value, type, row, onChange }: MessageInputProps & { language: string }) {
  const words = useWords()
  const { t } = words
  const { workspace } = useAnyEditing()
  const { languages } = workspace
  const given = value === undefined || typeof value === 'string' ? (value ?? '') : (value[language] ?? '')
  const [typed, setTyped] = useState<string | null>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const caret = useRef<number | null>(null)
  const fields = useMemo(
    () => [
      { path: 'title', label: t('own.title') },
      ...offeredFields(workspace, { type, row })
        .filter(({ counted }) => !counted)
        .map((field) => ({ path: field.path, label: fieldWords(field, words) })),
    ],
    [workspace, type, row, words, t],
  )
  const state = useRef({ typed, given })
  state.current = { typed, given }
  const commit = (text: string | null = state.current.typed) => {
    if (text !== null && text.trim() !== state.current.given) onChange(withLanguage(value as never, language, text, languages))
  }
  useEffect(() => {
    if (typed === null) return
    const timer = setTimeout(() => commit(), 900)
    return () => clearTimeout(timer)
  })
  const insert = (path: string) => {
    const text = typed ?? given
    const at = caret.current ?? text.length
    const next = `${text.slice(0, at)}{${path}}${text.slice(at)}`
    caret.current = at + path.length + 2
    setTyped(null)
    commit(next)
  }
  const name = languages.length > 1 ? t('text.in', { text: label, language: language.toUpperCase() }) : label
  return (
    <div className={classes.message}>
      <Textarea
        ref={area}
        label={languages.length > 1 ? language.toUpperCase() : undefined}
        aria-label={name}
        lang={language}
        value={typed ?? given}
        autosize
        minRows={1}
        maxRows={5}
        onSelect={(event) => {
          caret.current = event.currentTarget.selectionStart
        }}
        onChange={(event) => {
          caret.current = event.currentTarget.selectionStart
          setTyped(event.currentTarget.value)
        }}
        onBlur={() => {
          commit()
          setTyped(null)
        }}
      />
      <Menu position="bottom-start">
        <Menu.Target>
          <Button
            variant="subtle"
            size="compact-xs"
            leftSection={<IconPlus size={14} />}
            aria-label={t('message.insert.in', { text: name })}
          >
            {t('message.insert')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={300} style={{ overflow: 'auto' }}>
          {fields.map((field) => (
            <Menu.Item key={field.path} onClick={() => insert(field.path)}>
              {field.label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Shown text={typed ?? given} language={language} names={fields} />
    </div>
  )
}

interface ShownProps {
  readonly text: string
  readonly language: string
  readonly names: readonly { readonly path: string; readonly label: string }[]
}

/** The text as it reads with the names of its fields, so that the braces need not be understood. */
function Shown({ text, language, names }: ShownProps) {
  const { language: own } = useWords()
  if (!text.includes('{')) return null
  const parts = text.split(/(\{[^{}]*\})/)
  return (
    <p className={classes.shown} lang={language}>
      {parts.map((part, index) => {
        const path = /^\{(.*)\}$/.exec(part)?.[1]
        if (path === undefined) return part
        const label = names.find((one) => one.path === path)?.label ?? path
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change places
        return <Chip key={index} label={label} language={own} />
      })}
    </p>
  )
}

/** A field under its name in the reader's own language, whatever the text around it is in. */
const Chip = ({ label, language }: { label: string; language: string }) => (
  <span className={classes.chip} lang={language}>
    {label}
  </span>
)
