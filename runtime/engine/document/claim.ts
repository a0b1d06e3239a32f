import type { CommandOf } from './command.ts'
import { mayHandle, openAssignmentOf } from './decide-assignment.ts'
import type { Run } from './run.ts'

type Handling = CommandOf<'claim'>

/** Takes an assignment out of its pool; or takes back what one delegated. Claiming what one holds already changes nothing. */
export function claim(run: Run, command: Handling): undefined {
  const assignment = openAssignmentOf(run, command.assignment)
  if (!assignment || (run.by !== null && assignment.person === run.by)) return
  const last = assignment.hands.at(-1)
  const takesBack = run.by !== null && last?.how === 'delegated' && last.by === run.by
  if (!takesBack && !mayHandle(run, assignment)) return
  const hand = { person: run.by!, how: 'claimed' as const, at: run.facts.now, by: run.by }
  run.did({ type: 'assignment-claimed', assignment: assignment.id, hand })
  if (takesBack) run.tell([last.person], { about: 'taken-away', facts: { from: run.by }, assignment: assignment.id })
}

/** Says that one has begun: it shows in everybody's list. From a pool it claims first. */
export function startWork(run: Run, command: Handling): undefined {
  const assignment = openAssignmentOf(run, command.assignment)
  if (!assignment || !mayHandle(run, assignment)) return
  if (assignment.person === null) claim(run, command)
  if (assignment.begun === null) run.did({ type: 'assignment-begun', assignment: assignment.id })
}

/** Puts an assignment back: into the pool from which it was claimed, or into the hands of the one who delegated it. */
export function giveBack(run: Run, command: Handling): undefined {
  const assignment = openAssignmentOf(run, command.assignment)
  if (!assignment) return
  if (assignment.person === null || assignment.person !== run.by) return void mayHold(run, assignment.id, assignment.person)
  const last = assignment.hands.at(-1)
  const to = last?.how === 'delegated' ? last.by : null
  if (to === null && assignment.pool === null) return run.refuse({ code: 'not-claimed', assignment: assignment.id })
  run.did({ type: 'assignment-given-back', assignment: assignment.id, to })
  if (to) run.tell([to], { about: 'passed-on', facts: { from: run.by }, assignment: assignment.id })
}

function mayHold(run: Run, assignment: string, holder: string | null): undefined {
  if (holder === null) run.refuse({ code: 'not-claimed', assignment })
  else run.refuse({ code: 'not-your-turn', assignment, holder })
}
