import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { EditRule } from '../../../schemas/generated/approval-schema.ts'
import { useSchema } from '../../canvas/schema-editing.tsx'
import { useWords } from '../../language/words.tsx'
import { PanelGroup } from '../../types/parts/page-part.tsx'
import classes from '../inspector.module.css'
import { useStep } from '../use-step.ts'
import { AudienceEntryView } from './audience-entry.tsx'
import { FieldsEntry } from './fields-entry.tsx'

interface EditEntryProps {
  readonly node: string
  readonly rules: readonly EditRule[] | undefined
  readonly asks?: boolean
  readonly row?: string | undefined
}

/** Who may change which fields while a document is here; nobody where nothing is said. */
export function EditEntry({ node, rules = [], asks, row }: EditEntryProps) {
  const { t } = useWords()
  const { types, schema } = useSchema()
  const { set } = useStep(node)
  const total = new Set(types.flatMap((type) => type.fields.filter((field) => !field.retired).map(({ id }) => id))).size
  const named = new Set(rules.flatMap(({ fields }) => fields ?? [])).size
  const all = rules.some(({ fields }) => !fields)
  const put = (index: number, rule: EditRule | null) =>
    set('edit', rule === null ? rules.filter((_, at) => at !== index) : rules.map((each, at) => (at === index ? rule : each)))
  return (
    <PanelGroup
      title={t('edit.title')}
      aside={rules.length === 0 ? t('edit.nobody') : all ? t('edit.all', { count: total }) : t('edit.some', { count: named, total })}
    >
      {rules.map((rule, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no name of its own
        <div key={index} className={classes.card}>
          <div className={classes.row}>
            <div className={classes.grow}>
              <AudienceEntryView
                quiet
                label={t('edit.who')}
                value={rule.who}
                types={types}
                schema={schema}
                assignee={asks}
                onChange={(who) => put(index, { ...rule, who })}
              />
            </div>
            <ActionIcon size={28} aria-label={t('edit.remove')} onClick={() => put(index, null)}>
              <IconTrash size={16} />
            </ActionIcon>
          </div>
          <FieldsEntry
            label={t('edit.fields')}
            none={t('edit.allFields')}
            row={row}
            value={rule.fields}
            onChange={(fields) => put(index, fields ? { who: rule.who, fields } : { who: rule.who })}
          />
        </div>
      ))}
      <div>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          onClick={() => set('edit', [...rules, { who: [{ the: asks ? 'assignee' : 'author' }] }])}
        >
          {t('edit.add')}
        </Button>
      </div>
    </PanelGroup>
  )
}
