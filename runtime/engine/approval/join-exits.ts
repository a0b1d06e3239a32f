import type { JoinNode } from '../../../schemas/generated/approval-schema.ts'

/** How a branch can come to its end: counted by the join, arrived without counting, or at an `end` of its own. None: it stays open. */
export interface BranchEnds {
  readonly counted: boolean
  readonly uncounted: boolean
  readonly ended: boolean
}

/** The ways out of a join that can happen. */
export interface JoinExits {
  readonly met: boolean
  readonly unreached: boolean
}

/** A branch that a fork may start. */
export interface PossibleBranch extends BranchEnds {
  /** Always: started whenever the block begins; sometimes: under a condition; otherwise: when nothing else is. */
  readonly starts: 'always' | 'sometimes' | 'otherwise'
}

export const stuckBranch: BranchEnds = { counted: false, uncounted: false, ended: false }

/**
 * What can come of a join, over all sets of branches that its fork may start and all ways in which they may end. It follows
 * `joinVerdict`: the need is of those started; a branch that ended counts as not started; with nothing left, it is met.
 * A branch that may stay open is taken to do so for ever.
 */
export function exitsOfFork(rule: JoinNode['rule'], branches: readonly PossibleBranch[]): JoinExits {
  const always = branches.filter(({ starts }) => starts === 'always')
  const sometimes = branches.filter(({ starts }) => starts === 'sometimes')
  const started: (readonly BranchEnds[])[] = [[...always, ...sometimes]]
  if (always.length > 0) started.push(always)
  else started.push(...sometimes.map((branch) => [branch]), ...branches.filter(({ starts }) => starts === 'otherwise').map((b) => [b]))
  started.push([...always, ...sometimes.filter(canFail)], [...always, ...sometimes.filter(canPass)])
  return union(started.map((set) => exitsOf(rule, set)))
}

/** The same for a block that makes a branch of each item of a list: any number of them, each by any of the routes. */
export function exitsOfEach(rule: JoinNode['rule'], routes: readonly PossibleBranch[]): JoinExits {
  const need = typeof rule === 'object' ? rule.atLeast : 1
  const each = routes.filter(({ starts }) => starts !== 'otherwise')
  const sets = each.flatMap((branch) => [[branch], Array.from({ length: need + 1 }, () => branch)])
  return union([...sets, each, ...routes.filter(({ starts }) => starts === 'otherwise').map((b) => [b])].map((set) => exitsOf(rule, set)))
}

/** What can come of a join when exactly these branches were started. */
export function exitsOf(rule: JoinNode['rule'], branches: readonly BranchEnds[]): JoinExits {
  if (branches.length === 0) return { met: false, unreached: false }
  const everyEnds = branches.every(({ ended }) => ended)
  if (rule === undefined || rule === 'all') return { met: branches.every(canPass), unreached: branches.some(({ uncounted }) => uncounted) }
  const counting = branches.filter(({ counted }) => counted).length
  if (rule === 'any' || rule.atLeast === 1) {
    return { met: counting > 0 || everyEnds, unreached: branches.every(canFail) && branches.some(({ uncounted }) => uncounted) }
  }
  const [only] = branches
  if (branches.length === 1) return { met: only!.ended, unreached: only!.counted || only!.uncounted }
  const surely = branches.filter((branch) => !canFail(branch)).length
  // A need larger than what is started fails as soon as one branch closes.
  const closes = branches.some(({ counted, uncounted, ended }) => counted || uncounted || ended)
  return { met: counting >= rule.atLeast, unreached: closes && surely < rule.atLeast }
}

function canPass({ counted, ended }: BranchEnds): boolean {
  return counted || ended
}

function canFail({ uncounted, ended }: BranchEnds): boolean {
  return uncounted || ended
}

function union(all: readonly JoinExits[]): JoinExits {
  return { met: all.some(({ met }) => met), unreached: all.some(({ unreached }) => unreached) }
}
