import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { DocumentAnswer, MyAssignment } from '../../api/answers.ts'
import type { Card, CardValue } from '../../engine/card/card.ts'
import { useAssignmentCommands } from '../data/assignments.ts'
import { newKey } from '../data/client.ts'
import { keys } from '../data/queries.ts'
import type { Refusal } from '../data/refusal.ts'
import { useNow } from '../language/use-now.ts'
import type { Meanwhile } from './changed-meanwhile.ts'
import { keepComment, keptComment } from './kept-comment.ts'
import { type DecisionDraft, lacking, type Outcome } from './outcomes.ts'

interface UseDecision {
  readonly mine: MyAssignment
  readonly document: DocumentAnswer
  readonly meanwhile: Meanwhile
  readonly onDecided: (outcome: Outcome, document: DocumentAnswer) => void
}

/**
 * A decision being made. It cannot be undone, so whatever still lacks something, was chosen by a key, or concerns a card that
 * changed meanwhile is first chosen and then sent; only a complete one is sent by one press.
 */
export function useDecision({ mine, document, meanwhile, onDecided }: UseDecision) {
  const client = useQueryClient()
  const { decide } = useAssignmentCommands()
  const now = useNow()
  const [draft, setDraft] = useState<DecisionDraft>(() => ({ comment: keptComment(mine.assignment), reason: null, password: '' }))
  const [filled, setFilled] = useState<Card>({})
  const [chosen, setChosen] = useState<Outcome | null>(null)
  const [tried, setTried] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [sending, setSending] = useState(false)
  const key = useRef(newKey())

  const late = mine.late || (mine.due !== null && mine.due < now)
  const asksReason = late && mine.reasons !== null
  const asksPassword = mine.sign === 'password'
  const needed = (chosen?.needs ?? []).filter((field) => document.card[field] === undefined)
  const lacks = (outcome: Outcome) =>
    lacking(outcome, draft, {
      reason: asksReason,
      password: asksPassword,
      blankFields: outcome.needs.filter((field) => document.card[field] === undefined && filled[field] === undefined),
    })

  async function send(outcome: Outcome) {
    setSending(true)
    const comment = draft.comment.trim()
    const reply = await decide(
      mine.assignment,
      {
        outcome: outcome.id,
        sawRevision: meanwhile.sawRevision,
        ...(comment ? { comment } : {}),
        ...(asksReason && draft.reason ? { reason: draft.reason } : {}),
        ...(asksPassword ? { password: draft.password } : {}),
        ...(Object.keys(filled).length > 0 ? { changes: Object.entries(filled).map(([path, to]) => ({ path, from: null, to })) } : {}),
      },
      { key: key.current },
    )
    setSending(false)
    if (reply.ok) {
      keepComment(mine.assignment, '')
      return onDecided(outcome, reply.value)
    }
    // A lost answer is asked for again under the same key; anything else is a new wish.
    if (reply.refusal.status !== 0) {
      key.current = newKey()
      client.invalidateQueries({ queryKey: keys.document(document.type, document.id) })
      client.invalidateQueries({ queryKey: keys.inbox })
    }
    setRefusal(reply.refusal)
    setChosen(outcome)
  }

  return {
    draft,
    filled,
    chosen,
    refusal,
    sending,
    late,
    asksReason,
    asksPassword,
    needed,
    /** What stands in the way, once somebody tried to send. */
    missing: chosen && tried ? lacks(chosen) : [],
    change(part: Partial<DecisionDraft>) {
      setDraft((before) => ({ ...before, ...part }))
      if (part.comment !== undefined) keepComment(mine.assignment, part.comment)
    },
    fill: (field: string, value: CardValue | undefined) =>
      setFilled(({ [field]: _before, ...rest }) => (value === undefined ? rest : { ...rest, [field]: value })),
    choose(outcome: Outcome | null) {
      setChosen(outcome)
      setTried(false)
      setRefusal(null)
    },
    /** A press of a button. */
    press(outcome: Outcome) {
      setRefusal(null)
      if (lacks(outcome).length === 0 && meanwhile.changed.size === 0) return void send(outcome)
      setChosen(outcome)
      setTried(false)
    },
    confirm() {
      if (!chosen || sending) return
      setTried(true)
      if (lacks(chosen).length === 0) void send(chosen)
    },
  }
}

export type DecisionInHand = ReturnType<typeof useDecision>
