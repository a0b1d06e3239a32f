import type { WorkingCalendar } from '../../runtime/engine/calendar/calendar.ts'
import type { Scenario } from '../../schemas/generated/scenario.ts'
import type { Workspace } from '../model/workspace.ts'
import { rehearsalSet } from './rehearsal-set.ts'
import { type Rehearsed, rehearse } from './rehearse.ts'

interface Run {
  readonly calendar: WorkingCalendar
  readonly kept: readonly Scenario[]
  readonly rehearsed: Promise<readonly Rehearsed[] | null>
}

// Several parts of a screen ask about the same drawing: it is rehearsed once for all of them.
const runs = new WeakMap<Workspace, Run>()
let newest: Workspace | undefined

/**
 * How kept rehearsals go with a drawing, one at a time where the browser has nothing else to do, so that typing never waits for
 * them. Null where the drawing was changed meanwhile: only the newest one that was asked about is rehearsed to the end.
 */
export function rehearseInIdle(
  workspace: Workspace,
  calendar: WorkingCalendar,
  kept: readonly Scenario[],
  idle: () => Promise<void> = nothingElseToDo,
): Promise<readonly Rehearsed[] | null> {
  newest = workspace
  const known = runs.get(workspace)
  if (known && known.calendar === calendar && known.kept === kept) return known.rehearsed
  const rehearsed = oneByOne(workspace, calendar, kept, idle)
  runs.set(workspace, { calendar, kept, rehearsed })
  return rehearsed
}

async function oneByOne(
  workspace: Workspace,
  calendar: WorkingCalendar,
  kept: readonly Scenario[],
  idle: () => Promise<void>,
): Promise<readonly Rehearsed[] | null> {
  const done: Rehearsed[] = []
  const set = rehearsalSet(workspace)
  for (const scenario of kept) {
    await idle()
    if (newest !== workspace) {
      runs.delete(workspace)
      return null
    }
    done.push(...rehearse(set, calendar, [scenario]))
  }
  return done
}

/** Some browsers have no `requestIdleCallback`: there a moment has to do. */
function nothingElseToDo(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: 2_000 })
    else setTimeout(resolve, 50)
  })
}
