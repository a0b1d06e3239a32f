import { moveClock } from '../approval/deadline.ts'
import { isInstant } from '../calendar/instant.ts'
import type { CommandOf } from './command.ts'
import { openAssignmentOf } from './decide-assignment.ts'
import { refuseCommand, wordsOf } from './hand-over.ts'
import { permitted } from './rights.ts'
import type { Run } from './run.ts'
import { deadlineAt } from './settle.ts'

/** Puts the deadline of an assignment off to another instant, which must lie ahead; its steps move along. */
export function extend(run: Run, command: CommandOf<'extend'>): undefined {
  const assignment = openAssignmentOf(run, command.assignment)
  if (!assignment) return
  const deadline = deadlineAt(run, assignment)
  if (!permitted(run, 'extend', run.by, assignment) || !assignment.clock || !deadline) return refuseCommand(run, command.type, assignment)
  if (!isInstant(command.due) || command.due <= run.facts.now) {
    const error = { path: 'due', rule: 'in-the-future', found: command.due, expected: `an instant after ${run.facts.now}` }
    return run.refuse({ code: 'request-invalid', errors: [error] })
  }
  const clock = moveClock(run, deadline, assignment.clock, command.due, assignment.person)
  run.did({ type: 'deadline-changed', on: { kind: 'assignment', id: assignment.id }, clock }, wordsOf(command.comment))
  if (assignment.person)
    run.tell([assignment.person], { about: 'passed-on', facts: { due: command.due, what: 'extended' }, assignment: assignment.id })
}
