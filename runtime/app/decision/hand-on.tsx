import { ActionIcon, Button, Menu, Modal, Textarea } from '@mantine/core'
import {
  IconArrowForwardUp,
  IconDots,
  IconMessageQuestion,
  IconPlayerPlay,
  IconRestore,
  IconUserShare,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react'
import { useState } from 'react'
import type { PersonField } from '../../../schemas/generated/card-field.ts'
import type { DocumentAnswer, MyAssignment } from '../../api/answers.ts'
import { type AssignmentCommand, useAssignmentCommands } from '../data/assignments.ts'
import type { Refusal } from '../data/refusal.ts'
import { Field } from '../fields/field.tsx'
import { frameProps } from '../fields/field-frame.tsx'
import { useTexts } from '../language/texts.tsx'
import { RefusalNote } from '../ui/refusal-note.tsx'
import { useWidth } from '../ui/use-width.ts'

/** What may be done with an assignment besides deciding it, in the order of use; the first two stand as buttons. */
const commands = [
  { id: 'ask-opinion', icon: IconMessageQuestion, to: true, comment: 'required' },
  { id: 'delegate', icon: IconUserShare, to: true, comment: 'allowed' },
  { id: 'forward', icon: IconArrowForwardUp, to: true, comment: 'allowed' },
  { id: 'reassign', icon: IconUsers, to: true, comment: 'required' },
  { id: 'begin', icon: IconPlayerPlay, to: false, comment: 'none' },
  { id: 'give-back', icon: IconRestore, to: false, comment: 'none' },
] as const satisfies readonly { id: AssignmentCommand; icon: TablerIcon; to: boolean; comment: 'none' | 'allowed' | 'required' }[]

type HandCommand = (typeof commands)[number]

interface HandOnProps {
  readonly mine: MyAssignment
  readonly onDone?: ((document: DocumentAnswer) => void) | undefined
}

/** Ask for an opinion, delegate, and the rest in a menu: only what the reader may do. */
export function HandOn({ mine, onDone }: HandOnProps) {
  const { t } = useTexts()
  const { hand } = useAssignmentCommands()
  const [asking, setAsking] = useState<HandCommand | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const allowed = commands.filter(({ id }) => mine.commands.includes(id))
  const phone = useWidth() === 'phone'
  const buttons = phone ? [] : allowed.slice(0, 2).filter(({ to }) => to)
  const rest = allowed.filter((command) => !buttons.includes(command))
  const start = async (command: HandCommand) => {
    if (command.to) return setAsking(command)
    const reply = await hand(mine.assignment, command.id)
    setRefusal(reply.ok ? null : reply.refusal)
    if (reply.ok) onDone?.(reply.value)
  }
  return (
    <>
      {refusal && <RefusalNote refusal={refusal} />}
      {buttons.map((command) => {
        const Icon = command.icon
        return (
          <Button key={command.id} variant="subtle" color="gray" leftSection={<Icon size={16} />} onClick={() => start(command)}>
            {t(`hand.${command.id}`)}
          </Button>
        )
      })}
      {rest.length > 0 && (
        <Menu width={240}>
          <Menu.Target>
            <ActionIcon size={phone ? 44 : 32} aria-label={t('hand.more')}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map((command) => {
              const Icon = command.icon
              return (
                <Menu.Item key={command.id} leftSection={<Icon size={16} />} onClick={() => start(command)}>
                  {t(`hand.${command.id}`)}
                </Menu.Item>
              )
            })}
          </Menu.Dropdown>
        </Menu>
      )}
      {asking && (
        <HandOnDialog
          mine={mine}
          command={asking}
          onClose={() => setAsking(null)}
          onDone={(document) => {
            setAsking(null)
            onDone?.(document)
          }}
        />
      )}
    </>
  )
}

interface HandOnDialogProps {
  readonly mine: MyAssignment
  readonly command: HandCommand
  readonly onClose: () => void
  readonly onDone: (document: DocumentAnswer) => void
}

/** To whom, and a few words for them. */
function HandOnDialog({ mine, command, onClose, onDone }: HandOnDialogProps) {
  const { t } = useTexts()
  const { hand } = useAssignmentCommands()
  const [to, setTo] = useState<string>()
  const [comment, setComment] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const needsComment = command.comment === 'required'
  const person: PersonField = { id: 'to', type: 'person', label: t('hand.to') }
  const send = async () => {
    setTried(true)
    if (!to || (needsComment && comment.trim() === '')) return
    setBusy(true)
    const reply = await hand(mine.assignment, command.id, { to, ...(comment.trim() ? { comment: comment.trim() } : {}) })
    setBusy(false)
    if (reply.ok) onDone(reply.value)
    else setRefusal(reply.refusal)
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={<span style={{ fontWeight: 650, fontSize: 16 }}>{t(`hand.${command.id}`)}</span>}
      closeButtonProps={{ 'aria-label': t('do.close') }}
    >
      <form
        style={{ display: 'grid', gap: 16 }}
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <p>{t(`hand.${command.id}.means`)}</p>
        <Field
          field={person}
          mode="edit"
          required
          value={to}
          onChange={(value) => setTo(typeof value === 'string' ? value : undefined)}
          problems={tried && !to ? new Map([['to', t('hand.to.missing')]]) : undefined}
        />
        <Textarea
          {...frameProps({
            label: t('decision.comment'),
            required: needsComment,
            problem: tried && needsComment && comment.trim() === '' ? t('decision.comment.missing') : undefined,
          })}
          autosize
          minRows={2}
          maxRows={8}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
        />
        {refusal && <RefusalNote refusal={refusal} />}
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
          <Button variant="default" onClick={onClose}>
            {t('do.cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t(`hand.${command.id}.do`)}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
