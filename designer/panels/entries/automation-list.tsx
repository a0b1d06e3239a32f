import { ActionIcon, Button, Menu, NativeSelect } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { Automation } from '../../../schemas/generated/automation.ts'
import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { useSchema } from '../../canvas/schema-editing.tsx'
import { useWords } from '../../language/words.tsx'
import { patched } from '../../model/lists.ts'
import { automationWords } from '../../model/reading.ts'
import { ownWords } from '../../model/text-in-languages.ts'
import { capital } from '../../model/words/speech.ts'
import { definitionsOf, type Workspace } from '../../model/workspace.ts'
import { RowList } from '../../types/parts/row-list.tsx'
import { TextInLanguages } from '../../types/parts/text-in-languages.tsx'
import classes from '../inspector.module.css'
import { AudienceEntryView } from './audience-entry.tsx'
import { ChannelsEntry } from './channels-entry.tsx'
import { SetFieldsForm } from './set-fields-form.tsx'
import { WebhookForm } from './webhook-form.tsx'

const kinds = ['register', 'notify', 'set', 'convert', 'print', 'hand-over', 'absence', 'webhook'] as const
type Kind = (typeof kinds)[number]

interface AutomationListProps {
  readonly label: string
  readonly list: readonly Automation[]
  /** Whether there must be one: then the last is not taken away. */
  readonly atLeastOne?: boolean
  readonly onMove: (from: number, to: number) => void
  readonly onRemove: (index: number) => void
  readonly onSet: (index: number, does: Automation) => void
  /** Whether it was added. */
  readonly onAdd: (does: Automation) => boolean
}

