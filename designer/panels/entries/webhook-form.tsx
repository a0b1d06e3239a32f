import { NativeSelect } from '@mantine/core'
import type { Automation } from '../../../schemas/generated/automation.ts'
import { useSchema } from '../../canvas/schema-editing.tsx'
import { useWords } from '../../language/words.tsx'
import { patched } from '../../model/lists.ts'
import { CommitInput } from '../../types/parts/commit-input.tsx'
import classes from '../inspector.module.css'
import { FieldsEntry } from './fields-entry.tsx'

type Webhook = Extract<Automation, { do: 'webhook' }>

interface WebhookFormProps {
  readonly step: Webhook
  readonly onChange: (step: Webhook) => void
}

/** Which other program is told, by the name that its address has on this site, and which fields it is sent. */
export function WebhookForm({ step, onChange }: WebhookFormProps) {
  const { t } = useWords()
  const { workspace } = useSchema()
  const known = [...(workspace.organisation?.webhooks?.keys() ?? [])]
  return (
    <div className={classes.card}>
      {known.length > 0 ? (
        <NativeSelect
          size="xs"
          label={t('automation.webhook.name')}
          value={step.webhook}
          onChange={(event) => onChange({ ...step, webhook: event.currentTarget.value })}
          data={[...new Set([...known, step.webhook])]}
        />
      ) : (
        <CommitInput
          size="xs"
          label={t('automation.webhook.name')}
          value={step.webhook}
          onCommit={(webhook) => webhook.trim() !== '' && onChange({ ...step, webhook: webhook.trim() })}
        />
      )}
      <div>
        <div className={classes.quiet}>{t('automation.webhook.fields')}</div>
        <FieldsEntry
          label={t('automation.webhook.fields')}
          none={t('automation.webhook.all')}
          value={step.fields}
          onChange={(fields) => onChange(patched(step, { fields }))}
        />
      </div>
    </div>
  )
}
