import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconDeviceFloppy } from '@tabler/icons-react'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import type { AvailableAction, DocumentAnswer, TypeAnswer } from '../../api/answers.ts'
import { DecisionForm } from '../decision/decision-form.tsx'
import { FieldSurroundingsProvider } from '../fields/surroundings.tsx'
import { useTexts } from '../language/texts.tsx'
import { useFormats } from '../language/use-formats.ts'
import { usePage } from '../shell/page.tsx'
import { DecisionBar, DecisionButtons, DecisionCard } from '../ui/decision-bar.tsx'
import { Note } from '../ui/note.tsx'
import { RouteStrip } from '../ui/route-strip.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { Due } from '../ui/when.tsx'
import { ActionButtons } from './actions/action-buttons.tsx'
import { ActionDialog } from './actions/action-dialog.tsx'
import { CommandDialog, type DocumentCommand } from './actions/command-dialog.tsx'
import { sentTo } from './actions/sent-note.ts'
import { DocumentHeader } from './document-header.tsx'
import { DocumentMenu } from './document-menu.tsx'
import { CardForm, HandField } from './form/card-form.tsx'
import { ConflictDialog } from './form/conflict-dialog.tsx'
import { FormNotes } from './form/form-notes.tsx'
import { OverrideDialog } from './form/override-dialog.tsx'
import { labelOfPath, useCard } from './form/use-card.ts'
import { useFormPage } from './form/use-form-page.ts'
import { edit, useSave } from './form/use-save.ts'
import classes from './open-document.module.css'
import { Approvals } from './pane/approvals.tsx'
import { Chronicle } from './pane/chronicle.tsx'
import { Related, RelatedList } from './pane/related.tsx'
import { useBacks } from './pane/use-backs.ts'
import { PastCard } from './past/past-card.tsx'
import { PastDialog } from './past/past-dialog.tsx'
import { StageBar } from './stage-bar.tsx'
import { useListCrumb } from './use-list-crumb.ts'

interface OpenDocumentProps {
  readonly document: DocumentAnswer
  readonly type: TypeAnswer
  readonly me: string
}

type Place = 'form' | 'approvals' | 'chronicle' | 'related'

/**
 * A document: its header and route, the form on the left, approvals, chronicle and what is related on the right; on a narrow
 * screen these are tabs, and what waits for the reader sticks to the foot.
 */
