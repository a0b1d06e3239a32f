import { checkDefinitions } from '../../runtime/engine/check-definitions.ts'
import type { Finding } from '../../schemas/finding.ts'
import { definitionSetOf, type Workspace } from '../model/workspace.ts'

/** What the engine's own check finds in all definitions as they now stand; problems first. */
export function findingsIn(workspace: Workspace): readonly Finding[] {
  const found = checkDefinitions(definitionSetOf(workspace))
  return [...found.filter(({ level }) => level === 'problem'), ...found.filter(({ level }) => level === 'hint')]
}
