import { Button } from '@mantine/core'
import { IconUserCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { DocumentAnswer, TypeAnswer } from '../../../api/answers.ts'
import type { StripItem, StripStep } from '../../../engine/approval/strip.ts'
import { useTexts } from '../../language/texts.tsx'
import { useNow } from '../../language/use-now.ts'
import { Empty } from '../../ui/list-faces.tsx'
import { SeatStatus } from '../../ui/status.tsx'
import classes from './approvals.module.css'
import { SeatLine } from './seat-line.tsx'
import { type Rule, type SheetStep, sheetOf } from './sheet.ts'

interface ApprovalsProps {
  readonly document: DocumentAnswer
  readonly type: TypeAnswer
  readonly me: string
  readonly onChanged: (document: DocumentAnswer) => void
}

/** The approval sheet: each step with its rule, and a row for each whom it asks. */
export function Approvals({ document, type, me, onChanged }: ApprovalsProps) {
  const { t, of } = useTexts()
  const now = useNow()
  const [earlier, showEarlier] = useState(false)
  if (!document.process || !type.schema) return <Empty icon={IconUserCheck} title={t('sheet.none')} text={t('sheet.noProcess')} />
  const sheet = sheetOf(type.schema, document.process.state, now)
  const seen = new Set([...sheet.now, ...sheet.done].map(({ node }) => node))
  const coming = steps(document.process.strip).filter(
    (step) => step.state === 'next' && (step.kind === 'approval' || step.kind === 'task') && !seen.has(step.node),
  )
  if (sheet.now.length + sheet.done.length + coming.length === 0)
    return <Empty icon={IconUserCheck} title={t('sheet.none')} text={t('sheet.none.text')} />
  const draw = (step: SheetStep) => <Step key={step.id} step={step} document={document} type={type} me={me} onChanged={onChanged} />
  return (
    <div className={classes.sheet}>
      {sheet.now.map(draw)}
      {sheet.done.map(draw)}
      {coming.map((step) => (
        <section key={step.node} className={classes.step} aria-label={of(step.label)}>
          <div className={classes.head}>
            <h2 className={classes.coming}>{of(step.label)}</h2>
            <SeatStatus state="next" />
          </div>
        </section>
      ))}
      {sheet.earlier.length > 0 && (
        <div>
          <Button variant="subtle" color="gray" size="compact-sm" aria-expanded={earlier} onClick={() => showEarlier(!earlier)}>
            {t('sheet.earlier', { count: sheet.earlier.length })}
          </Button>
          {earlier && <div className={classes.sheet}>{sheet.earlier.toReversed().map(draw)}</div>}
        </div>
      )}
    </div>
  )
}

const steps = (items: readonly StripItem[]): StripStep[] =>
  items.flatMap((item) => (item.kind === 'block' ? steps(item.lanes.flat()) : [item]))

interface StepProps {
  readonly step: SheetStep
  readonly document: DocumentAnswer
  readonly type: TypeAnswer
  readonly me: string
  readonly onChanged: (document: DocumentAnswer) => void
}

function Step({ step, document, type, me, onChanged }: StepProps) {
  const { of } = useTexts()
  const rule = useRule(step.rule)
  // Of a pool the answer tells the name with the step of the strip, not with each of its seats.
  const pool = steps(document.process?.strip ?? []).find(({ node }) => node === step.node)?.pool ?? null
  return (
    <section className={classes.step} aria-label={of(step.label)}>
      <div className={classes.head}>
        <h2>{of(step.label)}</h2>
        {rule && <span className={classes.rule}>{rule}</span>}
      </div>
      <ul className={classes.lines}>
        {step.lines.map((line) => (
          <SeatLine key={line.id} line={line} pool={pool} document={document} type={type} me={me} onChanged={onChanged} />
        ))}
      </ul>
    </section>
  )
}

function useRule(rule: Rule): string | null {
  const { t } = useTexts()
  if (rule === null) return null
  return rule.kind === 'atLeast' ? t('sheet.rule.atLeast', { needed: rule.needed, of: rule.of }) : t(`sheet.rule.${rule.kind}`)
}
