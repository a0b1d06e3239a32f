import type { Action, ApprovalNode, TaskNode } from '../../../schemas/generated/approval-schema.ts'
import type { LocalText } from '../site.ts'

/** A decision that somebody who is asked may give: an action of the node, with what the language leaves out put in. */
export interface Outcome {
  readonly id: string
  readonly counts: 'for' | 'against' | 'neither' | 'at-once'
  readonly comment: 'allowed' | 'none' | 'required'
  readonly label: LocalText
  /** The drawn action; null where the node has none of its own (`approved`, `rejected`, `done`). */
  readonly action: Action | null
}

const ofApproval: readonly Outcome[] = [
  { id: 'approved', counts: 'for', comment: 'allowed', label: { en: 'Approve', ro: 'Avizează' }, action: null },
  { id: 'rejected', counts: 'against', comment: 'required', label: { en: 'Reject', ro: 'Respinge' }, action: null },
]
const ofTask: readonly Outcome[] = [
  { id: 'done', counts: 'for', comment: 'allowed', label: { en: 'Done', ro: 'Am rezolvat' }, action: null },
]

/** What comes of an opinion: it is not a vote. */
export const opinionOutcomes: readonly Outcome[] = [
  { id: 'opinion', counts: 'neither', comment: 'required', label: { en: 'Give my opinion', ro: 'Îmi spun părerea' }, action: null },
]

/** What may be answered at an approval or a task, in the order of its `actions`; retired ones are kept for what was answered before. */
export function outcomesOf(node: ApprovalNode | TaskNode): readonly Outcome[] {
  if (!node.actions?.length) return node.kind === 'approval' ? ofApproval : ofTask
  return node.actions.map((action) => ({
    id: action.id,
    counts: action.counts ?? 'for',
    comment: action.comment ?? 'allowed',
    label: action.label,
    action,
  }))
}
