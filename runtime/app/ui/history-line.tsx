import { IconRobot } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { HistoryEntry, PersonRef } from '../../api/answers.ts'
import { type Texts, useTexts } from '../language/texts.tsx'
import classes from './history-line.module.css'
import { PersonAvatar } from './person.tsx'
import { When } from './when.tsx'

/** Kinds of events that have a sentence; of the others only the program has any use. */
const told = new Set([
  'document-created',
  'card-edited',
  'number-registered',
  'action-taken',
  'assignment-decided',
  'assignment-claimed',
  'assignment-begun',
  'assignment-given-back',
  'assignment-handed-over',
  'vote-closed',
  'deadline-step-taken',
  'suspended',
  'resumed',
  'withdrawn',
  'returned',
  'document-moved',
  'document-ended',
])

/** Whether an event is worth telling to people. */
export const isTold = ({ what }: HistoryEntry): boolean => told.has(what)

interface HistoryLineProps {
  readonly entry: HistoryEntry
  readonly people: Readonly<Record<string, PersonRef>>
  /** Values before and after, or whatever else belongs below the sentence. */
  readonly children?: ReactNode
}

/** One thing that happened: who, what, when, and their words. Draws nothing for what only the program cares about. */
export function HistoryLine({ entry, people, children }: HistoryLineProps) {
  const texts = useTexts()
  const name = entry.by === null ? null : (people[entry.by]?.name ?? texts.t('people.unknown'))
  const sentence = historySentence(entry, <b>{name ?? texts.t('history.itself')}</b>, people, texts)
  if (sentence === null) return null
  return (
    <li className={classes.entry}>
      {name === null ? (
        <span className={classes.itself} aria-hidden>
          <IconRobot size={13} />
        </span>
      ) : (
        <PersonAvatar name={name} />
      )}
      <div className={classes.words}>
        <p>
          {sentence}{' '}
          <span className={classes.when}>
            <When at={entry.at} />
          </span>
        </p>
        {entry.comment && <p className={classes.quote}>{texts.t('quote', { text: entry.comment })}</p>}
        {children}
      </div>
    </li>
  )
}

/** The sentence of an event; null for one that is not worth telling. */
export function historySentence(
  entry: HistoryEntry,
  who: ReactNode,
  people: Readonly<Record<string, PersonRef>>,
  { rich, t, of }: Texts,
): ReactNode | null {
  const node = of(entry.nodeLabel ?? entry.node ?? '')
  const action = of(entry.actionLabel ?? entry.action ?? '')
  switch (entry.what) {
    case 'document-created':
      return rich('history.created', { who })
    case 'card-edited': {
      const fields = [...new Set(entry.changes.map((change) => of(change.label)))].join(', ')
      return fields ? rich('history.edited', { who, fields }) : rich('history.edited.card', { who })
    }
    case 'number-registered':
      return t('history.numbered', { number: String(entry.details.number ?? '') })
    case 'action-taken':
      return rich('history.action', { who, action })
    case 'assignment-decided':
      return node ? rich('history.decided', { who, action, node }) : rich('history.action', { who, action })
    case 'assignment-claimed':
      return rich('history.claimed', { who, node })
    case 'assignment-begun':
      return rich('history.begun', { who, node })
    case 'assignment-given-back':
      return rich('history.givenBack', { who, node })
    case 'assignment-handed-over':
      return rich('history.handed', { who, node, person: (entry.person && people[entry.person]?.name) || t('people.unknown') })
    case 'vote-closed':
      return rich('history.closedVote', { who, node })
    case 'deadline-step-taken':
      return node ? t('history.late', { node }) : null
    case 'suspended':
      return rich('history.suspended', { who })
    case 'resumed':
      return rich('history.resumed', { who })
    case 'withdrawn':
      return rich('history.withdrawn', { who, node })
    case 'returned':
      return rich('history.returned', { who, node })
    case 'document-moved':
      return rich('history.moved', { who })
    case 'document-ended':
      return t('history.ended', { node })
    default:
      return null
  }
}
