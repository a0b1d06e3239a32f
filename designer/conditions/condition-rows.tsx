import { Button, NativeSelect } from '@mantine/core'
import { IconBrackets, IconLock, IconPencil, IconPlus } from '@tabler/icons-react'
import { useId, useMemo, useState } from 'react'
import { BOOLEAN } from '../../runtime/engine/expression/type.ts'
import { useWords } from '../language/words.tsx'
import { type Condition, type ConditionGroup, readCondition, writeCondition } from '../model/conditions.ts'
import { useAnyEditing } from '../types/parts/editing.tsx'
import { rowFor } from './comparisons.ts'
import { ConditionRowLine, RemoveRow } from './condition-row.tsx'
import classes from './condition-rows.module.css'
import { FeelEditor, OnSample } from './feel-editor.tsx'
import { type ConditionPlace, type OfferedField, offeredFields } from './offered-fields.ts'

export interface ConditionRowsProps {
  /** What it is the condition of, for who cannot see where it stands. */
  readonly label: string
  /** FEEL; undefined for none. */
  readonly value: string | undefined
  readonly place: ConditionPlace
  readonly onChange: (feel: string | undefined) => void
  /** Conditions of steps may speak of steps. */
  readonly process?: boolean
}

/**
 * A condition as rows: field, comparison, value; all or any, nested. The same as text below, with a pencil. What rows cannot
 * show stays as one locked row and is written back as it stood.
 */
export function ConditionRows({ label, value, place, onChange, process }: ConditionRowsProps) {
  const { t } = useWords()
  const { workspace } = useAnyEditing()
  const [asText, setAsText] = useState(false)
  const fields = useMemo(() => offeredFields(workspace, place), [workspace, place])
  const [held, hold] = useState<{ readonly feel: string | undefined; readonly group: ConditionGroup }>(() => ({
    feel: value,
    group: readCondition(value),
  }))
  // Rows that are not whole yet (an empty group) are kept here; what came from elsewhere is read anew.
  if (held.feel !== value) hold({ feel: value, group: readCondition(value) })
  const change = (group: ConditionGroup) => {
    const feel = writeCondition(group)
    hold({ feel, group })
    if (feel !== value) onChange(feel)
  }
  return (
    <fieldset className={classes.condition}>
      <legend className="sr-only">{label}</legend>
      {asText ? (
        <FeelEditor
          label={t('condition.text')}
          value={value ?? ''}
          place={place}
          expected={BOOLEAN}
          process={process ?? false}
          onChange={(feel) => onChange(feel.trim() || undefined)}
          autoFocus
        />
      ) : (
        <>
          <Group group={held.group} fields={fields} onChange={change} top />
          {value !== undefined && <code className={classes.feel}>{value}</code>}
          {value !== undefined && <OnSample source={value} place={place} />}
        </>
      )}
      <Button
        className={classes.pencil}
        variant="subtle"
        color="gray"
        size="compact-xs"
        leftSection={<IconPencil size={14} />}
        onClick={() => setAsText(!asText)}
      >
        {t(asText ? 'condition.asRows' : 'condition.asText')}
      </Button>
    </fieldset>
  )
}

interface GroupProps {
  readonly group: ConditionGroup
  readonly fields: readonly OfferedField[]
  readonly onChange: (group: ConditionGroup) => void
  readonly onRemove?: () => void
  readonly top?: boolean
}

function Group({ group, fields, onChange, onRemove, top }: GroupProps) {
  const { t, rich } = useWords()
  const select = useId()
  const put = (index: number, row: Condition | null) =>
    onChange({
      ...group,
      rows: row === null ? group.rows.filter((_, at) => at !== index) : group.rows.map((one, at) => (at === index ? row : one)),
    })
  const add = (row: Condition) => onChange({ ...group, rows: [...group.rows, row] })
  // One that is not asked about yet: twice the same would say nothing, or contradict itself.
  const asked = new Set(group.rows.flatMap((row) => (row.kind === 'row' ? [row.field] : [])))
  const first = fields.find(({ path }) => !asked.has(path)) ?? fields[0]
  return (
    <div className={classes.group} data-inner={!top || undefined}>
      {(group.rows.length > 1 || !top) && (
        <div className={classes.join}>
          {rich('condition.join', {
            join: (
              <NativeSelect
                id={select}
                aria-label={t('condition.join.label')}
                className={classes.joins ?? ''}
                value={group.join}
                data={[
                  { value: 'all', label: t('condition.all') },
                  { value: 'any', label: t('condition.any') },
                ]}
                onChange={(event) => onChange({ ...group, join: event.currentTarget.value === 'any' ? 'any' : 'all' })}
              />
            ),
          })}
          {onRemove && <RemoveRow label={t('condition.group.remove')} onRemove={onRemove} />}
        </div>
      )}
      {group.rows.map((row, index) => {
        if (row.kind === 'row') {
          const edits = { onChange: (next: Condition) => put(index, next), onRemove: () => put(index, null) }
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name than their place
          return <ConditionRowLine key={index} row={row} fields={fields} {...edits} />
        }
        if (row.kind === 'group')
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name than their place
            <Group key={index} group={row} fields={fields} onChange={(next) => put(index, next)} onRemove={() => put(index, null)} />
          )
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name than their place
          <div key={index} className={classes.locked}>
            <IconLock size={14} aria-hidden />
            <code title={t('condition.locked')}>{row.source}</code>
            <RemoveRow label={t('condition.remove')} onRemove={() => put(index, null)} />
          </div>
        )
      })}
      <div className={classes.add}>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          disabled={!first}
          onClick={() => first && add(rowFor(first))}
        >
          {t('condition.add')}
        </Button>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconBrackets size={14} />}
          disabled={!first}
          onClick={() => first && add({ kind: 'group', join: group.join === 'all' ? 'any' : 'all', rows: [rowFor(first)] })}
        >
          {t('condition.group')}
        </Button>
      </div>
    </div>
  )
}
