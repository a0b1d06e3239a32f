import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { Deadline } from '../../../schemas/generated/approval-schema.ts'
import type { TimeStep } from '../../../schemas/generated/time-step.ts'
import { useSchema } from '../../canvas/schema-editing.tsx'
import { useWords } from '../../language/words.tsx'
import { outcomeWords, timeStepWords } from '../../model/reading.ts'
import { outcomesFrom } from '../../model/schema-graph.ts'
import { PanelGroup } from '../../types/parts/page-part.tsx'
import classes from '../inspector.module.css'
import { TimeStepForm } from './time-step-form.tsx'

interface LateStepsEntryProps {
  readonly node?: string
  readonly deadline: Deadline
  /** From which list a reason is asked. */
  readonly reason?: ReactNode
}

/** What happens before a deadline, at it and after it: one line each, opened to be changed. */
export function LateStepsEntry({ node, deadline, reason }: LateStepsEntryProps) {
  const { t } = useWords()
  const { schema, speech, execute } = useSchema()
  const [open, setOpen] = useState<number | null>(null)
  const of = node === undefined ? {} : { node }
  const steps = deadline.steps ?? []
  const choices = new Map(
    (node === undefined ? [] : outcomesFrom(schema, node)).flatMap((on) =>
      on === undefined ? [] : [[on, outcomeWords(schema, node!, on, speech)] as const],
    ),
  )
  const add = () => {
    const usual: TimeStep = node === undefined ? { at: 'P0D', tell: [{ the: 'author' }] } : { at: 'P0D', tell: [{ managerOf: 'assignee' }] }
    if (execute({ type: 'add-time-step', ...of, step: usual }).ok) setOpen(steps.length)
  }
  return (
    <PanelGroup title={t('late.title')}>
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step of a deadline has no name of its own
        <div key={index}>
          <button
            type="button"
            className={classes.timeStep}
            aria-expanded={open === index}
            onClick={() => setOpen(open === index ? null : index)}
          >
            {timeStepWords(speech, step, deadline.in, choices)}
          </button>
          {open === index && (
            <TimeStepForm
              of={of}
              index={index}
              step={step}
              counting={deadline.in}
              choices={choices}
              onRemove={() => {
                setOpen(null)
                execute({ type: 'remove-time-step', ...of, index })
              }}
            />
          )}
        </div>
      ))}
      {steps.length === 0 && <p className={classes.quiet}>{t('late.none')}</p>}
      <div>
        <Button size="compact-xs" variant="subtle" leftSection={<IconPlus size={14} />} onClick={add}>
          {t('late.add')}
        </Button>
      </div>
      {reason}
    </PanelGroup>
  )
}