export function OpenDocument({ document, type, me }: OpenDocumentProps) {
  const texts = useTexts()
  const { t, of } = texts
  const { fullInstant } = useFormats()
  const narrow = useMediaQuery('(max-width: 899px)', undefined, { getInitialValueInEffect: false }) ?? false
  const [place, setPlace] = useState<Place>(() => (narrow ? 'form' : 'approvals'))
  const [note, setNote] = useState<string | null>(null)
  const [lacking, setLacking] = useState<string | null>(null)
  const [action, ask] = useState<AvailableAction | null>(null)
  const [command, askCommand] = useState<DocumentCommand | null>(null)
  const [pastOpen, openPast] = useState(false)
  const [day, setDay] = useState<string | null>(null)
  const backs = useBacks(type.type.id)
  usePage(of(document.title), [useListCrumb(type.type)])

  const card = useCard({ answer: type, document })
  const save = useSave({
    card,
    answer: type,
    id: document.id,
    onProblems: (paths) => {
      ask(null)
      show(paths)
    },
  })
  const page = useFormPage({ card, me, id: document.id, onSave: () => page.dirty && void saveNow() })
  const { dirty } = page
  useEffect(() => {
    if (dirty) setNote(null)
  }, [dirty])
  function show(paths: readonly string[]) {
    if (narrow) setPlace('form')
    page.goTo(paths)
  }
  useEffect(() => {
    if (save.asked) ask(null)
  }, [save.asked])

  async function saveNow() {
    setNote(null)
    setLacking(null)
    if (await save.send(edit)) setNote(t('form.saved'))
  }
  function press(chosen: AvailableAction) {
    setNote(null)
    setLacking(null)
    save.forget()
    const blank = card.evaluated.lacking(chosen.needs).filter((path) => card.mayEdit(path.split('/', 1)[0] ?? ''))
    if (blank.length > 0 && chosen.place !== 'anywhere') {
      const labels = blank.map((path) => labelOfPath(type.type, card.state.working, path, texts))
      card.refuse(new Map(blank.map((path, index) => [path, t('problem.required', { label: labels[index] ?? '' })])))
      setLacking(t('form.fillBefore', { action: of(chosen.label), fields: [...new Set(labels)].join(', ') }))
      return show(blank)
    }
    if (chosen.comment === 'required' || chosen.place === 'anywhere') return ask(chosen)
    void take(chosen, '')
  }
  async function take(chosen: AvailableAction, comment: string) {
    await save.send({
      path: 'actions',
      body: { node: chosen.node, action: chosen.action, ...(comment ? { comment } : {}) },
      onDone: (after) => {
        ask(null)
        setNote(sentTo(after, document, texts) ?? t('sent.done', { action: of(chosen.label) }))
      },
    })
  }
  /** Another command came back with the document as it then is. */
  function changed(after: DocumentAnswer, words?: string) {
    card.dispatch({ kind: 'saved', card: after.card, revision: after.revision, sent: card.state.working })
    save.keep(after)
    setNote(words ?? sentTo(after, document, texts))
  }

  const meanwhile = useMemo(
    () => ({ sawRevision: document.revision, changed: card.state.meanwhile }),
    [document.revision, card.state.meanwhile],
  )
  const buttons = document.actions.filter(({ place: where }) => where === 'stage' || where === 'fork')
  const [mine] = document.mine
  const decide = mine && (
    <DecisionForm
      key={mine.assignment}
      mine={mine}
      document={document}
      type={type}
      meanwhile={meanwhile}
      onDecided={(_outcome, after) => changed(after, sentTo(after, document, texts) ?? t('sent.decided'))}
      onHandedOn={(after) => changed(after)}
    />
  )
  const saveButton = (
    <Button leftSection={<IconDeviceFloppy size={16} />} loading={save.busy} onClick={() => void saveNow()} aria-keyshortcuts="Control+S">
      {t('do.save')}
    </Button>
  )
  const discard = (
    <Button variant="subtle" color="gray" disabled={save.busy} onClick={() => card.dispatch({ kind: 'discarded' })}>
      {t('form.discard')}
    </Button>
  )
  const saveFirst = (
    <>
      <Note tone="ink" way={saveButton}>
        {t('sheet.saveFirst')}
      </Note>
    </>
  )
  const menu = (
    <DocumentMenu
      document={document}
      size={narrow ? 44 : 32}
      onCopyLink={() => void navigator.clipboard?.writeText(location.href).then(() => setNote(t('document.linkCopied')))}
      onPast={() => openPast(true)}
      onAction={press}
      onCommand={askCommand}
    />
  )

  const form = (
    <div ref={page.root} className={classes.form}>
      <CardForm
        tabs={page.tabs}
        tab={page.tab}
        onTab={page.setTab}
        above={
          <FormNotes
            card={card}
            document={document}
            refusal={action ? null : save.refusal}
            restored={page.restored}
            lacking={lacking !== null && card.problems.size > 0 ? lacking : null}
            onShow={show}
          />
        }
        drawField={(field) => <HandField field={field} card={card} />}
        drawList={(back) => {
          const list = backs.find(({ id }) => id === back)
          return list && <RelatedList type={document.type} id={document.id} back={list} />
        }}
      />
    </div>
  )
  const approvals = (
    <div className={classes.panel}>
      {mine && !narrow && (
        <DecisionCard
          title={t(mine.kind === 'opinion' ? 'sheet.opinion' : 'sheet.yours', { step: of(mine.label) })}
          aside={mine.due && <Due at={mine.due} late={mine.late} />}
        >
          {mine.text && of(mine.text) && <p className={classes.asked}>{of(mine.text)}</p>}
          {dirty ? saveFirst : decide}
        </DecisionCard>
      )}
      <Approvals document={document} type={type} me={me} onChanged={(after) => changed(after)} />
    </div>
  )
  const panels: Record<Place, ReactNode> = {
    form,
    approvals,
    chronicle: (
      <div className={classes.panel}>
        <Chronicle type={type} id={document.id} />
      </div>
    ),
    related: (
      <div className={classes.panel}>
        <Related type={document.type} id={document.id} backs={backs} />
      </div>
    ),
  }
  const places: readonly Place[] = [
    ...(narrow ? (['form'] as const) : []),
    ...(type.schema || document.process ? (['approvals'] as const) : []),
    'chronicle',
    'related',
  ]
  const chosen = places.includes(place) ? place : (places[0] ?? 'chronicle')
  const tabs = places.map((id) => ({ id, label: id === 'form' ? t('form.form') : t(`pane.${id}`) }))

  return (
    <FieldSurroundingsProvider value={card.surroundings}>
      <div className={classes.page}>
        <div className={classes.scroll}>
          <DocumentHeader document={document} type={type}>
            {!narrow && !day && (
              <>
                {dirty && discard}
                {dirty && saveButton}
                <ActionButtons actions={buttons} busy={save.busy} quiet={dirty} onPress={press} />
              </>
            )}
            {menu}
          </DocumentHeader>
          <StageBar document={document} type={type} onMove={press} />
          {document.process && <RouteStrip items={document.process.strip} people={document.people} me={me} />}
          <div role="status" className={classes.note}>
            {note && <Note tone="green">{note}</Note>}
          </div>
          {document.refused.map((one) => (
            <div key={`${one.at} ${one.what}`} className={classes.note}>
              <Note tone="amber">
                {t('document.refused', {
                  when: fullInstant(one.at),
                  why: one.problem.code === 'expression-failed' ? one.problem.why : one.problem.code,
                })}
              </Note>
            </div>
          ))}
          {day ? (
            <PastCard document={document} today={card} day={day} onClose={() => setDay(null)} />
          ) : narrow ? (
            <div className={classes.tabs}>
              <Tabs tabs={tabs} value={chosen} onChange={(id) => setPlace(id as Place)} label={t('pane.pane')}>
                {panels[chosen]}
              </Tabs>
            </div>
          ) : (
            <div className={classes.split}>
              {form}
              <aside className={classes.pane} aria-label={t('pane.pane')}>
                <Tabs tabs={tabs} value={chosen} onChange={(id) => setPlace(id as Place)} label={t('pane.pane')}>
                  {panels[chosen]}
                </Tabs>
              </aside>
            </div>
          )}
        </div>
        {narrow && !day && (dirty || mine || buttons.length > 0) && (
          <DecisionBar label={dirty || !mine ? t('document.actions') : t('decision.yours')}>
            {!dirty && mine ? (
              decide
            ) : (
              <DecisionButtons>
                {dirty && saveButton}
                {dirty && discard}
                <ActionButtons actions={buttons} busy={save.busy} quiet={dirty} onPress={press} />
              </DecisionButtons>
            )}
          </DecisionBar>
        )}
      </div>
      {action && (
        <ActionDialog
          action={action}
          busy={save.busy}
          refusal={save.refusal}
          onClose={() => {
            ask(null)
            save.forget()
          }}
          onSend={(comment) => void take(action, comment)}
        />
      )}
      {command && (
        <CommandDialog
          document={document}
          type={type}
          command={command}
          onClose={() => askCommand(null)}
          onDone={(after) => {
            askCommand(null)
            changed(after, sentTo(after, document, texts) ?? t('sent.done', { action: t(`command.${command.id}`).replace(/…$/, '') }))
          }}
        />
      )}
      {save.asked?.kind === 'conflicts' && <ConflictDialog card={card} onClose={save.forget} onSettled={() => void save.again()} />}
      {save.asked?.kind === 'overrides' && (
        <OverrideDialog checks={save.asked.checks} busy={save.busy} onClose={save.forget} onSend={(reasons) => void save.again(reasons)} />
      )}
      {pastOpen && (
        <PastDialog
          since={document.createdOn}
          onClose={() => openPast(false)}
          onShow={(on) => {
            openPast(false)
            setDay(on)
          }}
        />
      )}
    </FieldSurroundingsProvider>
  )
}
