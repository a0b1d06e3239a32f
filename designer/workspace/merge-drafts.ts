import { sameValue } from '../model/same-value.ts'
import { type DraftEntry, releasedAt, type Target, type Workspace } from '../model/workspace.ts'
import type { ServerDraft } from './stored.ts'

interface Sides {
  /** What both began from; none: what is in use. */
  readonly base: ServerDraft | undefined
  readonly mine: DraftEntry | null
  readonly theirs: ServerDraft | undefined
}

export type Merged =
  | { readonly ok: true; readonly draft: { readonly body: unknown; readonly base: string | null } | null }
  | { readonly ok: false }

/** Joins two people's edits of one draft; refused where they cannot both be, for then one of them is chosen. */
export function mergeDrafts(target: Target, { base, mine, theirs }: Sides, workspace: Workspace): Merged {
  const began = base?.body ?? releasedAt(workspace, target.kind, target.id)
  if (theirs && sameValue(theirs.body, mine?.body)) return { ok: true, draft: theirs }
  if (sameValue(theirs?.body, began)) return { ok: true, draft: mine }
  return { ok: false }
}
