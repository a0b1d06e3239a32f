import type { MyAssignment } from '../../api/answers.ts'

export type Outcome = MyAssignment['outcomes'][number]

/** The keys by which outcomes are chosen: A for, R back, X against. */
export type OutcomeKey = 'a' | 'r' | 'x'

/**
 * The outcome that a key chooses: A the first one for; X the first against; R one that is neither (it is returned), else the second
 * against, where there is one. Undefined where the node has none of the kind.
 */
export function outcomeOfKey(key: OutcomeKey, outcomes: readonly Outcome[]): Outcome | undefined {
  const against = outcomes.filter(({ counts }) => counts === 'against')
  switch (key) {
    case 'a':
      return outcomes.find(({ counts }) => counts === 'for')
    case 'x':
      return against[0]
    case 'r':
      return outcomes.find(({ counts }) => counts === 'neither' || counts === 'at-once') ?? against[1]
  }
}

/** The key of an outcome, to be shown on its button. */
export const keyOfOutcome = (outcome: Outcome, outcomes: readonly Outcome[]): OutcomeKey | undefined =>
  (['a', 'r', 'x'] as const).find((key) => outcomeOfKey(key, outcomes)?.id === outcome.id)

/** What has been filled in beside an outcome. */
export interface DecisionDraft {
  readonly comment: string
  readonly reason: string | null
  readonly password: string
}

/** What a decision still lacks, in the order of the form. */
export function lacking(
  outcome: Outcome,
  draft: DecisionDraft,
  asked: { readonly reason: boolean; readonly password: boolean; readonly blankFields: readonly string[] },
): ('reason' | 'comment' | 'password' | 'fields')[] {
  return [
    ...(asked.reason && !draft.reason ? (['reason'] as const) : []),
    ...(outcome.comment === 'required' && draft.comment.trim() === '' ? (['comment'] as const) : []),
    ...(asked.blankFields.length > 0 ? (['fields'] as const) : []),
    ...(asked.password && draft.password === '' ? (['password'] as const) : []),
  ]
}