/** Things that the program does by itself, one after the other: each is opened to say more of it. */
export function AutomationList({ label, list, atLeastOne, onMove, onRemove, onSet, onAdd }: AutomationListProps) {
  const { t } = useWords()
  const { speech, types, workspace } = useSchema()
  const [open, setOpen] = useState<number | null>(null)
  const type = types[0]
  const offered = kinds.flatMap((kind) => {
    const made = newAutomation(kind, type, workspace)
    return made ? [{ kind, made }] : []
  })
  return (
    <>
      <RowList
        label={label}
        rows={list}
        keyOf={(_, index) => String(index)}
        nameOf={(step) => automationWords(speech, step)}
        {...(list.length > 1 && { onMove })}
        draw={(step, index) => (
          <>
            <div className={classes.row}>
              <button
                type="button"
                className={classes.timeStep}
                aria-expanded={open === index}
                onClick={() => setOpen(open === index ? null : index)}
              >
                <span className="cut">{capital(automationWords(speech, step))}</span>
              </button>
              {!(atLeastOne && list.length === 1) && (
                <ActionIcon size={28} aria-label={t('automation.remove')} onClick={() => onRemove(index)}>
                  <IconTrash size={16} />
                </ActionIcon>
              )}
            </div>
            {open === index && <AutomationForm step={step} onChange={(does) => onSet(index, does)} />}
          </>
        )}
      />
      <div>
        <Menu position="bottom-start">
          <Menu.Target>
            <Button size="compact-xs" variant="subtle" leftSection={<IconPlus size={14} />}>
              {t('automation.add')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {offered.map(({ kind, made }) => (
              <Menu.Item
                key={kind}
                onClick={() => {
                  if (onAdd(made)) setOpen(list.length)
                }}
              >
                {t(`automation.${kind}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
    </>
  )
}

/** A new one of a kind, whole at once; none where this type or this office has nothing for it to work on. */
function newAutomation(kind: Kind, type: DocumentType | undefined, workspace: Workspace): Automation | undefined {
  const field = type?.fields.find((each) => !each.retired && !('formula' in each && each.formula) && each.type === 'text')
  const date = type?.fields.filter((each) => each.type === 'date')
  const person = type?.fields.find((each) => each.type === 'person')
  const conversion = type?.conversions?.find(({ retired }) => !retired)
  const copy = type?.paper?.copies[0]
  const form = definitionsOf(workspace, 'print-form').find((each) => each.type === type?.id)
  switch (kind) {
    case 'register':
      return { do: 'register' }
    case 'notify':
      return { do: 'notify', who: [{ the: 'author' }], text: ownWords({ en: '{title}', ro: '{title}' }, workspace.languages) }
    case 'set':
      return field && { do: 'set', set: { [field.id]: '""' } }
    case 'convert':
      return conversion && { do: 'convert', convert: conversion.id }
    case 'print':
      return form && { do: 'print', form: form.id }
    case 'hand-over':
      return copy && { do: 'hand-over', paper: copy.id, to: [{ the: 'author' }] }
    case 'absence':
      return person && date && date.length > 1 ? { do: 'absence', person: person.id, from: date[0]!.id, to: date[1]!.id } : undefined
    case 'webhook':
      return { do: 'webhook', webhook: [...(workspace.organisation?.webhooks?.keys() ?? [])][0] ?? 'webhook' }
  }
}

function AutomationForm({ step, onChange }: { step: Automation; onChange: (step: Automation) => void }) {
  const { t, of } = useWords()
  const { types, schema, workspace } = useSchema()
  const type = types[0]
  const fields = (kinds: readonly string[]) =>
    (type?.fields ?? [])
      .filter((each) => kinds.includes(each.type) && !each.retired)
      .map(({ id, label }) => ({ value: id, label: of(label) }))
  switch (step.do) {
    case 'register':
      return <p className={classes.quiet}>{t('automation.register.text')}</p>
    case 'notify':
      return (
        <div className={classes.card}>
          <AudienceEntryView
            label={t('automation.who')}
            value={step.who}
            types={types}
            schema={schema}
            onChange={(who) => onChange({ ...step, who })}
          />
          <TextInLanguages
            multiline
            label={t('automation.text')}
            value={step.text}
            onChange={(text) => text !== undefined && onChange({ ...step, text })}
          />
          <ChannelsEntry label={t('late.by')} value={step.by} onChange={(by) => onChange(patched(step, { by }))} />
        </div>
      )
    case 'set':
      return type ? (
        <SetFieldsForm step={step} type={type} onChange={onChange} />
      ) : (
        <p className={classes.quiet}>{t('automation.set.noType')}</p>
      )
    case 'convert':
      return (
        <NativeSelect
          size="xs"
          aria-label={t('automation.convert')}
          value={step.convert}
          onChange={(event) => onChange({ ...step, convert: event.currentTarget.value })}
          data={(type?.conversions ?? []).map(({ id, label }) => ({ value: id, label: of(label) }))}
        />
      )
    case 'print':
      return (
        <div className={classes.card}>
          <NativeSelect
            size="xs"
            aria-label={t('automation.print')}
            value={step.form}
            onChange={(event) => onChange({ ...step, form: event.currentTarget.value })}
            data={definitionsOf(workspace, 'print-form').map(({ id, label }) => ({ value: id, label: of(label) }))}
          />
          <NativeSelect
            size="xs"
            label={t('automation.print.field')}
            value={step.field ?? ''}
            onChange={(event) => onChange(patched(step, { field: event.currentTarget.value }))}
            data={[{ value: '', label: t('automation.print.files') }, ...fields(['file'])]}
          />
        </div>
      )
    case 'hand-over':
      return (
        <div className={classes.card}>
          <NativeSelect
            size="xs"
            aria-label={t('automation.paper')}
            value={step.paper}
            onChange={(event) => onChange({ ...step, paper: event.currentTarget.value })}
            data={(type?.paper?.copies ?? []).map(({ id, label }) => ({ value: id, label: of(label) }))}
          />
          <AudienceEntryView
            label={t('automation.to')}
            value={step.to}
            types={types}
            schema={schema}
            onChange={(to) => onChange({ ...step, to })}
          />
        </div>
      )
    case 'absence':
      return (
        <div className={classes.card}>
          {(['person', 'from', 'to', 'substitute'] as const).map((key) => (
            <NativeSelect
              key={key}
              size="xs"
              label={t(`automation.absence.${key}`)}
              value={step[key] ?? ''}
              onChange={(event) => {
                const { [key]: _, ...rest } = step
                const value = event.currentTarget.value
                onChange((value === '' ? rest : { ...rest, [key]: value }) as Automation)
              }}
              data={[
                ...(key === 'substitute' ? [{ value: '', label: t('automation.absence.nobody') }] : []),
                ...fields(key === 'person' || key === 'substitute' ? ['person'] : ['date', 'date-time']),
              ]}
            />
          ))}
        </div>
      )
    case 'webhook':
      return <WebhookForm step={step} onChange={onChange} />
  }
}
