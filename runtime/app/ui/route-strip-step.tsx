import {
  IconBan,
  IconBolt,
  IconCheck,
  IconChecklist,
  IconClockExclamation,
  IconFileText,
  IconFlag,
  IconHourglass,
  IconMinus,
  IconQuestionMark,
  IconRubberStamp,
  type TablerIcon,
} from '@tabler/icons-react'
import { createContext, useContext } from 'react'
import type { PersonRef } from '../../api/answers.ts'
import type { StripState, StripStep } from '../../engine/approval/strip.ts'
import { localDateAt } from '../../engine/calendar/zone.ts'
import { useTexts } from '../language/texts.tsx'
import { useFormats } from '../language/use-formats.ts'
import { lateness } from './lateness.ts'
import { PersonAvatars, PoolAvatar } from './person.tsx'
import classes from './route-strip.module.css'
import { isHere } from './route-strip-parts.ts'

const kindIcons: Record<StripStep['kind'], TablerIcon> = {
  stage: IconFileText,
  approval: IconRubberStamp,
  task: IconChecklist,
  decision: IconQuestionMark,
  wait: IconHourglass,
  automation: IconBolt,
  end: IconFlag,
}
const stateIcons: Partial<Record<StripState, TablerIcon>> = {
  done: IconCheck,
  late: IconClockExclamation,
  withdrawn: IconBan,
  'passed-by': IconMinus,
}

/** Whose names a strip may show, and which of them is the reader. */
export interface StripReader {
  readonly people: Readonly<Record<string, PersonRef>>
  readonly me?: string | undefined
}
const ReaderContext = createContext<StripReader>({ people: {} })
export const StripReaderProvider = ReaderContext.Provider

/** The dot of a step: the state's icon, or the kind's while it has not been; a decision is a small diamond. */
export function StepDot({ kind, state }: Pick<StripStep, 'kind' | 'state'>) {
  const Icon = stateIcons[state] ?? kindIcons[kind]
  return (
    <span className={classes.dot} data-state={state} data-diamond={kind === 'decision' || undefined} aria-hidden>
      <Icon size={13} stroke={2.25} />
    </span>
  )
}

/** One step: its dot, its name, and below it who and until when. */
export function Step({ step, faces }: { step: StripStep; faces?: boolean }) {
  const { t, of } = useTexts()
  const { people } = useContext(ReaderContext)
  const note = useStepNote(step)
  const names = step.people.flatMap((id) => people[id]?.name ?? [])
  return (
    <>
      <StepDot kind={step.kind} state={step.state} />
      <span className={classes.words}>
        <span className={classes.label} data-state={step.state}>
          {of(step.label)}
        </span>
        <span className="sr-only">, {t(`strip.${step.state}`)}</span>
        {note && (
          <span className={classes.note} data-late={step.state === 'late' || undefined}>
            <span className="sr-only">, </span>
            {note}
          </span>
        )}
      </span>
      {faces &&
        isHere(step) &&
        (names.length > 0 ? <PersonAvatars names={names.slice(0, 4)} size="small" /> : step.pool && <PoolAvatar size="small" />)}
    </>
  )
}

/** "you, 1 day late", "1 of 2, due today", "Elena Ciobanu". */
function useStepNote(step: StripStep): string {
  const texts = useTexts()
  const { t, of } = texts
  const { now, zone, today, spokenDate, time } = useFormats()
  const { people, me } = useContext(ReaderContext)
  const mine = me !== undefined && step.people.includes(me)
  const names = step.people.flatMap((id) => (id === me ? [] : (people[id]?.name ?? [])))
  if (!isHere(step)) return mine ? t('word.you') : names.length > 1 ? t('strip.people', { count: names.length }) : (names[0] ?? '')
  const parts: string[] = []
  if (mine) parts.push(t('word.you'))
  if (step.votes && step.votes.of > 1) parts.push(t('strip.votes', { given: step.votes.given, of: step.votes.of }))
  else if (!mine && names.length > 0) parts.push(names.length > 1 ? t('strip.people', { count: names.length }) : (names[0] ?? ''))
  else if (!mine && step.pool) parts.push(of(step.pool))
  if (step.due && step.state === 'late') parts.push(t('strip.lateBy', { span: lateness(step.due, now, zone, texts) }))
  else if (step.due) {
    const day = localDateAt(zone, step.due)
    parts.push(t('strip.due', { when: day === today ? time(step.due) : spokenDate(day) }))
  }
  return parts.join(', ')
}
