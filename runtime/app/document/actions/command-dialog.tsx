import { Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { DocumentAnswer, TypeAnswer } from '../../../api/answers.ts'
import type { Process } from '../../../engine/document/state.ts'
import { command as give } from '../../data/client.ts'
import { documentPath } from '../../data/document.ts'
import type { Refusal } from '../../data/refusal.ts'
import { frameProps } from '../../fields/field-frame.tsx'
import { useTexts } from '../../language/texts.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import dialogs from '../form/dialogs.module.css'

/** Commands on the whole document, in the order of the menu, and what each takes along. */
export const documentCommands = [
  { id: 'start-process', comment: false, node: null },
  { id: 'withdraw', comment: true, node: null },
  { id: 'return', comment: true, node: 'to' },
  { id: 'close-vote', comment: true, node: 'node' },
  { id: 'suspend', comment: true, node: null },
  { id: 'resume', comment: true, node: null },
] as const satisfies readonly { id: string; comment: boolean; node: 'to' | 'node' | null }[]

export type DocumentCommand = (typeof documentCommands)[number]

interface CommandDialogProps {
  readonly document: DocumentAnswer
  readonly type: TypeAnswer
  readonly command: DocumentCommand
  readonly onClose: () => void
  readonly onDone: (document: DocumentAnswer) => void
}

/** Says what a command does to the document, and takes a few words along. */
export function CommandDialog({ document, type, command, onClose, onDone }: CommandDialogProps) {
  const { t, of } = useTexts()
  const [comment, setComment] = useState('')
  const nodes = nodesFor(command, type, document.process?.state ?? null)
  const [node, setNode] = useState<string | null>(nodes.length === 1 ? (nodes[0]?.id ?? null) : null)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const send = async () => {
    setTried(true)
    if (command.node && !node) return
    setBusy(true)
    const words = comment.trim()
    const reply = await give<DocumentAnswer>(`${documentPath(document.type, document.id)}/commands/${command.id}`, {
      ...(command.node ? { [command.node]: node } : {}),
      ...(words && command.comment ? { comment: words } : {}),
    })
    setBusy(false)
    if (reply.ok) onDone(reply.value)
    else setRefusal(reply.refusal)
  }
  const left = document.process?.state.leftStage?.node
  const stage = type.schema?.nodes.find(({ id }) => id === left)
  const means =
    command.id === 'withdraw'
      ? stage?.label
        ? t('command.withdraw.means', { node: of(stage.label) })
        : t('command.withdraw.means.plain')
      : t(`command.${command.id}.means`)
  const does = command.id === 'return' || command.id === 'close-vote' ? t(`command.${command.id}.do`) : t(`command.${command.id}`)
  return (
    <ConfirmDialog opened title={does} confirm={does} busy={busy} onClose={onClose} onConfirm={send}>
      <div className={dialogs.form}>
        <p className={dialogs.text}>{means}</p>
        {command.node && (
          <Select
            {...frameProps({
              label: t(command.id === 'return' ? 'command.return.to' : 'command.close-vote.node'),
              required: true,
              problem: tried && !node ? t('command.return.to.missing') : undefined,
            })}
            placeholder={t('field.choose')}
            data={nodes.map(({ id, label }) => ({ value: id, label: of(label ?? id) }))}
            value={node}
            onChange={setNode}
          />
        )}
        {command.comment && (
          <Textarea
            {...frameProps({ label: t('action.comment') })}
            data-autofocus
            autosize
            minRows={2}
            maxRows={8}
            value={comment}
            onChange={(event) => setComment(event.target.value)}
          />
        )}
        {refusal && <RefusalNote refusal={refusal} />}
      </div>
    </ConfirmDialog>
  )
}

/** Where a return may lead: people's steps that were visited and are left; where a vote may be closed: where one runs. */
function nodesFor(command: DocumentCommand, type: TypeAnswer, process: Process | null) {
  const here = new Set(Object.values(process?.tokens ?? {}).map(({ node }) => node))
  const people = (type.schema?.nodes ?? []).filter(({ kind }) => kind === 'stage' || kind === 'approval' || kind === 'task')
  if (command.id === 'close-vote') return people.filter(({ id, kind }) => kind !== 'stage' && here.has(id))
  return people.filter(({ id }) => !here.has(id) && (process?.visits[id] ?? 0) > 0)
}
