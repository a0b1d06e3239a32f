import type { Finding } from '../../schemas/finding.ts'
import { findingsOf } from '../model/findings.ts'
import type { ReadDefinition } from '../model/open-workspace.ts'
import { keyOf, type TargetKey, type Workspace } from '../model/workspace.ts'

/** The workspace with no other drafts than the chosen ones: what would be in use after a publication. */
export function withChosen(workspace: Workspace, chosen: ReadonlySet<TargetKey>): Workspace {
  const kept = <T>(map: ReadonlyMap<TargetKey, T>) => new Map([...map].filter(([key]) => chosen.has(key)))
  return { ...workspace, drafts: kept(workspace.drafts), broken: kept(workspace.broken) }
}

export interface InTheWay {
  /** What keeps the chosen drafts from being put in use, as the server judges it: in what changes, or new by it. */
  readonly problems: readonly Finding[]
  readonly hints: readonly Finding[]
}

/** What the check says of publishing the chosen drafts together, and only those. */
export function inTheWay(workspace: Workspace, chosen: ReadonlySet<TargetKey>, read: ReadDefinition): InTheWay {
  const found = findingsOf(withChosen(workspace, chosen), read)
  const known = new Set(findingsOf(withChosen(workspace, new Set()), read).map(mark))
  const about = ({ definition }: Finding) => definition !== undefined && chosen.has(keyOf(definition))
  return {
    problems: found.filter((finding) => finding.level === 'problem' && (about(finding) || !known.has(mark(finding)))),
    hints: found.filter((finding) => finding.level === 'hint' && about(finding)),
  }
}

const mark = ({ code, definition, path, facts }: Finding): string => JSON.stringify([code, definition, path, facts])
