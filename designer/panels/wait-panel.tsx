import { ActionIcon, Button, NativeSelect } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { WaitFor, WaitNode } from '../../schemas/generated/approval-schema.ts'
import { useSchema } from '../canvas/schema-editing.tsx'
import { ConditionRows } from '../conditions/condition-rows.tsx'
import { useWords } from '../language/words.tsx'
import { patched } from '../model/lists.ts'
import { CommitInput } from '../types/parts/commit-input.tsx'
import { PanelGroup } from '../types/parts/page-part.tsx'
import { DeadlineEntry } from './entries/deadline-entry.tsx'
import { DurationEntry } from './entries/duration-entry.tsx'
import { MomentEntry } from './entries/moment-entry.tsx'
import classes from './inspector.module.css'
import { stepChoices } from './step-choices.ts'
import { useStep } from './use-step.ts'

type Kind = 'after' | 'date' | 'when' | 'passed'
const kindOf = (until: WaitFor): Kind =>
  until.after !== undefined ? 'after' : until.date !== undefined ? 'date' : until.when !== undefined ? 'when' : 'passed'

/** A wait: what has to come; the first of several goes on. */
export function WaitPanel({ node }: { node: WaitNode }) {
  const { t, of } = useWords()
  const { schema, speech, types } = useSchema()
  const { set, execute } = useStep(node.id)
  const type = types[0]
  const dates = (type?.fields ?? []).filter((field) => (field.type === 'date' || field.type === 'date-time') && !field.retired)
  const steps = stepChoices(schema, speech).filter(({ value }) => value !== node.id)
  const put = (index: number, until: WaitFor | null) =>
    set('until', until === null ? node.until.filter((_, at) => at !== index) : node.until.map((each, at) => (at === index ? until : each)))
  const fresh = (kind: Kind, on: string | undefined): WaitFor => {
    const outcome = on === undefined ? {} : { on }
    switch (kind) {
      case 'date':
        return { date: dates[0]?.id ?? 'date', ...outcome }
      case 'when':
        return { when: 'true', ...outcome }
      case 'passed':
        return { passed: steps[0]?.value ?? schema.start, ...outcome }
      default:
        return { after: 'P1D', ...outcome }
    }
  }
  const offered: Kind[] = ['after', ...(dates.length > 0 ? (['date'] as const) : []), ...(type ? (['when'] as const) : []), 'passed']
  return (
    <>
      <PanelGroup title={t('wait.title')}>
        {node.until.map((until, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what is waited for has no name of its own
          <div key={index} className={classes.card}>
            <div className={classes.row}>
              <NativeSelect
                className={classes.grow}
                size="xs"
                aria-label={t('wait.kind')}
                value={kindOf(until)}
                onChange={(event) => put(index, fresh(event.currentTarget.value as Kind, until.on))}
                data={[...new Set([...offered, kindOf(until)])].map((value) => ({ value, label: t(`wait.${value}`) }))}
              />
              {node.until.length > 1 && (
                <ActionIcon size={28} aria-label={t('wait.remove')} onClick={() => put(index, null)}>
                  <IconTrash size={16} />
                </ActionIcon>
              )}
            </div>
            {until.after !== undefined && (
              <DurationEntry
                label={t('wait.after')}
                value={until.after}
                counting={until.in}
                counts
                onChange={(after, counting) => {
                  const { in: _, ...rest } = until
                  put(index, { ...rest, after, ...(counting === 'working-time' && { in: counting }) } as WaitFor)
                }}
              />
            )}
            {until.date !== undefined && (
              <NativeSelect
                size="xs"
                aria-label={t('wait.date')}
                value={until.date}
                onChange={(event) => put(index, { ...until, date: event.currentTarget.value } as WaitFor)}
                data={dates.map(({ id, label }) => ({ value: id, label: of(label) }))}
              />
            )}
            {until.when !== undefined && type && (
              <ConditionRows
                label={t('wait.when')}
                value={until.when}
                place={{ type }}
                onChange={(when) => put(index, { ...until, when: when ?? 'true' } as WaitFor)}
              />
            )}
            {until.passed !== undefined && (
              <NativeSelect
                size="xs"
                aria-label={t('wait.passed')}
                value={until.passed}
                onChange={(event) => put(index, { ...until, passed: event.currentTarget.value } as WaitFor)}
                data={steps}
              />
            )}
            {(until.after ?? until.date) !== undefined && (
              <MomentEntry hour={until.hour} dayOff={until.dayOff} onChange={(change) => put(index, patched(until, change))} />
            )}
            {(node.until.length > 1 || until.on !== undefined) && (
              <CommitInput
                size="xs"
                label={t('wait.on')}
                placeholder={t('wait.on.done')}
                value={until.on?.replaceAll('-', ' ') ?? ''}
                onCommit={(name) => execute({ type: 'set-wait-outcome', node: node.id, index, name })}
              />
            )}
          </div>
        ))}
        <div>
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPlus size={14} />}
            onClick={() => set('until', [...node.until, { after: 'P1D', on: `way-${node.until.length + 1}` }])}
          >
            {t('wait.add')}
          </Button>
        </div>
      </PanelGroup>
      <DeadlineEntry node={node.id} deadline={node.deadline} />
    </>
  )
}
