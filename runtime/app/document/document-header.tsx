import { IconClockExclamation, IconPlayerPause } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { DocumentAnswer, TypeAnswer } from '../../api/answers.ts'
import type { LocalText } from '../../engine/site.ts'
import { useTexts } from '../language/texts.tsx'
import { useFormats } from '../language/use-formats.ts'
import { useNow } from '../language/use-now.ts'
import { DocumentStatus, Status } from '../ui/status.tsx'
import { NumberTab } from '../ui/tag.tsx'
import { When } from '../ui/when.tsx'
import classes from './document-header.module.css'

interface DocumentHeaderProps {
  readonly document: DocumentAnswer
  readonly type: TypeAnswer
  /** Of another day: what the document was then. */
  readonly past?: { readonly number: string | null; readonly title: LocalText; readonly status: string } | null
  /** The buttons at the right. */
  readonly children?: ReactNode
}

/** Which document this is: its number as a file's tab, its state, its title, and where it comes from. */
export function DocumentHeader({ document, type, past, children }: DocumentHeaderProps) {
  const { t, of, rich } = useTexts()
  const { instant } = useFormats()
  const now = useNow()
  const shown = past ?? document
  const statuses = type.type.statuses ?? []
  const status = statuses.find(({ id }) => id === shown.status)
  const late = past ? 0 : lateOnes(document, now)
  const author = document.people[document.author]?.name ?? t('people.unknown')
  return (
    <header className={classes.header}>
      <div className={classes.what}>
        <div className={classes.marks}>
          {type.type.number && <NumberTab number={shown.number} />}
          {status && <DocumentStatus status={status} first={status === statuses[0]} />}
          {late > 0 && (
            <Status tone="red" icon={IconClockExclamation}>
              {t('document.late', { count: late })}
            </Status>
          )}
          {!past && document.process?.state.suspended && <Status icon={IconPlayerPause}>{t('document.suspended')}</Status>}
        </div>
        <h1 className={classes.title}>{of(shown.title) || t('document.untitled')}</h1>
        <p className={classes.origin}>
          {of(type.type.label)} · {t(type.type.kind === 'document' ? 'document.author' : 'document.addedBy', { name: author })} ·{' '}
          {rich('document.created', { when: <When at={document.createdOn} /> })}
          {document.closedOn && ` · ${t('document.ended', { when: instant(document.closedOn) })}`}
        </p>
      </div>
      {children && <div className={classes.buttons}>{children}</div>}
    </header>
  )
}

/** What is overdue now: open assignments, and steps that wait past their own date. */
function lateOnes({ process }: DocumentAnswer, now: string): number {
  if (!process) return 0
  const { assignments, tokens, suspended } = process.state
  if (suspended) return 0
  const clocks = [...Object.values(assignments).filter(({ state }) => state === 'open'), ...Object.values(tokens)].map(({ clock }) => clock)
  return clocks.filter((clock) => clock !== null && clock.paused === null && clock.due < now).length
}
