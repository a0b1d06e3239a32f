import type { ApprovalNode, TaskNode } from '../../../schemas/generated/approval-schema.ts'
import type { Seat } from '../document/state.ts'
import { type Outcome, outcomesOf } from './outcomes.ts'

/** A seat as the vote sees it. */
export type Ballot = Pick<Seat, 'kind' | 'state' | 'vote' | 'lead'>

/**
 * The outcome of an approval or a task as its seats stand, in their order; null while it is open. Skipped and withdrawn
 * seats do not count; one that is neither for nor against has spoken and leaves the count (an abstention).
 *
 * `close`: the vote is ended now, and only what was said counts.
 */
export function voteOf(node: ApprovalNode | TaskNode, seats: readonly Ballot[], close = false): string | null {
  const outcomes = outcomesOf(node)
  const sideOf = (vote: string | null) => outcomes.find((outcome) => outcome.id === vote)?.counts ?? 'neither'
  const counted = seats.filter((seat) => seat.kind === 'vote' && seat.state !== 'skipped' && seat.state !== 'withdrawn')
  const spoken = counted.filter((seat) => seat.state === 'decided')
  const atOnce = spoken.find((seat) => sideOf(seat.vote) === 'at-once')
  if (atOnce) return atOnce.vote

  const given = (side: Outcome['counts']) => outcomes.findLast((o) => o.counts === side && spoken.some((seat) => seat.vote === o.id))?.id
  const listed = (side: Outcome['counts']) => outcomes.find((o) => o.counts === side)?.id
  const passes = () => given('for') ?? given('neither') ?? listed('for') ?? outcomes[0]?.id ?? null
  const fails = () => given('against') ?? given('neither') ?? listed('against') ?? listed('neither') ?? null

  if (node.rule === 'lead') {
    const lead = counted.findLastIndex((seat) => seat.lead)
    if (lead >= 0) {
      const before = node.order === 'lead-last' ? counted : counted.slice(0, lead + 1)
      const reported = before.every((seat) => seat.state === 'decided')
      return reported || (close && counted[lead]?.state === 'decided') ? counted[lead]!.vote : null
    }
  }

  const pending = close ? 0 : counted.length - spoken.length
  const inFavour = spoken.filter((seat) => sideOf(seat.vote) === 'for').length
  const against = spoken.filter((seat) => sideOf(seat.vote) === 'against').length
  const sided = pending + inFavour + against
  // All have spoken, and nobody took a side.
  if (sided === 0) return passes()

  const met = isMet(node.rule, { inFavour, against, pending, sided })
  if (met) return passes()
  const lost = isLost(node.rule, { inFavour, against, pending, sided })
  if (!lost || (node.rejection === 'after-all' && pending > 0)) return null
  return fails()
}

interface Count {
  readonly inFavour: number
  readonly against: number
  readonly pending: number
  /** Everybody who is not known to abstain. */
  readonly sided: number
}

function isMet(rule: ApprovalNode['rule'], { inFavour, against, pending, sided }: Count): boolean {
  if (rule === 'any') return inFavour > 0
  if (rule === 'majority') return inFavour * 2 > sided
  if (typeof rule === 'object') return inFavour >= rule.atLeast
  return pending === 0 && against === 0
}

function isLost(rule: ApprovalNode['rule'], { inFavour, against, pending, sided }: Count): boolean {
  if (rule === 'any') return inFavour + pending === 0
  if (rule === 'majority') return (inFavour + pending) * 2 <= sided
  if (typeof rule === 'object') return inFavour + pending < rule.atLeast
  return against > 0
}
