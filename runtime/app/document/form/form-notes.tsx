import { Button } from '@mantine/core'
import { IconLock, IconPencil } from '@tabler/icons-react'
import { Fragment, type ReactNode } from 'react'
import type { DocumentType } from '../../../../schemas/generated/document-type.ts'
import type { DocumentAnswer } from '../../../api/answers.ts'
import { fieldsOf, isComputed } from '../../../engine/card/field.ts'
import type { Refusal } from '../../data/refusal.ts'
import { useSession } from '../../data/session.ts'
import { useTexts } from '../../language/texts.tsx'
import { Note } from '../../ui/note.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { type CardInHand, labelOfPath } from './use-card.ts'

interface FormNotesProps {
  readonly card: CardInHand
  readonly document: DocumentAnswer | null
  readonly refusal: Refusal | null
  readonly restored: boolean
  /** What a button still needs, in words. */
  readonly lacking: string | null
  readonly onShow: (paths: readonly string[]) => void
}

/** Above the form: what stands in the way, what changed meanwhile, what may be changed at this step. */
export function FormNotes({ card, document, refusal, restored, lacking, onShow }: FormNotesProps) {
  const texts = useTexts()
  const { t, of } = texts
  const { state } = card
  const labels = (paths: Iterable<string>) =>
    [...new Set([...paths].map((path) => labelOfPath(state.type, state.working, path, texts)))].join(', ')
  const paths = [...card.problems.keys()]
  const apart = card.failing.filter((check) => check.fields.length === 0)
  const notes: ReactNode[] = []
  if (restored)
    notes.push(
      <Note
        tone="ink"
        way={
          <Button size="compact-sm" variant="default" onClick={() => card.dispatch({ kind: 'discarded' })}>
            {t('form.discard')}
          </Button>
        }
      >
        {t('form.restored')}
      </Note>,
    )
  const show = (
    <Button size="compact-sm" variant="default" onClick={() => onShow(paths)}>
      {t('form.show')}
    </Button>
  )
  if (lacking)
    notes.push(
      <Note tone="red" alert way={show}>
        {lacking}
      </Note>,
    )
  else if (refusal && paths.length > 0)
    notes.push(
      <Note tone="red" alert way={show}>
        {t('form.problems', { count: paths.length, fields: labels(paths) })}
      </Note>,
    )
  else if (refusal) notes.push(<RefusalNote refusal={refusal} />)
  for (const check of apart) notes.push(<Note tone="amber">{of(check.text)}</Note>)
  const meanwhile = [...state.meanwhile.keys()].filter((id) => !state.conflicts.has(id) && isTyped(state.type, id))
  if (meanwhile.length > 0)
    notes.push(
      <Note
        tone="amber"
        alert
        way={
          <Button size="compact-sm" variant="default" onClick={() => card.dispatch({ kind: 'seen' })}>
            {t('form.seen')}
          </Button>
        }
      >
        {t('form.meanwhile', { fields: labels(meanwhile) })}
      </Note>,
    )
  if (document) notes.push(<MayChange card={card} document={document} />)
  return notes.map((note, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: notes have no other name than their place
    <Fragment key={index}>{note}</Fragment>
  ))
}

/** What is calculated changed because something else did. */
function isTyped(type: DocumentType, id: string): boolean {
  const field = fieldsOf(type).get(id)
  return field !== undefined && !isComputed(field)
}

const mostNamed = 5

/** "At this step you may change Cost centre and Payment term. The rest is as Elena wrote it." */
function MayChange({ card, document }: { card: CardInHand; document: DocumentAnswer }) {
  const { t, of, rich, locale } = useTexts()
  const me = useSession().data?.person?.id
  const { process } = document
  if (!process || process.state.ended) return null
  const shown = card.state.type.fields.filter((field) => card.evaluated.states.get(field.id)?.visible && !field.formula && !field.rollup)
  const mine = shown.filter(({ id }) => card.mayEdit(id))
  if (mine.length === shown.length) return null
  if (mine.length === 0)
    return (
      <Note icon={IconLock} tone="grey">
        {t('form.mayNotChange')}
      </Note>
    )
  const named = mine.slice(0, mine.length > mostNamed + 1 ? mostNamed : mine.length).map(({ label }) => of(label))
  const parts = new Intl.ListFormat(locale, { type: 'conjunction' }).formatToParts(named)
  const list = parts.map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence never change places
    part.type === 'element' ? <b key={index}>{part.value}</b> : <Fragment key={index}>{part.value}</Fragment>,
  )
  const plain = named.map((name, index) => (
    <Fragment key={name}>
      {index > 0 && ', '}
      <b>{name}</b>
    </Fragment>
  ))
  const fields = named.length === mine.length ? list : rich('form.andOthers', { fields: plain, count: mine.length - named.length })
  return (
    <Note icon={IconPencil} tone="ink">
      {document.author === me
        ? rich('form.mayChange.own', { fields })
        : rich('form.mayChange', { fields, author: document.people[document.author]?.name ?? t('people.unknown') })}
    </Note>
  )
}
