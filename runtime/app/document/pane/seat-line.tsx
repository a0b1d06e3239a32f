import type { DocumentAnswer, TypeAnswer } from '../../../api/answers.ts'
import type { LocalText } from '../../../engine/site.ts'
import { type Texts, useTexts } from '../../language/texts.tsx'
import { useFormats } from '../../language/use-formats.ts'
import { PersonAvatar, PoolAvatar } from '../../ui/person.tsx'
import { SeatStatus } from '../../ui/status.tsx'
import classes from './approvals.module.css'
import { SeatMenu } from './seat-menu.tsx'
import type { SheetLine } from './sheet.ts'

interface SeatLineProps {
  readonly line: SheetLine
  readonly pool: LocalText | null
  readonly document: DocumentAnswer
  readonly type: TypeAnswer
  readonly me: string
  readonly onChanged: (document: DocumentAnswer) => void
}

/** One row of the sheet: who holds it and for whom, how it stands, when, and in which words. */
export function SeatLine({ line, pool, document, type, me, onChanged }: SeatLineProps) {
  const texts = useTexts()
  const { t, of } = texts
  const { spoken } = useFormats()
  const nameOf = (id: string | null) => (id === null ? '' : (document.people[id]?.name ?? t('people.unknown')))
  const who = line.person === null ? (pool && of(pool)) || t('people.pool') : nameOf(line.person)
  const asides = [
    line.person === me && line.person !== null ? t('sheet.you') : '',
    line.opinion ? t('sheet.opinionOf') : '',
    viaWords(line, nameOf, texts),
  ].filter(Boolean)
  const notes = [
    line.carried ? t('sheet.carried') : '',
    line.begun ? t('sheet.begun') : '',
    line.at ? spoken(line.at) : '',
    line.decidedBy ? t('sheet.decidedBy', { name: nameOf(line.decidedBy) }) : '',
    line.due ? t(line.late ? 'sheet.wasDue' : 'sheet.due', { when: spoken(line.due) }) : '',
    line.stopped ? t('sheet.clockStopped') : '',
  ].filter(Boolean)
  const reason = line.reason && type.directories[line.reason.directory]?.items.find(({ id }) => id === line.reason?.item)
  const commands = line.assignment
    ? (document.others.find(({ assignment }) => assignment === line.assignment)?.commands ??
      document.mine.find(({ assignment }) => assignment === line.assignment)?.commands.filter((command) => !inDecision.has(command)) ??
      [])
    : []
  return (
    <li className={classes.line} data-opinion={line.opinion || undefined}>
      {line.person === null ? <PoolAvatar /> : <PersonAvatar name={who} />}
      <div className={classes.words}>
        <div className={classes.who}>
          <span className={classes.name}>
            {who} {asides.length > 0 && <span className={classes.aside}>{asides.join(', ')}</span>}
          </span>
          <SeatStatus state={line.state} {...stateWord(line)} />
          {line.assignment && commands.length > 0 && (
            <SeatMenu assignment={line.assignment} name={who} commands={commands} due={line.due} onChanged={onChanged} />
          )}
        </div>
        {notes.length > 0 && <p className={classes.note}>{notes.join(' · ')}</p>}
        {!line.reason && line.comment && <p className={classes.note}>{t('quote', { text: line.comment })}</p>}
        {line.reason && (
          <div className={classes.late}>
            <p>
              <b>{t('sheet.whyLate', { reason: of(reason?.label ?? line.reason.item) })}</b> {line.comment}
            </p>
          </div>
        )}
        {line.next && (line.late || line.next.what !== 'tell') && (
          <p className={line.late ? classes.late : classes.note}>
            {line.next.what === 'choose'
              ? t('sheet.step.choose', { when: spoken(line.next.at), action: of(line.next.action ?? '') })
              : t(`sheet.step.${line.next.what}`, { when: spoken(line.next.at) })}
          </p>
        )}
      </div>
    </li>
  )
}

/** These stand with the decision itself. */
const inDecision = new Set(['ask-opinion', 'delegate', 'forward', 'reassign', 'begin', 'give-back', 'claim'])

/** The office's own word, where it is not simply "approved" or "rejected". */
function stateWord({ outcome, state }: SheetLine): { label?: LocalText } {
  const own = outcome !== null && (state === 'returned' || state === 'done')
  return own ? { label: outcome } : {}
}

function viaWords({ via }: SheetLine, nameOf: (id: string | null) => string, { t }: Texts): string {
  if (!via?.person) return ''
  const name = nameOf(via.person)
  switch (via.how) {
    case 'substitute':
      return t('sheet.standsInFor', { name })
    case 'delegated':
      return t('sheet.for', { name })
    case 'passed':
      return t('sheet.passedOn', { name })
    case 'added':
      return t('sheet.added', { name })
    default:
      return t('sheet.from', { name })
  }
}
