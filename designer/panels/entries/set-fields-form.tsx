import { ActionIcon, Button, NativeSelect } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useMemo } from 'react'
import { namesOf } from '../../../runtime/engine/card/types.ts'
import type { Automation } from '../../../schemas/generated/automation.ts'
import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { FeelEditor } from '../../conditions/feel-editor.tsx'
import { previewSite } from '../../forms/preview-site.ts'
import { useWords } from '../../language/words.tsx'
import { useAnyEditing } from '../../types/parts/editing.tsx'
import classes from '../inspector.module.css'

type SetFields = Extract<Automation, { do: 'set' }>

interface SetFieldsFormProps {
  readonly step: SetFields
  readonly type: DocumentType
  readonly onChange: (step: SetFields) => void
}

/** Which fields are filled in by itself, each with what: a value or what is worked out from the card. */
export function SetFieldsForm({ step, type, onChange }: SetFieldsFormProps) {
  const { t, of } = useWords()
  const { workspace, calendar } = useAnyEditing()
  const names = useMemo(() => namesOf(type, previewSite(workspace, calendar)), [type, workspace, calendar])
  const filled = Object.entries(step.set)
  // What is worked out or no longer used is not filled in; each field once.
  const free = type.fields.filter(
    (field) => !field.retired && field.formula === undefined && !field.rollup && field.type !== 'table' && !(field.id in step.set),
  )
  const put = (entries: readonly (readonly [string, string])[]) => onChange({ ...step, set: Object.fromEntries(entries) })
  return (
    <div className={classes.card}>
      {filled.map(([field, feel], index) => {
        const own = type.fields.find(({ id }) => id === field)
        return (
          <div key={field}>
            <div className={classes.row}>
              <NativeSelect
                className={classes.grow}
                size="xs"
                aria-label={t('automation.field')}
                value={field}
                onChange={(event) => {
                  const to = event.currentTarget.value
                  put(filled.map(([key, value]) => [key === field ? to : key, value]))
                }}
                data={[...(own ? [own] : []), ...free].map(({ id, label }) => ({ value: id, label: of(label) }))}
              />
              {filled.length > 1 && (
                <ActionIcon size={28} aria-label={t('automation.remove')} onClick={() => put(filled.filter((_, at) => at !== index))}>
                  <IconTrash size={16} />
                </ActionIcon>
              )}
            </div>
            <FeelEditor
              label={t('automation.value')}
              value={feel}
              place={{ type }}
              expected={names.typeOf(field)}
              onChange={(value) => value.trim() !== '' && put(filled.map(([key, before]) => [key, key === field ? value : before]))}
            />
          </div>
        )
      })}
      {free.length > 0 && (
        <Button
          variant="subtle"
          size="compact-sm"
          justify="start"
          leftSection={<IconPlus size={14} />}
          onClick={() => put([...filled, [free[0]!.id, 'null']])}
        >
          {t('automation.set.add')}
        </Button>
      )}
    </div>
  )
}
