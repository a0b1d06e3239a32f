import { sameValue } from '../model/same-value.ts'
import type { DraftEntry, TargetKey, Workspace } from '../model/workspace.ts'
import type { ServerDraft } from './stored.ts'

/** What the server has yet to be told of one draft; null: that there is none any more. */
export interface Unsaved {
  readonly key: TargetKey
  readonly entry: DraftEntry | null
}

/** The drafts that differ from what the server keeps. A broken draft is nobody's edit, so it stays where it is. */
export function unsavedOf(workspace: Workspace, server: ReadonlyMap<TargetKey, ServerDraft>): readonly Unsaved[] {
  const changed = [...workspace.drafts].flatMap(([key, entry]): Unsaved[] => {
    const kept = server.get(key)
    return kept && kept.base === entry.base && sameValue(kept.body, entry.body) ? [] : [{ key, entry }]
  })
  const gone = [...server.keys()].flatMap((key): Unsaved[] =>
    workspace.drafts.has(key) || workspace.broken.has(key) ? [] : [{ key, entry: null }],
  )
  return [...changed, ...gone]
}
