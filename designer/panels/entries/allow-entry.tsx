import { ActionIcon, Button, MultiSelect } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { AllowedCommand, AllowRule } from '../../../schemas/generated/approval-schema.ts'
import { useSchema } from '../../canvas/schema-editing.tsx'
import { useWords } from '../../language/words.tsx'
import { allowedCommands, allowedWords } from '../../model/words/allowed-words.ts'
import { PanelGroup } from '../../types/parts/page-part.tsx'
import classes from '../inspector.module.css'
import { AudienceEntryView } from './audience-entry.tsx'

interface AllowEntryProps {
  readonly rules: readonly AllowRule[] | undefined
  /** Beside the title: what it means here where nothing is said. */
  readonly none?: string
  readonly onChange: (rules: AllowRule[] | undefined) => void
}

/** Who may do more than decide: delegate, take back, extend and so on; of the whole way, or of one step. */
export function AllowEntry({ rules = [], none, onChange }: AllowEntryProps) {
  const { t } = useWords()
  const { types, schema, speech } = useSchema()
  const set = (value: AllowRule[]) => onChange(value.length > 0 ? value : undefined)
  const put = (index: number, rule: AllowRule | null) =>
    set(rule === null ? rules.filter((_, at) => at !== index) : rules.map((each, at) => (at === index ? rule : each)))
  return (
    <PanelGroup title={t('allow.title')}>
      {rules.length === 0 && none !== undefined && <p className={classes.quiet}>{none}</p>}
      {rules.map((rule, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no name of its own
        <div key={index} className={classes.card}>
          <div className={classes.row}>
            <div className={classes.grow}>
              <AudienceEntryView
                quiet
                label={t('allow.who')}
                value={rule.who}
                types={types}
                schema={schema}
                assignee
                onChange={(who) => put(index, { ...rule, who })}
              />
            </div>
            <ActionIcon size={28} aria-label={t('allow.remove')} onClick={() => put(index, null)}>
              <IconTrash size={16} />
            </ActionIcon>
          </div>
          <MultiSelect
            size="xs"
            aria-label={t('allow.can')}
            data={allowedCommands.map((value) => ({ value, label: allowedWords(speech, value) }))}
            value={[...rule.can]}
            onChange={(can) => can.length > 0 && put(index, { ...rule, can: can as AllowedCommand[] })}
          />
        </div>
      ))}
      <div>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          onClick={() => set([...rules, { can: ['delegate'], who: [{ the: 'assignee' }] }])}
        >
          {t('allow.add')}
        </Button>
      </div>
    </PanelGroup>
  )
}
