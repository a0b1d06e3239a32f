import { progress } from '../approval/advance.ts'
import { withdrawSeat } from '../approval/asking.ts'
import { seatsOf } from '../approval/tree.ts'
import type { CommandOf } from './command.ts'
import { openAssignmentOf } from './decide-assignment.ts'
import { refuseCommand, wordsOf } from './hand-over.ts'
import { permitted } from './rights.ts'
import type { Run } from './run.ts'
import type { Seat } from './state.ts'

/**
 * Lets a seat go without its vote. Skipping says that it is not needed: skipping the last one passes the node. Dropping
 * takes a seat away that should not be there, and refuses to leave nobody who decides.
 */
export function dropSeat(run: Run, command: CommandOf<'skip'>): undefined {
  const assignment = openAssignmentOf(run, command.assignment)
  if (!assignment) return
  if (!permitted(run, command.type, run.by, assignment)) return refuseCommand(run, command.type, assignment)
  const seat = run.process.seats[assignment.seat]!
  const left = seatsOf(run.process, seat.token).filter((each) => each.id !== seat.id && counts(each))
  if (command.type === 'drop-seat' && seat.kind === 'vote' && left.length === 0) {
    return run.refuse({ code: 'nobody-to-ask', node: seat.node, line: seat.line })
  }
  withdrawSeat(run, seat, command.type === 'skip' ? 'skipped' : 'withdrawn', wordsOf(command.comment))
  progress(run, seat.token)
}

function counts(seat: Seat): boolean {
  return seat.kind === 'vote' && seat.state !== 'skipped' && seat.state !== 'withdrawn'
}
