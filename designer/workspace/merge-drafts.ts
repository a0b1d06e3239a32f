import type { Conflict } from '../model/merge.ts'
import { choose, reconcile } from '../model/reconcile.ts'
import { type Definition, type DraftEntry, releasedAt, type Target, type TargetKey, targetOf, type Workspace } from '../model/workspace.ts'
import { readDefinition } from './read-definition.ts'
import type { ServerDraft } from './stored.ts'

/** Whose of two edits stays. */
export type Side = 'mine' | 'theirs'

/** Two people's edits of one draft that cannot both be: for each place one of the two is chosen. */
export interface DraftConflict {
  readonly key: TargetKey
  /** What both began from, and what somebody else made of it. */
  readonly base: Definition | null
  readonly theirs: ServerDraft | null
  /** Both edits together, with mine where they contradict each other. */
  readonly body: Definition | null
  readonly places: readonly Conflict[]
  readonly choices: Readonly<Record<string, Side>>
}

interface Sides {
  /** The draft as the server kept it when it was last seen; none: what is in use. */
  readonly base: ServerDraft | undefined
  readonly mine: DraftEntry | null
  readonly theirs: ServerDraft | undefined
}

export type Merged =
  | { readonly ok: true; readonly draft: { readonly body: unknown; readonly base: string | null } | null }
  | { readonly ok: false; readonly conflict: DraftConflict }

/** Joins two people's edits of one draft by ids; where they contradict each other the conflict is for a person to decide. */
export function mergeDrafts(target: Target, sides: Sides, workspace: Workspace): Merged {
  const inUse = releasedAt(workspace, target.kind, target.id) ?? null
  const base = (sides.base ? sides.base.body : inUse) as Definition | null
  // No draft at all is what is in use.
  const mine = sides.mine ? sides.mine.body : inUse
  const theirs = (sides.theirs ? sides.theirs.body : inUse) as Definition | null
  const joined = reconcile({ kind: target.kind, base, mine, theirs }, readDefinition)
  const hash = sides.theirs?.base ?? sides.mine?.base ?? null
  if (joined.state === 'merged') return { ok: true, draft: { body: joined.body, base: hash } }
  const key = `${target.kind}/${target.id}`
  return {
    ok: false,
    conflict: { key, base, theirs: sides.theirs ?? null, body: joined.body, places: joined.conflicts, choices: {} },
  }
}

/**
 * The conflict with one more place decided; merged once all are. What was edited here meanwhile is joined anew, so that nothing
 * of it is lost.
 */
export function decidePlace(conflict: DraftConflict, place: string, side: Side, mine: Definition | null): Merged {
  const { key, base, theirs } = conflict
  const { kind } = targetOf(key)
  const choices = { ...conflict.choices, [place]: side }
  const joined = reconcile({ kind, base, mine, theirs: theirs ? (theirs.body as Definition | null) : null }, readDefinition)
  const hash = theirs?.base ?? null
  if (joined.state === 'merged') return { ok: true, draft: { body: joined.body, base: hash } }
  const open = joined.conflicts.filter(({ at }) => !(at in choices))
  if (open.length > 0) return { ok: false, conflict: { ...conflict, body: joined.body, places: joined.conflicts, choices } }
  const sides = joined.conflicts.map(({ at }) => choices[at]!)
  return { ok: true, draft: { body: choose(joined.body, joined.conflicts, sides), base: hash } }
}
