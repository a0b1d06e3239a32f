import { Button } from '@mantine/core'
import { IconExternalLink, IconInboxOff } from '@tabler/icons-react'
import { useMemo } from 'react'
import { Link } from 'wouter'
import type { DocumentAnswer, InboxRow, MyAssignment, TypeAnswer } from '../../api/answers.ts'
import { useDocument, useLastEvents, useType } from '../data/document.ts'
import { refusalOf } from '../data/refusal.ts'
import { useChangedMeanwhile } from '../decision/changed-meanwhile.ts'
import { DecisionForm } from '../decision/decision-form.tsx'
import { Field } from '../fields/field.tsx'
import { FieldSurroundingsProvider } from '../fields/surroundings.tsx'
import { useTexts } from '../language/texts.tsx'
import { DecisionBar } from '../ui/decision-bar.tsx'
import { HistoryLine, isTold } from '../ui/history-line.tsx'
import { Empty, ListFaces } from '../ui/list-faces.tsx'
import { Note } from '../ui/note.tsx'
import { RouteStrip } from '../ui/route-strip.tsx'
import { DocumentStatus } from '../ui/status.tsx'
import { NumberTab } from '../ui/tag.tsx'
import { Due } from '../ui/when.tsx'
import { keyFields } from './key-fields.ts'
import classes from './preview.module.css'

interface PreviewProps {
  readonly row: InboxRow
  readonly from: string | null
  readonly me: string
  readonly onDecided: (document: DocumentAnswer) => void
}

/** Enough of a document to decide: its route, the fields that tell most, what last happened, and the decision at the foot. */
export function Preview(props: PreviewProps) {
  const { type: typeId, id } = props.row.document
  const document = useDocument(typeId, id)
  const type = useType(typeId)
  if (!document.data || !type.data) {
    const failed = document.error ?? type.error
    return (
      <div className={classes.preview}>
        <ListFaces
          face={failed ? 'failed' : 'loading'}
          refusal={failed ? refusalOf(failed) : undefined}
          onRetry={() => {
            document.refetch()
            type.refetch()
          }}
        />
      </div>
    )
  }
  const mine = document.data.mine.find(({ assignment }) => assignment === props.row.assignment)
  // A fresh answer may already say that somebody else was faster, before the list does.
  if (!mine) return <NoLongerWaits document={document.data} />
  return <Opened {...props} document={document.data} type={type.data} mine={mine} />
}

interface OpenedProps extends PreviewProps {
  readonly document: DocumentAnswer
  readonly type: TypeAnswer
  readonly mine: MyAssignment
}

function Opened({ row, from, me, onDecided, document, type, mine }: OpenedProps) {
  const { t, of } = useTexts()
  const meanwhile = useChangedMeanwhile(document)
  const surroundings = useMemo(
    () => ({ card: document.card, directories: type.directories, people: document.people, linked: document.linked }),
    [document, type],
  )
  const statuses = type.type.statuses ?? []
  const status = statuses.find(({ id }) => id === document.status)
  const fields = keyFields(type.type, document.card, 9, [...meanwhile.changed.keys()])
  return (
    <FieldSurroundingsProvider value={surroundings}>
      <article className={classes.preview} aria-labelledby="preview-title">
        <div className={classes.scroll}>
          <header className={classes.header}>
            <div className={classes.tabs}>
              {type.type.number && <NumberTab number={document.number} />}
              {status && <DocumentStatus status={status} first={status === statuses[0]} />}
              <Button
                component={Link}
                href={`/documents/${document.type}/${document.id}`}
                variant="subtle"
                color="gray"
                size="compact-sm"
                className={classes.openDocument}
                aria-label={t('inbox.openDocument')}
              >
                <span className={classes.openWords}>{t('inbox.openDocument')}</span>
                <IconExternalLink size={14} aria-hidden />
              </Button>
            </div>
            <h1 id="preview-title" className={classes.title}>
              {of(document.title)}
            </h1>
            <p className={classes.asked}>
              {from ? t('inbox.asks', { name: from, what: of(mine.label) }) : of(mine.label)}
              {mine.due && (
                <>
                  {' · '}
                  <Due at={mine.due} late={mine.late} />
                </>
              )}
            </p>
          </header>
          {document.process && <RouteStrip items={document.process.strip} people={document.people} me={me} compact />}
          <div className={classes.body}>
            {mine.text && of(mine.text) && <Note tone="ink">{of(mine.text)}</Note>}
            <div className={classes.fields}>
              {fields.map((field) => (
                <div key={field.id} data-changed={meanwhile.changed.has(field.id) || undefined}>
                  <Field field={field} mode="read" value={document.card[field.id]} was={meanwhile.changed.get(field.id)} />
                </div>
              ))}
            </div>
            <LastEvents document={document} />
          </div>
        </div>
        <DecisionBar label={t('decision.yours')}>
          <DecisionForm
            key={mine.assignment}
            mine={mine}
            document={document}
            type={type}
            meanwhile={meanwhile}
            onDecided={(_outcome, after) => onDecided(after)}
            onHandedOn={(after) => {
              if (!after.mine.some(({ assignment }) => assignment === row.assignment)) onDecided(after)
            }}
          />
        </DecisionBar>
      </article>
    </FieldSurroundingsProvider>
  )
}

function LastEvents({ document }: { document: DocumentAnswer }) {
  const { t } = useTexts()
  const events = useLastEvents(document.type, document.id, 60)
  const told = (events.data?.items ?? []).filter(isTold).slice(0, 8)
  if (told.length === 0) return null
  return (
    <section aria-labelledby="preview-chronicle">
      <h2 id="preview-chronicle" className={classes.section}>
        {t('inbox.chronicle')}
      </h2>
      <ol className={classes.events}>
        {told.map((entry) => (
          <HistoryLine key={entry.sequence} entry={entry} people={events.data?.people ?? {}} />
        ))}
      </ol>
    </section>
  )
}

/** It was decided by somebody else, or withdrawn, while it was open here. */
function NoLongerWaits({ document }: { document: DocumentAnswer }) {
  const { t, of } = useTexts()
  return (
    <div className={classes.preview}>
      <Empty icon={IconInboxOff} title={t('inbox.gone')} text={of(document.title)}>
        <Button component={Link} href={`/documents/${document.type}/${document.id}`} variant="default">
          {t('inbox.openDocument')}
        </Button>
      </Empty>
    </div>
  )
}
