import { ActionIcon, Button, Menu, Modal, Select, Textarea } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import type { DateTimeField, PersonField } from '../../../../schemas/generated/card-field.ts'
import type { DocumentAnswer } from '../../../api/answers.ts'
import { command as give } from '../../data/client.ts'
import type { Refusal } from '../../data/refusal.ts'
import { Field } from '../../fields/field.tsx'
import { frameProps } from '../../fields/field-frame.tsx'
import { useTexts } from '../../language/texts.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import dialogs from '../form/dialogs.module.css'

/** What may be done with what is asked of somebody, in the order of use, and what each still asks for. */
const commands = [
  { id: 'claim', words: 'seat.claim', asks: [], comment: 'none' },
  { id: 'reassign', words: 'hand.reassign', asks: ['to'], comment: 'required' },
  { id: 'delegate', words: 'hand.delegate', asks: ['to'], comment: 'allowed' },
  { id: 'forward', words: 'hand.forward', asks: ['to'], comment: 'allowed' },
  { id: 'ask-opinion', words: 'hand.ask-opinion', asks: ['to'], comment: 'required' },
  { id: 'add-approver', words: 'seat.add-approver', asks: ['to', 'place'], comment: 'allowed' },
  { id: 'extend', words: 'seat.extend', asks: ['due'], comment: 'allowed' },
  { id: 'suspend', words: 'seat.suspend', asks: [], comment: 'allowed' },
  { id: 'resume', words: 'seat.resume', asks: [], comment: 'none' },
  { id: 'skip', words: 'seat.skip', asks: [], comment: 'required' },
  { id: 'drop-seat', words: 'seat.drop-seat', asks: [], comment: 'required' },
] as const satisfies readonly {
  id: string
  words: string
  asks: readonly ('to' | 'place' | 'due')[]
  comment: 'none' | 'allowed' | 'required'
}[]

type SeatCommand = (typeof commands)[number]

interface SeatMenuProps {
  readonly assignment: string
  readonly name: string
  readonly commands: readonly string[]
  readonly due: string | null
  readonly onChanged: (document: DocumentAnswer) => void
}

/** Reassign, more time, do without: what this reader may do with what is asked of somebody. */
export function SeatMenu({ assignment, name, commands: allowed, due, onChanged }: SeatMenuProps) {
  const { t } = useTexts()
  const [asking, ask] = useState<SeatCommand | null>(null)
  const offered = commands.filter(({ id }) => allowed.includes(id))
  if (offered.length === 0) return null
  return (
    <>
      <Menu width={220} position="bottom-end">
        <Menu.Target>
          <ActionIcon size={22} variant="subtle" color="gray" aria-label={t('seat.more', { name })}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {offered.map((command) => (
            <Menu.Item key={command.id} onClick={() => ask(command)}>
              {t(command.words)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {asking && (
        <SeatDialog
          assignment={assignment}
          name={name}
          command={asking}
          due={due}
          onClose={() => ask(null)}
          onDone={(document) => {
            ask(null)
            onChanged(document)
          }}
        />
      )}
    </>
  )
}

interface SeatDialogProps {
  readonly assignment: string
  readonly name: string
  readonly command: SeatCommand
  readonly due: string | null
  readonly onClose: () => void
  readonly onDone: (document: DocumentAnswer) => void
}

function SeatDialog({ assignment, name, command, due: dueNow, onClose, onDone }: SeatDialogProps) {
  const { t } = useTexts()
  const [to, setTo] = useState<string>()
  const [due, setDue] = useState<string | undefined>(dueNow ?? undefined)
  const [place, setPlace] = useState<'before' | 'after' | 'beside'>('before')
  const [comment, setComment] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const asks = (what: 'to' | 'place' | 'due') => (command.asks as readonly string[]).includes(what)
  const words = comment.trim()
  const lacks = { to: asks('to') && !to, due: asks('due') && !due, comment: command.comment === 'required' && words === '' }
  const send = async () => {
    setTried(true)
    if (lacks.to || lacks.due || lacks.comment) return
    setBusy(true)
    const reply = await give<DocumentAnswer>(`/api/assignments/${assignment}/${command.id}`, {
      ...(asks('to') ? { to } : {}),
      ...(asks('due') ? { due } : {}),
      ...(asks('place') ? { place } : {}),
      ...(words ? { comment: words } : {}),
    })
    setBusy(false)
    if (reply.ok) onDone(reply.value)
    else setRefusal(reply.refusal)
  }
  const person: PersonField = { id: 'to', type: 'person', label: t('hand.to') }
  const moment: DateTimeField = { id: 'due', type: 'date-time', label: t('seat.extend.due') }
  return (
    <Modal
      opened
      onClose={onClose}
      title={<span className={dialogs.title}>{`${t(command.words).replace(/…$/, '')}: ${name}`}</span>}
      closeButtonProps={{ 'aria-label': t('do.close') }}
    >
      <form
        className={dialogs.form}
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <p className={dialogs.text}>{t(`${command.words}.means`)}</p>
        {asks('to') && (
          <Field
            field={person}
            mode="edit"
            required
            value={to}
            onChange={(value) => setTo(typeof value === 'string' ? value : undefined)}
            problems={tried && lacks.to ? new Map([['to', t('hand.to.missing')]]) : undefined}
          />
        )}
        {asks('place') && (
          <Select
            {...frameProps({ label: t('seat.add-approver.place') })}
            data={(['before', 'after', 'beside'] as const).map((value) => ({ value, label: t(`seat.add-approver.${value}`) }))}
            value={place}
            allowDeselect={false}
            onChange={(value) => value && setPlace(value as typeof place)}
          />
        )}
        {asks('due') && (
          <Field
            field={moment}
            mode="edit"
            required
            value={due}
            onChange={(value) => setDue(typeof value === 'string' ? value : undefined)}
            problems={tried && lacks.due ? new Map([['due', t('seat.extend.missing')]]) : undefined}
          />
        )}
        {command.comment !== 'none' && (
          <Textarea
            {...frameProps({
              label: t('action.comment'),
              required: command.comment === 'required',
              problem: tried && lacks.comment ? t('action.comment.missing') : undefined,
            })}
            autosize
            minRows={2}
            maxRows={8}
            value={comment}
            onChange={(event) => setComment(event.target.value)}
          />
        )}
        {refusal && <RefusalNote refusal={refusal} />}
        <div className={dialogs.foot}>
          <Button variant="default" onClick={onClose}>
            {t('do.cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t(command.words).replace(/…$/, '')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
