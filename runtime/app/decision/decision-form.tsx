import { Button, PasswordInput, Textarea } from '@mantine/core'
import { IconArrowBackUp, IconCheck, IconHandStop, IconX, type TablerIcon } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { DocumentAnswer, MyAssignment, TypeAnswer } from '../../api/answers.ts'
import { useAssignmentCommands } from '../data/assignments.ts'
import type { Refusal } from '../data/refusal.ts'
import { Field } from '../fields/field.tsx'
import { frameProps } from '../fields/field-frame.tsx'
import { Pick } from '../fields/pick.tsx'
import { useTexts } from '../language/texts.tsx'
import { DecisionButtons, DecisionFields } from '../ui/decision-bar.tsx'
import { Note } from '../ui/note.tsx'
import { RefusalNote } from '../ui/refusal-note.tsx'
import { KeyHint } from '../ui/tag.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { useWidth } from '../ui/use-width.ts'
import type { Meanwhile } from './changed-meanwhile.ts'
import classes from './decision-form.module.css'
import { HandOn } from './hand-on.tsx'
import { keyOfOutcome, type Outcome, outcomeOfKey } from './outcomes.ts'
import { type DecisionInHand, useDecision } from './use-decision.ts'

interface DecisionFormProps {
  readonly mine: MyAssignment
  readonly document: DocumentAnswer
  readonly type: TypeAnswer
  readonly meanwhile: Meanwhile
  /** After the decision was taken; the document is as it then is. */
  readonly onDecided: (outcome: Outcome, document: DocumentAnswer) => void
  /** After the assignment went to somebody else. */
  readonly onHandedOn?: (document: DocumentAnswer) => void
}

/**
 * What waits for me, to be decided: why it is late, the comment, whatever the outcome needs filled, and the outcomes as
 * buttons. Keys: A R X choose, C writes a comment, Ctrl+Enter sends, Esc takes the choice back.
 */
export function DecisionForm(props: DecisionFormProps) {
  return props.mine.state === 'pool' ? <Claim {...props} /> : <Decision {...props} />
}

/** One of several may take it: first it is taken. */
function Claim({ mine }: DecisionFormProps) {
  const { t } = useTexts()
  const { hand } = useAssignmentCommands()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const claim = async () => {
    setBusy(true)
    const reply = await hand(mine.assignment, 'claim')
    setBusy(false)
    setRefusal(reply.ok ? null : reply.refusal)
  }
  return (
    <>
      <p className={classes.hint}>{t('decision.pool')}</p>
      {refusal && <RefusalNote refusal={refusal} />}
      <DecisionButtons>
        <Button leftSection={<IconHandStop size={16} />} loading={busy} onClick={claim}>
          {t('decision.claim')}
        </Button>
      </DecisionButtons>
    </>
  )
}

const icons: Record<Outcome['counts'], TablerIcon> = {
  for: IconCheck,
  neither: IconArrowBackUp,
  'at-once': IconArrowBackUp,
  against: IconX,
}

function Decision({ mine, document, type, meanwhile, onDecided, onHandedOn }: DecisionFormProps) {
  const { t, of } = useTexts()
  const decision = useDecision({ mine, document, meanwhile, onDecided })
  const { chosen, refusal } = decision
  const comment = useRef<HTMLTextAreaElement>(null)
  const form = useRef<HTMLDivElement>(null)
  const byKey = (key: 'a' | 'r' | 'x') => () => {
    const outcome = outcomeOfKey(key, mine.outcomes)
    if (outcome) decision.choose(outcome)
  }
  useKeys({
    a: byKey('a'),
    r: byKey('r'),
    x: byKey('x'),
    c: () => comment.current?.focus(),
    'ctrl+enter': decision.confirm,
    ...(chosen ? { escape: () => decision.choose(null) } : {}),
  })
  // Once an outcome is chosen, the focus goes to what it still asks for.
  useEffect(() => {
    if (!chosen) return
    const required = [...(form.current?.querySelectorAll<HTMLInputElement>('[aria-required]') ?? [])]
    const first = required.find(({ value }) => !value) ?? form.current?.querySelector<HTMLElement>('[data-send]')
    first?.focus()
  }, [chosen])
  const labelOf = (id: string) => of(type.type.fields.find((field) => field.id === id)?.label ?? id)
  return (
    <div
      ref={form}
      // An open list of reasons would take the Enter for itself.
      onKeyDownCapture={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !chosen) return
        event.preventDefault()
        event.stopPropagation()
        decision.confirm()
      }}
    >
      {meanwhile.changed.size > 0 && (
        <div className={classes.note}>
          <Note tone="amber" alert>
            {t('decision.changed', { fields: [...meanwhile.changed.keys()].map(labelOf).join(', ') })}
          </Note>
        </div>
      )}
      {refusal && refusal.problem.code !== 'card-changed' && (
        <div className={classes.note}>
          <RefusalNote refusal={refusal} />
        </div>
      )}
      <DecisionInputs decision={decision} mine={mine} document={document} type={type} comment={comment} />
      {chosen ? (
        <Confirm decision={decision} chosen={chosen} />
      ) : (
        <DecisionButtons more={<HandOn mine={mine} onDone={onHandedOn} />}>
          {mine.outcomes.map((outcome, index) => (
            <OutcomeButton
              key={outcome.id}
              outcome={outcome}
              outcomes={mine.outcomes}
              primary={index === 0}
              busy={decision.sending}
              onPress={() => decision.press(outcome)}
            />
          ))}
        </DecisionButtons>
      )}
    </div>
  )
}

