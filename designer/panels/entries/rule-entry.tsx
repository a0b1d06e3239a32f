import { NumberInput, SegmentedControl } from '@mantine/core'
import type { ApprovalNode, TaskNode } from '../../../schemas/generated/approval-schema.ts'
import { useWords } from '../../language/words.tsx'
import classes from '../inspector.module.css'
import { useStep } from '../use-step.ts'

type Kind = 'any' | 'all' | 'majority' | 'number' | 'lead'

/** How many of those who are asked have to be for it. */
export function RuleEntry({ node }: { node: ApprovalNode | TaskNode }) {
  const { t } = useWords()
  const { set } = useStep(node.id)
  const rule = node.rule ?? 'all'
  const kind: Kind = typeof rule === 'object' ? 'number' : rule
  const offered: Kind[] = ['any', 'all', 'majority', 'number']
  return (
    <>
      <div className={classes.quiet} aria-hidden>
        {t('rule.title')}
      </div>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('rule.title')}
        value={kind}
        onChange={(next) => set('rule', next === 'number' ? { atLeast: 2 } : (next as 'all'))}
        data={[...offered, ...(kind === 'lead' || node.kind === 'task' ? (['lead'] as const) : [])].map((value) => ({
          value,
          label: t(`rule.${value}`),
        }))}
      />
      {typeof rule === 'object' && (
        <div className={classes.row}>
          {t('rule.atLeast')}
          <NumberInput
            w={64}
            size="xs"
            min={1}
            max={99}
            hideControls
            allowDecimal={false}
            aria-label={t('rule.atLeast')}
            value={rule.atLeast}
            onChange={(atLeast) => {
              if (typeof atLeast === 'number' && atLeast >= 1 && atLeast !== rule.atLeast) set('rule', { atLeast })
            }}
          />
        </div>
      )}
    </>
  )
}
