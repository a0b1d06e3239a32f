import { Button, Group, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTexts } from '../language/texts.tsx'

interface ConfirmDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly onConfirm: () => void
  readonly title: string
  /** What will happen, in a sentence; never "are you sure". */
  readonly children?: ReactNode
  /** The button says what it does. */
  readonly confirm: string
  readonly danger?: boolean
  readonly busy?: boolean
  readonly disabled?: boolean
}

/** Asks before what cannot be taken back. `Ctrl+Enter` confirms, `Esc` closes, and the focus returns to where it was. */
export function ConfirmDialog({ opened, onClose, onConfirm, title, children, confirm, danger, busy, disabled }: ConfirmDialogProps) {
  const { t } = useTexts()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={<span style={{ fontWeight: 650, fontSize: 16 }}>{title}</span>}
      closeButtonProps={{ 'aria-label': t('do.close') }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !busy && !disabled) onConfirm()
      }}
    >
      {children}
      <Group justify="flex-end" gap={8} mt={16}>
        <Button variant="default" onClick={onClose}>
          {t('do.cancel')}
        </Button>
        <Button color={danger ? 'var(--red-solid)' : undefined} loading={busy ?? false} disabled={disabled ?? false} onClick={onConfirm}>
          {confirm}
        </Button>
      </Group>
    </Modal>
  )
}
