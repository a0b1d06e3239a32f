import { ActionIcon, Button, MultiSelect } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { AllowedCommand, AllowRule } from '../../../schemas/generated/approval-schema.ts'
import { useSchema } from '../../canvas/schema-editing.tsx'
import { useWords } from '../../language/words.tsx'
import { PanelGroup } from '../../types/parts/page-part.tsx'
import classes from '../inspector.module.css'
import { AudienceEntryView } from './audience-entry.tsx'

const commands = [
  'delegate',
  'forward',
  'ask-opinion',
  'add-approver',
  'reassign',
  'drop-seat',
  'withdraw',
  'suspend',
  'resume',
  'skip',
  'return',
  'extend',
  'close-vote',
  'move',
] as const satisfies readonly AllowedCommand[]

/** Who may do more than decide: delegate, take back, extend and so on, anywhere on the way. */
export function AllowEntry({ rules = [] }: { rules?: readonly AllowRule[] | undefined }) {
  const { t } = useWords()
  const { types, schema, execute } = useSchema()
  const set = (value: AllowRule[]) =>
    void execute({ type: 'set-schema-property', property: 'allow', value: value.length > 0 ? value : undefined })
  const put = (index: number, rule: AllowRule | null) =>
    set(rule === null ? rules.filter((_, at) => at !== index) : rules.map((each, at) => (at === index ? rule : each)))
  return (
    <PanelGroup title={t('allow.title')}>
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
            data={commands.map((value) => ({ value, label: t(`allow.${value}`) }))}
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
