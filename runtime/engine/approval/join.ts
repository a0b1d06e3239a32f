import type { JoinNode } from '../../../schemas/generated/approval-schema.ts'
import type { Branch } from '../document/state.ts'

/** `met`: the join goes on; `unreached`: its need can no longer be met; `waiting`: neither yet. */
export type JoinVerdict = 'met' | 'unreached' | 'waiting'

/**
 * Where a join stands. The need is counted over the branches that were started; one that came to an `end` counts as not
 * started, and one that arrived uncounted was started and counts for nothing. When nothing at all is left, it goes on.
 */
export function joinVerdict(rule: JoinNode['rule'], branches: readonly Pick<Branch, 'state'>[]): JoinVerdict {
  const count = (state: Branch['state']) => branches.filter((branch) => branch.state === state).length
  const running = count('running')
  const arrived = count('arrived')
  const uncounted = count('uncounted')
  const started = running + arrived + uncounted
  if (started === 0) return 'met'
  if (rule === undefined || rule === 'all') return uncounted > 0 ? 'unreached' : running === 0 ? 'met' : 'waiting'
  const need = rule === 'any' ? 1 : rule.atLeast
  if (arrived >= need) return 'met'
  return arrived + running < need ? 'unreached' : 'waiting'
}
