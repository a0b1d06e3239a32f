import { ActionIcon, Button, MultiSelect } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { Empty } from '../../runtime/app/ui/list-faces.tsx'
import type { Check } from '../../schemas/generated/document-type.ts'
import { ConditionRows } from '../conditions/condition-rows.tsx'
import { useWords } from '../language/words.tsx'
import { addCheck } from '../model/commands/type/add-check.ts'
import { moveCheck } from '../model/commands/type/move-check.ts'
import { removeCheck } from '../model/commands/type/remove-check.ts'
import { setCheck } from '../model/commands/type/set-check.ts'
import { ownWords } from '../model/text-in-languages.ts'
import { useEditing } from './parts/editing.tsx'
import { MessageInput } from './parts/message-input.tsx'
import { PagePart } from './parts/page-part.tsx'
import { RowList } from './parts/row-list.tsx'
import { WhoField } from './parts/who-field.tsx'
import classes from './views.module.css'

/** What every saved card keeps: what must be true, what people read when it is not, and who may let it pass. */
export function RulesView() {
  const { t, of } = useWords()
  const { body: type, workspace, run } = useEditing('document-type')
  const checks = type.checks ?? []
  const first = type.fields.find(({ retired, type: kind }) => !retired && kind !== 'table')
  const add = (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconPlus size={14} />}
      onClick={() =>
        run(
          addCheck({
            must: first ? `${first.id} != null` : 'true',
            else: ownWords({ en: 'Say here what is wrong.', ro: 'Scrie aici ce nu este în regulă.' }, workspace.languages),
            ...(first && { fields: [first.id] }),
          }),
        )
      }
    >
      {t('rules.add')}
    </Button>
  )
  if (checks.length === 0)
    return (
      <Empty title={t('rules.empty')} text={t('rules.text')}>
        {add}
      </Empty>
    )
  return (
    <PagePart title={t('type.rules')} text={t('rules.text')} add={add}>
      <RowList
        label={t('type.rules')}
        at="/checks"
        rows={checks}
        keyOf={({ id }) => id}
        nameOf={(check) => of(check.else)}
        onMove={(from, to) => run(moveCheck({ check: checks[from]!.id, to }))}
        draw={(check) => <RuleRow check={check} />}
      />
    </PagePart>
  )
}

function RuleRow({ check }: { check: Check }) {
  const { t, of } = useWords()
  const { body: type, run } = useEditing('document-type')
  const set = (change: Parameters<typeof setCheck>[0]['set']) => run(setCheck({ check: check.id, set: change }))
  return (
    <div className={classes.rule} data-retired={check.retired}>
      <div className={classes.line}>
        <h3>{t('rules.must')}</h3>
        {check.retired ? (
          <Button size="compact-xs" variant="subtle" onClick={() => set({ retired: undefined })}>
            {t('panel.restore')}
          </Button>
        ) : (
          <ActionIcon
            size={28}
            aria-label={t('rules.remove', { name: of(check.else) })}
            onClick={() => run(removeCheck({ check: check.id }))}
          >
            <IconTrash size={15} />
          </ActionIcon>
        )}
      </div>
      <div className={classes.when}>
        <ConditionRows label={t('rules.must')} value={check.must} place={{ type }} onChange={(must) => must && set({ must })} />
      </div>
      <h3>{t('rules.else')}</h3>
      <MessageInput label={t('rules.else')} value={check.else} type={type} onChange={(text) => text && set({ else: text })} />
      <MultiSelect
        label={t('rules.fields')}
        value={[...(check.fields ?? [])]}
        data={type.fields.filter(({ retired }) => !retired).map(({ id, label }) => ({ value: id, label: of(label) }))}
        searchable
        onChange={(fields) => set({ fields: fields.length > 0 ? fields : undefined })}
      />
      <h3>{t('rules.override')}</h3>
      <WhoField
        label={t('rules.override')}
        value={check.override}
        place={{ type }}
        none={t('rules.override.none')}
        onChange={(override) => set({ override: override.length > 0 ? override : undefined } as never)}
      />
    </div>
  )
}
