import { SegmentedControl } from '@mantine/core'
import { lazy, Suspense, useRef, useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { ListFaces } from '../../runtime/app/ui/list-faces.tsx'
import { ConditionRows } from '../conditions/condition-rows.tsx'
import { useWords } from '../language/words.tsx'
import { setReminderProperty } from '../model/commands/reminder/set-reminder-property.ts'
import { definitionAt } from '../model/workspace.ts'
import { DesignerBar } from '../shell/designer-bar.tsx'
import { DefinitionScreen, SampleOfType } from '../types/parts/definition-screen.tsx'
import { useEditing } from '../types/parts/editing.tsx'
import { type FindingsHandle, FindingsList } from '../types/parts/findings-list.tsx'
import { MessageInput } from '../types/parts/message-input.tsx'
import { PanelGroup } from '../types/parts/page-part.tsx'
import { TextInLanguages } from '../types/parts/text-in-languages.tsx'
import { NoticePanel } from './notice-panel.tsx'
import { NoticesAhead } from './notices-ahead.tsx'
import { ReminderList } from './reminder-list.tsx'
import classes from './reminder-screen.module.css'
import { ReminderSentence } from './reminder-sentence.tsx'
import { useReminderPreview } from './use-reminder-preview.ts'

const SourceView = lazy(() => import('../source/source-view.tsx').then((module) => ({ default: module.SourceView })))

/** A reminder: the sentence with its choices, the message, and the next sixty days on real documents. */
export function ReminderScreen() {
  const { id = '', view = 'sentence' } = useParams<{ id: string; view?: string }>()
  const { t } = useWords()
  const [, go] = useLocation()
  const findings = useRef<FindingsHandle>(null)
  const target = { kind: 'reminder-rule', id } as const
  return (
    <DefinitionScreen kind="reminder-rule" id={id}>
      <DesignerBar target={target} onFindings={() => findings.current?.focus()}>
        <SegmentedControl
          size="xs"
          ml={8}
          aria-label={t('reminder.views')}
          value={view === 'text' ? 'text' : 'sentence'}
          data={[
            { value: 'sentence', label: t('reminder.sentence') },
            { value: 'text', label: t('type.text') },
          ]}
          onChange={(next) => go(`/designer/reminder-rule/${id}${next === 'text' ? '/text' : ''}`)}
        />
      </DesignerBar>
      <FindingsList ref={findings} kind="reminder-rule" id={id} />
      {view === 'text' ? (
        <Suspense fallback={<ListFaces face="loading" />}>
          <SourceView {...target} />
        </Suspense>
      ) : (
        <Reminder key={id} />
      )}
    </DefinitionScreen>
  )
}

function Reminder() {
  const { t } = useWords()
  const { body: rule, workspace, run } = useEditing('reminder-rule')
  const type = definitionAt(workspace, 'document-type', rule.type)
  const preview = useReminderPreview(rule)
  const [chosen, choose] = useState<string | null>(null)
  return (
    <SampleOfType type={rule.type}>
      <div className={classes.screen}>
        <ReminderList current={rule.id} />
        <div className={classes.middle}>
          <ReminderSentence />
          {type && (
            <section className={classes.part} aria-label={t('reminder.message')}>
              <h2>{t('reminder.message')}</h2>
              <MessageInput
                label={t('reminder.message')}
                value={rule.text}
                type={type}
                row={rule.around.rows}
                onChange={(text) => text && run(setReminderProperty({ property: 'text', value: text }))}
              />
            </section>
          )}
          <NoticesAhead preview={preview} chosen={chosen} onChoose={choose} />
        </div>
        <aside className={classes.aside} aria-label={t('panel.title')}>
          <NoticePanel answer={preview.data} day={chosen} />
          {type && (
            <PanelGroup title={t('reminder.while')}>
              <ConditionRows
                label={t('reminder.while')}
                value={rule.while}
                place={{ type, row: rule.around.rows }}
                onChange={(value) => run(setReminderProperty({ property: 'while', value }))}
              />
            </PanelGroup>
          )}
          <PanelGroup title={t('reminder.name')}>
            <TextInLanguages
              bare
              label={t('reminder.name')}
              value={rule.label}
              onChange={(label) => label && run(setReminderProperty({ property: 'label', value: label }))}
            />
          </PanelGroup>
        </aside>
      </div>
    </SampleOfType>
  )
}
