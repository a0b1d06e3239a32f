import { ActionIcon, Button, NativeSelect, Switch } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { ApprovalLine, ApprovalNode, TaskNode } from '../../../schemas/generated/approval-schema.ts'
import { useSchema } from '../../canvas/schema-editing.tsx'
import { OptionalCondition } from '../../conditions/optional-condition.tsx'
import { useWords } from '../../language/words.tsx'
import type { Command } from '../../model/commands.ts'
import { lineWords } from '../../model/words/audience-words.ts'
import { RowList } from '../../types/parts/row-list.tsx'
import { TextInLanguages } from '../../types/parts/text-in-languages.tsx'
import classes from '../inspector.module.css'
import { AudienceEntryView } from './audience-entry.tsx'
import { FieldsEntry } from './fields-entry.tsx'
import { StepsEntry } from './steps-entry.tsx'

interface LinesEntryProps {
  readonly node: ApprovalNode | TaskNode
  /** The lines that are asked where the others find nobody. */
  readonly ifNobody?: boolean
}

/** The lines of the approval sheet: whom to ask, one of them or each, and under which condition. */
export function LinesEntry({ node, ifNobody }: LinesEntryProps) {
  const { t } = useWords()
  const { execute, speech } = useSchema()
  const of = { node: node.id, ...(ifNobody && { ifNobody: true }) }
  const lines = ifNobody ? (node.ifNobody?.ask ?? []) : node.ask
  return (
    <>
      <RowList
        label={t('lines.title')}
        rows={lines}
        keyOf={({ id }) => id}
        nameOf={(line) => lineWords(speech, line)}
        {...(lines.length > 1 && {
          onMove: (from: number, to: number) => void execute({ type: 'move-line', ...of, line: lines[from]!.id, to }),
        })}
        draw={(line) => <Line of={of} line={line} only={lines.length === 1 && !ifNobody} />}
      />
      <div>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          onClick={() => execute({ type: 'add-line', ...of, who: [{ managerOf: 'author' }] })}
        >
          {t(ifNobody ? 'lines.addInstead' : 'lines.add')}
        </Button>
      </div>
    </>
  )
}

interface LineProps {
  readonly of: { readonly node: string; readonly ifNobody?: boolean }
  readonly line: ApprovalLine
  readonly only: boolean
}

function Line({ of, line, only }: LineProps) {
  const { t, of: words } = useWords()
  const { execute, types, schema } = useSchema()
  const [more, showMore] = useState(false)
  const set = (property: string, value: unknown) =>
    void execute({ type: 'set-line-property', ...of, line: line.id, property, value } as Command)
  const tables = types.flatMap((type) => type.fields.filter((field) => field.type === 'table' && !field.retired))
  const type = types[0]
  return (
    <div className={classes.lines}>
      <AudienceEntryView
        label={t('lines.who')}
        value={line.who}
        types={types}
        schema={schema}
        row={line.each}
        onChange={(who) => set('who', who)}
      />
      <div className={`${classes.row} ${classes.labelled}`}>
        <NativeSelect
          className={classes.grow}
          size="xs"
          label={t('lines.take')}
          value={line.take ?? 'each'}
          onChange={(event) => set('take', event.currentTarget.value)}
          data={(['each', 'one', 'in-turn', 'least-busy'] as const).map((value) => ({ value, label: t(`lines.take.${value}`) }))}
        />
        <Button size="compact-xs" variant="subtle" color="gray" aria-expanded={more} onClick={() => showMore(!more)}>
          {t('panel.more')}
        </Button>
        {!only && (
          <ActionIcon size={28} aria-label={t('lines.remove')} onClick={() => execute({ type: 'remove-line', ...of, line: line.id })}>
            <IconTrash size={16} />
          </ActionIcon>
        )}
      </div>
      {more && (
        <div className={classes.card}>
          {type && (
            <div>
              <div className={classes.quiet}>{t('lines.when')}</div>
              <OptionalCondition
                label={t('lines.when')}
                always={t('lines.always')}
                value={line.when}
                place={{ type, row: line.each }}
                process
                onChange={(when) => set('when', when)}
              />
            </div>
          )}
          {(tables.length > 0 || line.each !== undefined) && (
            <NativeSelect
              size="xs"
              label={t('lines.each')}
              value={line.each ?? ''}
              onChange={(event) => set('each', event.currentTarget.value || undefined)}
              data={[{ value: '', label: t('lines.each.no') }, ...tables.map(({ id, label }) => ({ value: id, label: words(label) }))]}
            />
          )}
          {type && (line.each !== undefined || (line.lead !== undefined && line.lead !== 'true')) ? (
            <div>
              <div className={classes.quiet}>{t('lines.lead')}</div>
              <OptionalCondition
                label={t('lines.lead')}
                always={t('lines.lead.none')}
                value={line.lead}
                place={{ type, row: line.each }}
                process
                onChange={(lead) => set('lead', lead)}
              />
            </div>
          ) : (
            <Switch
              size="xs"
              label={t('lines.lead.this')}
              checked={line.lead !== undefined}
              onChange={(event) => set('lead', event.currentTarget.checked ? 'true' : undefined)}
            />
          )}
          <div>
            <div className={classes.quiet}>{t('lines.except')}</div>
            <AudienceEntryView
              quiet
              label={t('lines.except')}
              value={line.except}
              types={types}
              schema={schema}
              row={line.each}
              onChange={(except) => set('except', except.length > 0 ? except : undefined)}
            />
          </div>
          {line.take !== undefined && line.take !== 'each' && (
            <StepsEntry
              label={t('lines.prefer')}
              none={t('lines.prefer.none')}
              value={line.prefer}
              kinds={['stage', 'approval', 'task']}
              onChange={(prefer) => set('prefer', prefer)}
            />
          )}
          <div>
            <div className={classes.quiet}>{t('lines.sees')}</div>
            <FieldsEntry
              label={t('lines.sees')}
              none={t('lines.sees.all')}
              row={line.each}
              value={line.sees}
              onChange={(sees) => set('sees', sees)}
            />
          </div>
          <TextInLanguages label={t('lines.text')} value={line.text} onChange={(text) => set('text', text)} />
        </div>
      )}
    </div>
  )
}
