import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { OfficeAnswer } from '../../api/answers.ts'
import { useOfficeCommands } from '../data/office.ts'
import type { Refusal } from '../data/refusal.ts'
import { useSession } from '../data/session.ts'
import { frameProps } from '../fields/field-frame.tsx'
import { languages as spoken } from '../language/language.ts'
import { useTexts } from '../language/texts.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { RefusalNote } from '../ui/refusal-note.tsx'
import { idFor } from './id-for.ts'
import classes from './people-screen.module.css'

export type Labelled = OfficeAnswer['roles'][number]

interface LabelDialogProps {
  readonly office: OfficeAnswer
  readonly kind: 'roles' | 'groups'
  /** Null: a new one. */
  readonly labelled: Labelled | null
  readonly onClose: () => void
}

/** Names a role or a group in the languages of the office. Its id is made once, of its first name, and never shown. */
export function LabelDialog({ office, kind, labelled, onClose }: LabelDialogProps) {
  const { t, of } = useTexts()
  const { saveLabel } = useOfficeCommands()
  const languages = useSession().data?.site.languages ?? ['en']
  const [names, setNames] = useState<Record<string, string>>(() =>
    typeof labelled?.label === 'string' ? { [languages[0] ?? 'en']: labelled.label } : { ...labelled?.label },
  )
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const label = Object.fromEntries(Object.entries(names).flatMap(([id, name]) => (name.trim() ? [[id, name.trim()]] : [])))
  const first = languages.map((id) => label[id]).find(Boolean)
  const send = async () => {
    setTried(true)
    if (!first) return
    setBusy(true)
    const id =
      labelled?.id ??
      idFor(
        first,
        office[kind].map((one) => one.id),
      )
    const reply = await saveLabel(kind, { id, label })
    setBusy(false)
    if (reply.ok) onClose()
    else setRefusal(reply.refusal)
  }
  const title = labelled
    ? t(kind === 'roles' ? 'office.editRole' : 'office.editGroup', { name: of(labelled.label) })
    : t(kind === 'roles' ? 'office.addRole' : 'office.addGroup')
  return (
    <ConfirmDialog opened title={title} confirm={t(labelled ? 'office.save' : 'office.add')} busy={busy} onClose={onClose} onConfirm={send}>
      <div className={classes.labels}>
        {languages.map((id, index) => (
          <TextInput
            key={id}
            {...frameProps({
              label:
                languages.length === 1
                  ? t('office.label')
                  : t('office.label.in', { language: spoken.find((one) => one.id === id)?.label ?? id }),
              problem: tried && !first && index === 0 ? t('office.label.missing') : undefined,
            })}
            lang={id}
            {...(index === 0 && { 'data-autofocus': true })}
            value={names[id] ?? ''}
            onChange={(event) => setNames({ ...names, [id]: event.target.value })}
          />
        ))}
        <p className={classes.quiet}>{t('office.membersHint')}</p>
        {refusal && <RefusalNote refusal={refusal} />}
      </div>
    </ConfirmDialog>
  )
}
