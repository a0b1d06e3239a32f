import { Textarea } from '@mantine/core'
import { useState } from 'react'
import type { AvailableAction } from '../../../api/answers.ts'
import type { Refusal } from '../../data/refusal.ts'
import { frameProps } from '../../fields/field-frame.tsx'
import { useTexts } from '../../language/texts.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import dialogs from '../form/dialogs.module.css'

interface ActionDialogProps {
  readonly action: AvailableAction
  readonly busy: boolean
  readonly refusal: Refusal | null
  readonly onClose: () => void
  readonly onSend: (comment: string) => void
}

/** An action that wants a few words, or that ends the document's way from anywhere: asked before it is done. */
export function ActionDialog({ action, busy, refusal, onClose, onSend }: ActionDialogProps) {
  const { t, of } = useTexts()
  const [comment, setComment] = useState('')
  const [tried, setTried] = useState(false)
  const required = action.comment === 'required'
  const words = comment.trim()
  const send = () => {
    setTried(true)
    if (!required || words) onSend(words)
  }
  return (
    <ConfirmDialog
      opened
      title={of(action.label)}
      confirm={of(action.label)}
      danger={action.color === 'red'}
      busy={busy}
      onClose={onClose}
      onConfirm={send}
    >
      <div className={dialogs.form}>
        {action.comment !== 'none' && (
          <Textarea
            {...frameProps({
              label: t('action.comment'),
              required,
              problem: tried && required && !words ? t('action.comment.missing') : undefined,
            })}
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
