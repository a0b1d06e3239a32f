import { NativeSelect, NumberInput } from '@mantine/core'
import type { ForkNode, JoinNode } from '../../schemas/generated/approval-schema.ts'
import { useSchema } from '../canvas/schema-editing.tsx'
import { useWords } from '../language/words.tsx'
import { forkById, joinOf } from '../model/schema-graph.ts'
import { CommitInput } from '../types/parts/commit-input.tsx'
import { PanelGroup } from '../types/parts/page-part.tsx'
import { ActionsEntry } from './entries/actions-entry.tsx'
import { DeadlineEntry } from './entries/deadline-entry.tsx'
import { EditEntry } from './entries/edit-entry.tsx'
import classes from './inspector.module.css'
import { useStep } from './use-step.ts'

/** A block: how many branches have to arrive, what becomes of the rest; and whether there is one for each row of a table. */
export function BlockPanel({ node }: { node: ForkNode | JoinNode }) {
  const { t, of } = useWords()
  const { schema, types } = useSchema()
  const fork = node.kind === 'fork' ? node : forkById(schema, node.fork)
  const join = node.kind === 'join' ? node : joinOf(schema, node.id)
  const forkStep = useStep(fork?.id ?? '')
  const joinStep = useStep(join?.id ?? '')
  const rule = join?.rule ?? 'all'
  const tables = types.flatMap((type) =>
    type.fields.filter((field) => (field.type === 'table' || ('many' in field && field.many)) && !field.retired),
  )
  return (
    <>
      {join && (
        <PanelGroup title={t('block.wait')}>
          <div className={classes.row}>
            <NativeSelect
              className={classes.grow}
              size="xs"
              aria-label={t('block.wait')}
              value={typeof rule === 'object' ? 'number' : rule}
              onChange={(event) => {
                const next = event.currentTarget.value
                joinStep.set('rule', next === 'number' ? { atLeast: 2 } : (next as 'all' | 'any'))
              }}
              data={(['all', 'any', 'number'] as const).map((value) => ({ value, label: t(`block.wait.${value}`) }))}
            />
            {typeof rule === 'object' && (
              <NumberInput
                w={64}
                size="xs"
                min={1}
                hideControls
                aria-label={t('rule.atLeast')}
                value={rule.atLeast}
                onChange={(atLeast) => {
                  if (typeof atLeast === 'number' && atLeast >= 1 && atLeast !== rule.atLeast) joinStep.set('rule', { atLeast })
                }}
              />
            )}
          </div>
          <NativeSelect
            size="xs"
            label={t('block.rest')}
            value={join.rest ?? 'withdraw'}
            onChange={(event) => joinStep.set('rest', event.currentTarget.value as NonNullable<JoinNode['rest']>)}
            data={(['withdraw', 'let-finish'] as const).map((value) => ({ value, label: t(`block.rest.${value}`) }))}
          />
        </PanelGroup>
      )}
      {fork && node.kind === 'fork' && (
        <>
          {(tables.length > 0 || fork.each !== undefined) && (
            <PanelGroup title={t('block.each')}>
              <NativeSelect
                size="xs"
                aria-label={t('block.each')}
                value={fork.each ?? ''}
                onChange={(event) => forkStep.set('each', event.currentTarget.value || undefined)}
                data={[
                  { value: '', label: t('block.each.no') },
                  ...tables.map(({ id, label }) => ({ value: id, label: t('block.each.of', { field: of(label) }) })),
                ]}
              />
              {fork.each !== undefined && (
                <CommitInput
                  size="xs"
                  label={t('block.as')}
                  value={fork.as ?? ''}
                  onCommit={(as) => forkStep.set('as', as.trim() || undefined)}
                />
              )}
            </PanelGroup>
          )}
          <DeadlineEntry node={fork.id} deadline={fork.deadline} pauses />
          <ActionsEntry node={fork.id} />
          <EditEntry node={fork.id} rules={fork.edit} />
        </>
      )}
    </>
  )
}
