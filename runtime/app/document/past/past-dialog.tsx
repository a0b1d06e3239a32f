import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import type { DateField } from '../../../../schemas/generated/card-field.ts'
import { localDateAt } from '../../../engine/calendar/zone.ts'
import { Field } from '../../fields/field.tsx'
import { useTexts } from '../../language/texts.tsx'
import { useFormats } from '../../language/use-formats.ts'
import dialogs from '../form/dialogs.module.css'

interface PastDialogProps {
  readonly since: string
  readonly onClose: () => void
  readonly onShow: (day: string) => void
}

/** Which day the card is to be shown of. */
export function PastDialog({ since, onClose, onShow }: PastDialogProps) {
  const { t } = useTexts()
  const { today, zone } = useFormats()
  const [day, setDay] = useState<string>()
  const field: DateField = { id: 'on', type: 'date', label: t('past.on'), min: localDateAt(zone, since), max: today }
  return (
    <Modal
      opened
      size="sm"
      onClose={onClose}
      title={<span className={dialogs.title}>{t('past.title')}</span>}
      closeButtonProps={{ 'aria-label': t('do.close') }}
    >
      <form
        className={dialogs.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (day) onShow(day)
        }}
      >
        <Field field={field} mode="edit" required value={day} onChange={(value) => setDay(typeof value === 'string' ? value : undefined)} />
        <div className={dialogs.foot}>
          <Button variant="default" onClick={onClose}>
            {t('do.cancel')}
          </Button>
          <Button type="submit" disabled={!day}>
            {t('past.show')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
