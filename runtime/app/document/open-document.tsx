import { useMediaQuery } from '@mantine/hooks'
import { useMemo, useState } from 'react'
import type { DocumentAnswer, TypeAnswer } from '../../api/answers.ts'
import { DecisionForm } from '../decision/decision-form.tsx'
import { FieldSurroundingsProvider } from '../fields/surroundings.tsx'
import { useTexts } from '../language/texts.tsx'
import { useFormats } from '../language/use-formats.ts'
import { usePage } from '../shell/page.tsx'
import { DecisionBar, DecisionButtons } from '../ui/decision-bar.tsx'
import { Note } from '../ui/note.tsx'
import { RouteStrip } from '../ui/route-strip.tsx'
import { ActionButtons } from './actions/action-buttons.tsx'
import { useWishes } from './actions/use-wishes.ts'
import { WishDialogs } from './actions/wish-dialogs.tsx'
import { DocumentHeader } from './document-header.tsx'
import { DocumentMenu } from './document-menu.tsx'
import { CardForm, HandField } from './form/card-form.tsx'
import { FormNotes } from './form/form-notes.tsx'
import { DiscardButton, SaveButton } from './form/save-buttons.tsx'
import { useCard } from './form/use-card.ts'
import { useFormPage } from './form/use-form-page.ts'
import classes from './open-document.module.css'
import { Pane, type Place } from './pane/pane.tsx'
import { RelatedList } from './pane/related.tsx'
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

/**
 * A document: its header and route, the form on the left, approvals, chronicle and what is related on the right; on a narrow
 * screen these are tabs, and what waits for the reader sticks to the foot.
 */
export function OpenDocument({ document, type, me }: OpenDocumentProps) {
  const { t, of } = useTexts()
  const narrow = useMediaQuery('(max-width: 899px)', undefined, { getInitialValueInEffect: false }) ?? false
  const [place, setPlace] = useState<Place>(() => (narrow ? 'form' : 'approvals'))
  const [choosingDay, chooseDay] = useState(false)
  const [day, setDay] = useState<string | null>(null)
  const backs = useBacks(type.type.id)
  usePage(of(document.title), [useListCrumb(type.type)])

  const card = useCard({ answer: type, document })
  const wishes = useWishes({ document, type, card, show })
  const { save, press, changed } = wishes
  const page = useFormPage({ card, me, id: document.id, onSave: () => page.dirty && void wishes.saveNow() })
  const { dirty } = page
  function show(paths: readonly string[]) {
    if (narrow) setPlace('form')
    page.goTo(paths)
  }

  const meanwhile = useMemo(
    () => ({ sawRevision: document.revision, changed: card.state.meanwhile }),
    [document.revision, card.state.meanwhile],
  )
  // One after the other: when the first is decided, the next one is here.
  const [mine] = document.mine
  const decide = mine && (
    <DecisionForm
      key={mine.assignment}
      mine={mine}
      document={document}
      type={type}
      meanwhile={meanwhile}
      onDecided={(_outcome, after) => changed(after, t('sent.decided'))}
      onHandedOn={(after) => changed(after)}
    />
  )
  const buttons = document.actions.filter(({ place: where }) => where === 'stage' || where === 'fork')
  const saveButton = <SaveButton busy={save.busy} onSave={() => void wishes.saveNow()} />
  const discard = <DiscardButton busy={save.busy} onDiscard={() => card.dispatch({ kind: 'discarded' })} />
  const actions = <ActionButtons actions={buttons} busy={save.busy} quiet={dirty} onPress={press} />
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
            refusal={wishes.action ? null : save.refusal}
            restored={page.restored}
            lacking={wishes.lacking}
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
  const pane = { document, type, me, backs, place, onPlace: setPlace, onChanged: (after: DocumentAnswer) => changed(after) }

  return (
    <FieldSurroundingsProvider value={card.surroundings}>
      <div className={classes.page}>
        <div className={classes.scroll}>
          <DocumentHeader document={document} type={type}>
            {!narrow && !day && (
              <>
                {dirty && discard}
                {dirty && saveButton}
                {actions}
              </>
            )}
            <DocumentMenu
              document={document}
              size={narrow ? 44 : 32}
              onCopyLink={() => void navigator.clipboard?.writeText(location.href).then(() => wishes.say(t('document.linkCopied')))}
              onPast={() => chooseDay(true)}
              onAction={press}
              onCommand={wishes.askCommand}
            />
          </DocumentHeader>
          <StageBar document={document} type={type} onMove={press} />
          {document.process && <RouteStrip items={document.process.strip} people={document.people} me={me} />}
          <div role="status" className={classes.note}>
            {wishes.note && <Note tone="green">{wishes.note}</Note>}
          </div>
          <RefusedNotes document={document} />
          {day ? (
            <PastCard document={document} today={card} day={day} onClose={() => setDay(null)} />
          ) : narrow ? (
            <div className={classes.tabs}>
              <Pane {...pane} form={form} />
            </div>
          ) : (
            <div className={classes.split}>
              {form}
              <aside className={classes.pane} aria-label={t('pane.pane')}>
                <Pane
                  {...pane}
                  decision={
                    dirty ? (
                      <Note tone="ink" way={saveButton}>
                        {t('sheet.saveFirst')}
                      </Note>
                    ) : (
                      decide
                    )
                  }
                />
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
                {actions}
              </DecisionButtons>
            )}
          </DecisionBar>
        )}
      </div>
      <WishDialogs document={document} type={type} card={card} wishes={wishes} />
      {choosingDay && (
        <PastDialog
          since={document.createdOn}
          onClose={() => chooseDay(false)}
          onShow={(on) => {
            chooseDay(false)
            setDay(on)
          }}
        />
      )}
    </FieldSurroundingsProvider>
  )
}

/** What the program itself wanted to do here and was refused: somebody has to look. */
function RefusedNotes({ document }: { document: DocumentAnswer }) {
  const { t } = useTexts()
  const { fullInstant } = useFormats()
  return document.refused.map((one) => (
    <div key={`${one.at} ${one.what}`} className={classes.note}>
      <Note tone="amber">
        {t('document.refused', {
          when: fullInstant(one.at),
          why: one.problem.code === 'expression-failed' ? one.problem.why : one.problem.code,
        })}
      </Note>
    </div>
  ))
}
