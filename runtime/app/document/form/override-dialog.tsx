import { Button, Modal, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { FailedCheck } from '../../../engine/problem.ts'
import { frameProps } from '../../fields/field-frame.tsx'
import { useTexts } from '../../language/texts.tsx'
import { Note } from '../../ui/note.tsx'
import classes from './dialogs.module.css'

interface OverrideDialogProps {
  readonly checks: readonly FailedCheck[]
  readonly busy: boolean
  readonly onClose: () => void
  readonly onSend: (reasons: Readonly<Record<string, string>>) => void
}

/** Rules that this person may let pass: each with a reason of its own. */
export function OverrideDialog({ checks, busy, onClose, onSend }: OverrideDialogProps) {
  const { t, of } = useTexts()
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({})
  const [tried, setTried] = useState(false)
  const blank = (check: string) => (reasons[check] ?? '').trim() === ''
  const send = () => {
    setTried(true)
    if (!checks.some(({ check }) => blank(check))) onSend(reasons)
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={<span className={classes.title}>{t('override.title')}</span>}
      closeButtonProps={{ 'aria-label': t('do.close') }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
      }}
    >
      <p className={classes.text}>{t('override.text')}</p>
      {checks.map((check) => (
        <div key={check.check} className={classes.check}>
          <Note tone="amber">{of(check.text)}</Note>
          <Textarea
            {...frameProps({
              label: t('override.reason'),
              required: true,
              problem: tried && blank(check.check) ? t('override.missing') : undefined,
            })}
            autosize
            minRows={2}
            value={reasons[check.check] ?? ''}
            onChange={(event) => setReasons({ ...reasons, [check.check]: event.target.value })}
          />
        </div>
      ))}
      <div className={classes.foot}>
        <Button variant="default" onClick={onClose}>
          {t('do.cancel')}
        </Button>
        <Button loading={busy} onClick={send}>
          {t('override.save')}
        </Button>
      </div>
    </Modal>
  )
}