interface OutcomeButtonProps {
  readonly outcome: Outcome
  readonly outcomes: readonly Outcome[]
  readonly primary: boolean
  readonly busy: boolean
  readonly onPress: () => void
}

function OutcomeButton({ outcome, outcomes, primary, busy, onPress }: OutcomeButtonProps) {
  const { of } = useTexts()
  const phone = useWidth() === 'phone'
  const Icon = icons[outcome.counts]
  const key = keyOfOutcome(outcome, outcomes)
  return (
    <Button
      variant={primary ? 'filled' : 'default'}
      className={outcome.counts === 'against' ? classes.against : undefined}
      leftSection={<Icon size={16} />}
      rightSection={
        primary && key && !phone ? (
          <span className={classes.key}>
            <KeyHint>{key.toUpperCase()}</KeyHint>
          </span>
        ) : undefined
      }
      aria-keyshortcuts={key?.toUpperCase()}
      disabled={busy}
      onClick={onPress}
    >
      {of(outcome.label)}
      {outcome.comment === 'required' && '…'}
    </Button>
  )
}

/** The outcome that was chosen, to be sent or taken back. */
function Confirm({ decision, chosen }: { decision: DecisionInHand; chosen: Outcome }) {
  const { t, of } = useTexts()
  const phone = useWidth() === 'phone'
  const Icon = icons[chosen.counts]
  return (
    <DecisionButtons more={!phone && <span className={classes.hint}>{t('decision.final')}</span>}>
      <Button
        data-send
        color={chosen.counts === 'against' ? 'var(--red-solid)' : undefined}
        leftSection={<Icon size={16} />}
        rightSection={
          phone ? undefined : (
            <span className={classes.key}>
              <KeyHint>Ctrl ↵</KeyHint>
            </span>
          )
        }
        loading={decision.sending}
        onClick={decision.confirm}
      >
        {of(chosen.label)}
      </Button>
      <Button variant="default" onClick={() => decision.choose(null)}>
        {t('do.cancel')}
      </Button>
    </DecisionButtons>
  )
}

interface DecisionInputsProps {
  readonly decision: DecisionInHand
  readonly mine: MyAssignment
  readonly document: DocumentAnswer
  readonly type: TypeAnswer
  readonly comment: React.RefObject<HTMLTextAreaElement | null>
}

function DecisionInputs({ decision, mine, document, type, comment }: DecisionInputsProps) {
  const { t, of } = useTexts()
  const { draft, chosen, missing } = decision
  const reasons = (mine.reasons !== null && type.directories[mine.reasons]?.items) || []
  const items = reasons.filter((item) => !item.retired).map((item) => ({ value: item.id, label: of(item.label) }))
  const needsComment = chosen?.comment === 'required'
  const allowsComment = (chosen ? [chosen] : mine.outcomes).some((outcome) => outcome.comment !== 'none')
  const neededFields = decision.needed.flatMap((id) => type.type.fields.find((field) => field.id === id) ?? [])
  return (
    <DecisionFields>
      {decision.asksReason && (
        <Pick
          items={items}
          chosen={items.filter((item) => item.value === draft.reason)}
          many={false}
          onPick={([reason]) => decision.change({ reason: reason ?? null })}
          frame={{
            label: t('decision.whyLate'),
            required: true,
            problem: missing.includes('reason') ? t('decision.whyLate.missing') : undefined,
          }}
        />
      )}
      {allowsComment && (
        <Textarea
          {...frameProps({
            label: t('decision.comment'),
            required: needsComment,
            problem: missing.includes('comment') ? t('decision.comment.missing') : undefined,
          })}
          ref={comment}
          autosize
          minRows={1}
          maxRows={6}
          placeholder={needsComment ? undefined : t('decision.comment.hint')}
          value={draft.comment}
          onChange={(event) => decision.change({ comment: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur()
          }}
        />
      )}
      {neededFields.map((field) =>
        document.editable.includes(field.id) ? (
          <Field
            key={field.id}
            field={field}
            mode="edit"
            required
            value={decision.filled[field.id]}
            onChange={(value) => decision.fill(field.id, value)}
            problems={missing.includes('fields') ? new Map([[field.id, t('problem.required', { label: of(field.label) })]]) : undefined}
          />
        ) : (
          <Note key={field.id} tone="amber">
            {t('decision.needs', { field: of(field.label) })}
          </Note>
        ),
      )}
      {decision.asksPassword && (
        <PasswordInput
          {...frameProps({
            label: t('decision.password'),
            required: true,
            problem: missing.includes('password') ? t('decision.password.missing') : undefined,
          })}
          autoComplete="current-password"
          value={draft.password}
          onChange={(event) => decision.change({ password: event.target.value })}
        />
      )}
    </DecisionFields>
  )
}
