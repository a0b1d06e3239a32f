import type { CommandOf } from './command.ts'
import { openAssignmentOf } from './decide-assignment.ts'
import { refuseCommand, wordsOf } from './hand-over.ts'
import { permitted } from './rights.ts'
import type { Run } from './run.ts'
import type { Assignment } from './state.ts'

/** Stops the clocks of the document, or of one assignment; `resume` gives back what was left. Suspending what is suspended changes nothing. */
export function suspend(run: Run, command: CommandOf<'suspend'>): undefined {
  const assignment = targetOf(run, command)
  if (assignment === undefined) return
  if (!permitted(run, 'suspend', run.by, assignment)) return refuseCommand(run, command.type, assignment)
  if (isSuspended(run, assignment)) return
  run.did({ type: 'suspended', assignment: assignment?.id ?? null }, wordsOf(command.comment))
}

/** Lets the clocks run on. Whoever may suspend may also resume. */
export function resume(run: Run, command: CommandOf<'resume'>): undefined {
  const assignment = targetOf(run, command)
  if (assignment === undefined) return
  const may = permitted(run, 'resume', run.by, assignment) || permitted(run, 'suspend', run.by, assignment)
  if (!may) return refuseCommand(run, command.type, assignment)
  if (!isSuspended(run, assignment)) return run.refuse({ code: 'not-suspended' })
  run.did({ type: 'resumed', assignment: assignment?.id ?? null }, wordsOf(command.comment))
}

function targetOf(run: Run, { assignment }: CommandOf<'suspend'>): Assignment | null | undefined {
  if (assignment === undefined) return null
  return openAssignmentOf(run, assignment) ?? undefined
}

function isSuspended(run: Run, assignment: Assignment | null): boolean {
  return (assignment ? assignment.suspended : run.process.suspended) !== null
}
