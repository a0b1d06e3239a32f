import { ActionIcon, Button, NativeSelect } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { AnywhereAction } from '../../../schemas/generated/approval-schema.ts'
import { useSchema } from '../../canvas/schema-editing.tsx'
import { OptionalCondition } from '../../conditions/optional-condition.tsx'
import { useWords } from '../../language/words.tsx'
import { actionsOf } from '../../model/commands/schema/edit-actions.ts'
import type { Command } from '../../model/commands.ts'
import { nodeById } from '../../model/schema-graph.ts'
import { ownWords } from '../../model/text-in-languages.ts'
import { PanelGroup } from '../../types/parts/page-part.tsx'
import { RowList } from '../../types/parts/row-list.tsx'
import { TextInLanguages } from '../../types/parts/text-in-languages.tsx'
import classes from '../inspector.module.css'
import { stepChoices } from '../step-choices.ts'
import { AudienceEntryView } from './audience-entry.tsx'
import { FieldsEntry } from './fields-entry.tsx'

/** The buttons of a step, a block or of anywhere: what they say, who may press them, and what must be filled before. */
export function ActionsEntry({ node: id }: { node: string }) {
  const { t, of } = useWords()
  const { schema, workspace, execute } = useSchema()
  const [open, setOpen] = useState<string | null>(null)
  const node = nodeById(schema, id)
  const asks = node?.kind === 'approval' || node?.kind === 'task'
  const all = actionsOf(schema, id, workspace.languages) ?? []
  const actions = all.filter(({ retired }) => !retired)
  const retired = all.filter((action) => action.retired)
  const add = () => {
    const executed = execute({
      type: 'add-action',
      node: id,
      label: ownWords({ en: 'New button', ro: 'Buton nou' }, workspace.languages),
      ...(asks && { counts: 'for' }),
    })
    if (executed.ok && executed.made) setOpen(executed.made)
  }
  return (
    <PanelGroup title={t(asks ? 'actions.decisions' : 'actions.title')}>
      {actions.length === 0 && <p className={classes.quiet}>{t('actions.none')}</p>}
      <RowList
        label={t('actions.title')}
        rows={actions}
        keyOf={(action) => action.id}
        nameOf={(action) => of(action.label)}
        {...(actions.length > 1 && {
          onMove: (from: number, to: number) => void execute({ type: 'move-action', node: id, action: actions[from]!.id, to }),
        })}
        draw={(action) => (
          <>
            <div className={classes.row}>
              <button
                type="button"
                className={classes.timeStep}
                aria-expanded={open === action.id}
                onClick={() => setOpen(open === action.id ? null : action.id)}
              >
                <span className="cut">{of(action.label)}</span>
              </button>
              <ActionIcon
                size={28}
                aria-label={t('actions.remove', { name: of(action.label) })}
                onClick={() => execute({ type: 'remove-action', node: id, action: action.id })}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </div>
            {open === action.id && <ActionForm node={id} action={action} asks={asks} />}
          </>
        )}
      />
      {retired.map((action) => (
        <div key={action.id} className={classes.row}>
          <span className={`${classes.grow} ${classes.quiet} cut`}>{t('actions.retired', { name: of(action.label) })}</span>
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => execute({ type: 'set-action-property', node: id, action: action.id, property: 'retired', value: undefined })}
          >
            {t('panel.restore')}
          </Button>
        </div>
      ))}
      <div>
        <Button size="compact-xs" variant="subtle" leftSection={<IconPlus size={14} />} onClick={add}>
          {t(asks ? 'actions.addDecision' : 'actions.add')}
        </Button>
      </div>
    </PanelGroup>
  )
}

interface ActionFormProps {
  readonly node: string
  readonly action: AnywhereAction
  readonly asks: boolean
}

function ActionForm({ node, action, asks }: ActionFormProps) {
  const { t } = useWords()
  const { execute, types, schema, speech } = useSchema()
  const set = (property: string, value: unknown) =>
    void execute({ type: 'set-action-property', node, action: action.id, property, value } as Command)
  const type = types[0]
  return (
    <div className={classes.card}>
      <TextInLanguages label={t('actions.label')} value={action.label} onChange={(label) => set('label', label)} />
      {!asks && (
        <AudienceEntryView label={t('actions.who')} value={action.who} types={types} schema={schema} onChange={(who) => set('who', who)} />
      )}
      {asks && (
        <NativeSelect
          size="xs"
          label={t('actions.counts')}
          value={action.counts ?? 'for'}
          onChange={(event) => set('counts', event.currentTarget.value)}
          data={(['for', 'against', 'neither', 'at-once'] as const).map((value) => ({ value, label: t(`actions.counts.${value}`) }))}
        />
      )}
      <NativeSelect
        size="xs"
        label={t('actions.comment')}
        value={action.comment ?? 'allowed'}
        onChange={(event) => set('comment', event.currentTarget.value)}
        data={(['allowed', 'none', 'required'] as const).map((value) => ({ value, label: t(`actions.comment.${value}`) }))}
      />
      <div>
        <div className={classes.quiet}>{t('actions.needs')}</div>
        <FieldsEntry
          label={t('actions.needs')}
          none={t('actions.needs.none')}
          value={action.needs}
          onChange={(needs) => set('needs', needs)}
        />
      </div>
      {type && (
        <OptionalCondition
          label={t('actions.when')}
          always={t('actions.always')}
          value={action.when}
          place={{ type }}
          process
          onChange={(when) => set('when', when)}
        />
      )}
      {action.when !== undefined && (
        <TextInLanguages label={t('actions.whenNot')} value={action.whenNot} onChange={(whenNot) => set('whenNot', whenNot)} />
      )}
      <NativeSelect
        size="xs"
        label={t('actions.color')}
        value={action.color ?? ''}
        onChange={(event) => set('color', event.currentTarget.value || undefined)}
        data={(['', 'green', 'yellow', 'red', 'blue'] as const).map((value) => ({ value, label: t(`color.${value || 'none'}`) }))}
      />
      {node === 'anywhere' && (
        <NotIn
          value={action.notIn ?? []}
          choices={stepChoices(schema, speech).filter(({ value }) => nodeById(schema, value)?.kind !== 'join')}
          onChange={(notIn) => set('notIn', notIn)}
        />
      )}
    </div>
  )
}

interface NotInProps {
  readonly value: readonly string[]
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (steps: string[]) => void
}

/** The steps where a button does not work, of those that work anywhere. */
function NotIn({ value, choices, onChange }: NotInProps) {
  const { t } = useWords()
  return (
    <div>
      <div className={classes.quiet}>{t('actions.notIn')}</div>
      <fieldset className={classes.chips} aria-label={t('actions.notIn')}>
        {choices.map((choice) => {
          const on = value.includes(choice.value)
          return (
            <Button
              key={choice.value}
              size="compact-xs"
              variant={on ? 'light' : 'default'}
              aria-pressed={on}
              onClick={() => onChange(on ? value.filter((id) => id !== choice.value) : [...value, choice.value])}
            >
              {choice.label}
            </Button>
          )
        })}
      </fieldset>
    </div>
  )
}
