import { Button, Group, Modal, Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { Field } from '../../runtime/app/fields/field.tsx'
import { type FieldSurroundings, FieldSurroundingsProvider } from '../../runtime/app/fields/surroundings.tsx'
import { useTexts } from '../../runtime/app/language/texts.tsx'
import type { Card, CardValue } from '../../runtime/engine/card/card.ts'
import { fieldsOf } from '../../runtime/engine/card/field.ts'
import type { LocalText } from '../../runtime/engine/site.ts'
import type { CardField } from '../../schemas/generated/card-field.ts'
import type { DocumentType } from '../../schemas/generated/document-type.ts'
import { useWords } from '../language/words.tsx'
import { definitionAt } from '../model/workspace.ts'
import { useWorkspace } from '../workspace/workspace-provider.tsx'
import type { RunStep } from './run.ts'
import classes from './try.module.css'
import { useOfficePeople, useTrialSurroundings } from './try-office.ts'

/** What somebody is about to do, and what has to be said with it. */
export interface Act {
  readonly person: string
  readonly word: string
  readonly label: string
  readonly at?: string
  readonly comment: 'allowed' | 'none' | 'required'
  /** The list from which a reason for being late must be given. */
  readonly reasons?: string | null
  /** Fields that may be filled with it. */
  readonly fields?: readonly string[]
  /** Whether it is passed on to somebody. */
  readonly to?: boolean
  /** Steps of which one must be chosen. */
  readonly steps?: readonly { readonly node: string; readonly label: LocalText }[]
}

/** Asks for what an act needs: a comment, a reason, a person, values. `Ctrl+Enter` does it. */
export function ActDialog({
  act,
  type,
  card,
  linked,
  onClose,
  onDo,
}: {
  act: Act
  type: DocumentType
  card: Card
  linked: FieldSurroundings['linked']
  onClose: () => void
  onDo: (step: RunStep) => void
}) {
  const { t, of } = useWords()
  const texts = useTexts()
  const { workspace } = useWorkspace()
  const people = useOfficePeople()
  const surroundings = useTrialSurroundings(card, linked)
  const [comment, write] = useState('')
  const [reason, chooseReason] = useState<string | null>(null)
  const [to, chooseTo] = useState<string | null>(null)
  const [step, chooseStep] = useState<string | null>(act.steps?.[0]?.node ?? null)
  const [filled, fill] = useState<{ readonly [field: string]: CardValue | undefined }>({})
  const [asked, ask] = useState(false)
  const items = act.reasons ? (definitionAt(workspace, 'directory', act.reasons)?.items ?? []).filter(({ retired }) => !retired) : []
  const lacks = {
    comment: act.comment === 'required' && comment.trim() === '',
    reason: items.length > 0 && reason === null,
    to: act.to === true && to === null,
    step: act.steps !== undefined && step === null,
  }
  const send = () => {
    ask(true)
    if (Object.values(lacks).some(Boolean)) return
    const at = act.steps ? step : act.at
    const changes = Object.fromEntries(Object.entries(filled).map(([id, value]) => [id, value ?? null]))
    onDo({
      kind: 'do',
      by: act.person,
      do: act.word,
      ...(at != null && { at }),
      ...(comment.trim() !== '' && { comment: comment.trim() }),
      ...(reason !== null && { reason }),
      ...(to !== null && { to: [to] }),
      ...(Object.keys(changes).length > 0 && { card: changes }),
    })
  }
  const fields = (act.fields ?? []).flatMap((id) => fieldsOf(type).get(id) ?? []) as unknown as readonly CardField[]
  return (
    <Modal
      opened
      onClose={onClose}
      size={fields.length > 0 ? 'lg' : 'md'}
      title={<b>{t('try.acts', { person: people[act.person]?.name ?? '', action: act.label })}</b>}
      closeButtonProps={{ 'aria-label': texts.t('do.close') }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
      }}
    >
      <div className={classes.act}>
        {act.steps && (
          <Select
            label={texts.t('command.return.to')}
            allowDeselect={false}
            data={act.steps.map(({ node, label }) => ({ value: node, label: of(label) }))}
            value={step}
            onChange={chooseStep}
          />
        )}
        {act.to && (
          <Select
            label={texts.t('hand.to')}
            searchable
            withAsterisk
            data={Object.values(people).map(({ id, name }) => ({ value: id, label: name }))}
            value={to}
            onChange={chooseTo}
            error={asked && lacks.to ? texts.t('hand.to.missing') : undefined}
          />
        )}
        {fields.length > 0 && (
          <FieldSurroundingsProvider value={surroundings}>
            <div className={classes.fields}>
              {fields.map((field) => (
                <Field
                  key={field.id}
                  field={field}
                  mode="edit"
                  value={field.id in filled ? filled[field.id] : card[field.id]}
                  onChange={(value) => fill((before) => ({ ...before, [field.id]: value }))}
                />
              ))}
            </div>
          </FieldSurroundingsProvider>
        )}
        {items.length > 0 && (
          <Select
            label={texts.t('decision.whyLate')}
            withAsterisk
            data={items.map(({ id, label }) => ({ value: id, label: of(label) }))}
            value={reason}
            onChange={chooseReason}
            error={asked && lacks.reason ? texts.t('decision.whyLate.missing') : undefined}
          />
        )}
        {act.comment !== 'none' && (
          <Textarea
            label={texts.t('decision.comment')}
            autosize
            minRows={2}
            data-autofocus
            withAsterisk={act.comment === 'required'}
            placeholder={act.comment === 'required' ? undefined : texts.t('decision.comment.hint')}
            value={comment}
            onChange={(event) => write(event.currentTarget.value)}
            error={asked && lacks.comment ? texts.t('decision.comment.missing') : undefined}
          />
        )}
      </div>
      <Group justify="flex-end" gap={8} mt={16}>
        <Button variant="default" onClick={onClose}>
          {texts.t('do.cancel')}
        </Button>
        <Button onClick={send}>{act.label}</Button>
      </Group>
    </Modal>
  )
}
