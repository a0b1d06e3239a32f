import type { Target } from '../model/workspace.ts'
import { useWorkspace } from '../workspace/workspace-provider.tsx'
import { goesThrough } from './rehearsal-words.ts'
import type { Rehearsed } from './rehearse.ts'
import { useRehearsed } from './scenarios-api.ts'

/** The kept rehearsals through each definition that come out differently now. Empty while they are still being run. */
export function useFailing(): (target: Target) => readonly Rehearsed[] {
  const { workspace } = useWorkspace()
  const failing = useRehearsed().filter(({ passed }) => !passed)
  return (target) => failing.filter(({ scenario }) => goesThrough(scenario, target, workspace))
}
