import type { FoundDocument, PersonRef } from '../../api/answers.ts'
import { useTexts } from '../language/texts.tsx'
import { PersonAvatar } from '../ui/person.tsx'
import { DocumentStatus } from '../ui/status.tsx'
import { KeyHint } from '../ui/tag.tsx'
import type { ShellCommand } from './commands.ts'
import { cutAtMatches } from './matched.ts'
import classes from './palette.module.css'
import { typeIcon } from './places.ts'

export type PaletteItem = { readonly id: string; readonly run: () => void } & (
  | { readonly kind: 'document'; readonly document: FoundDocument }
  | { readonly kind: 'person'; readonly person: PersonRef }
  | { readonly kind: 'command'; readonly command: ShellCommand }
)

interface PaletteEntryProps {
  readonly id: string
  readonly place: number
  readonly item: PaletteItem
  readonly words: readonly string[]
  readonly selected: boolean
  readonly onPoint: () => void
  readonly onRun: () => void
}

/** One line of the palette: what it is, with what was typed marked in it. */
export function PaletteEntry({ id, place, item, words, selected, onPoint, onRun }: PaletteEntryProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's
    <div
      id={id}
      data-at={place}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      className={classes.entry}
      onMouseMove={onPoint}
      onClick={onRun}
    >
      <Content item={item} words={words} />
      {selected && (
        <span className={classes.enter} aria-hidden>
          <KeyHint>↵</KeyHint>
        </span>
      )}
    </div>
  )
}

function Content({ item, words }: { item: PaletteItem; words: readonly string[] }) {
  const { of } = useTexts()
  if (item.kind === 'command') {
    const Icon = item.command.icon
    return (
      <>
        <Icon size={16} aria-hidden />
        <span className="cut">
          <Marked text={item.command.label} words={words} />
        </span>
      </>
    )
  }
  if (item.kind === 'person')
    return (
      <>
        <PersonAvatar name={item.person.name} size="small" />
        <span className="cut">
          <Marked text={item.person.name} words={words} />
        </span>
        {item.person.what && <span className={classes.aside}>{of(item.person.what)}</span>}
      </>
    )
  const { document } = item
  const Icon = typeIcon(document.kind)
  const title = of(document.title)
  // A title that does not say its number has it in front.
  const number = document.number && !title.includes(document.number) ? document.number : null
  return (
    <>
      <Icon size={16} aria-hidden />
      <span className={`${classes.title} cut`} title={title}>
        {number && (
          <>
            <Marked text={number} words={words} /> ·{' '}
          </>
        )}
        <Marked text={title} words={words} />
        <span className={classes.type}> · {of(document.typeLabel)}</span>
      </span>
      <span className={classes.aside}>
        {document.shownStatus && <DocumentStatus status={document.shownStatus} first={document.shownStatus.first} />}
      </span>
    </>
  )
}

function Marked({ text, words }: { text: string; words: readonly string[] }) {
  return cutAtMatches(text, words).map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text are told apart by their places
    index % 2 === 0 ? part : <mark key={index}>{part}</mark>,
  )
}
