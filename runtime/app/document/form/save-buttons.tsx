import { Button } from '@mantine/core'
import { IconDeviceFloppy } from '@tabler/icons-react'
import { useTexts } from '../../language/texts.tsx'

/** Saves what was changed. */
export function SaveButton({ busy, onSave }: { busy: boolean; onSave: () => void }) {
  const { t } = useTexts()
  return (
    <Button leftSection={<IconDeviceFloppy size={16} />} loading={busy} onClick={onSave} aria-keyshortcuts="Control+S">
      {t('do.save')}
    </Button>
  )
}

/** Takes back what was changed and not saved. */
export function DiscardButton({ busy, onDiscard }: { busy: boolean; onDiscard: () => void }) {
  const { t } = useTexts()
  return (
    <Button variant="subtle" color="gray" disabled={busy} onClick={onDiscard}>
      {t('form.discard')}
    </Button>
  )
}
