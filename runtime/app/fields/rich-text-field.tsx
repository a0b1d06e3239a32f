import { Textarea } from '@mantine/core'
import { Fragment, type ReactNode, useState } from 'react'
import type { RichBlock, RichSpan } from '../../engine/card/card.ts'
import { plainText, richTextFault } from '../../engine/card/rich-text.ts'
import { useTexts } from '../language/texts.tsx'
import { defineField, type InputProps, type ViewProps } from './define-field.ts'
import { frameProps } from './field-frame.tsx'
import classes from './rich-text-field.module.css'
import { parseMarkup, toMarkup } from './rich-text-markup.ts'

type Blocks = readonly RichBlock[]

/** Typed with a few signs, stored as a tree; never HTML, so there is nothing in it that could run. */
function Input({ value, onChange, frame }: InputProps<'rich-text', Blocks>) {
  const { t, language } = useTexts()
  const [draft, setDraft] = useState<string | null>(null)
  return (
    <Textarea
      {...frameProps({ ...frame, help: frame.help ?? t('field.rich.help') })}
      classNames={{ input: classes.grows ?? '' }}
      rows={frame.bare ? 1 : 4}
      lang={language}
      spellCheck
      value={draft ?? toMarkup(value ?? [])}
      onChange={(event) => {
        setDraft(event.target.value)
        const blocks = parseMarkup(event.target.value)
        onChange(blocks.length > 0 ? blocks : undefined)
      }}
      onBlur={() => setDraft(null)}
    />
  )
}

function View({ value }: ViewProps<'rich-text', Blocks>) {
  return (
    <div className={classes.rich}>
      {value.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a text have no other name than their place
        <div key={index} data-kind={block.kind}>
          {block.spans.map((span, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <Fragment key={place}>{shown(span)}</Fragment>
          ))}
        </div>
      ))}
    </div>
  )
}

function shown({ text, bold, italic, underline, link }: RichSpan): ReactNode {
  let words: ReactNode = text
  if (underline) words = <u>{words}</u>
  if (italic) words = <em>{words}</em>
  if (bold) words = <strong>{words}</strong>
  if (!link) return words
  return (
    <a href={link} target="_blank" rel="noreferrer noopener">
      {words}
    </a>
  )
}

const Cell = ({ value }: ViewProps<'rich-text', Blocks>) => <>{plainText(value)}</>

export const richTextField = defineField<'rich-text', Blocks>({
  type: 'rich-text',
  wide: true,
  parse: (raw) => (richTextFault(raw) === null ? (raw as Blocks) : undefined),
  Input,
  View,
  Cell,
})
