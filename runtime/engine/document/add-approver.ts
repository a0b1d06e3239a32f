import { blank, openAssignment, openNext, tellAsked } from '../approval/asking.ts'
import { assignmentsOf, seatsOf } from '../approval/tree.ts'
import type { CommandOf } from './command.ts'
import { openAssignmentOf } from './decide-assignment.ts'
import { mayReceive, refuseCommand, wordsOf } from './hand-over.ts'
import { permitted } from './rights.ts'
import type { Run } from './run.ts'
import type { Assignment, Id, Seat } from './state.ts'

/**
 * Adds somebody to a vote. Before and after share the seat, which speaks when all of it have; beside is a seat of its own,
 * and the rule counts one more.
 */
export function addApprover(run: Run, command: CommandOf<'add-approver'>): undefined {
  const assignment = openAssignmentOf(run, command.assignment)
  if (!assignment) return
  if (!permitted(run, 'add-approver', run.by, assignment)) return refuseCommand(run, command.type, assignment)
  if (!mayReceive(run, assignment, command.to)) return
  const seat = run.process.seats[assignment.seat]!
  const token = run.process.tokens[seat.token]
  const node = run.program.nodes.get(seat.node)
  if (!token || token.aside || (node?.kind !== 'approval' && node?.kind !== 'task') || seat.kind === 'opinion') {
    return refuseCommand(run, command.type, assignment)
  }
  const words = wordsOf(command.comment)
  if (command.place === 'beside') {
    const order = Math.max(...seatsOf(run.process, token.id).map((each) => each.order)) + 1
    const made: Seat = { ...seatFor(run, seat), line: 'added', order, kind: 'vote' }
    const added = assignmentFor(run, made.id, command.to, assignment.except)
    run.did({ type: 'seat-made', seat: made, assignments: [added] }, words)
    return openNext(run, node, token)
  }
  const turns = assignmentsOf(run.process, seat.id).map((each) => each.order)
  const order = command.place === 'before' ? Math.min(...turns) - 1 : Math.max(...turns) + 1
  const added: Assignment = { ...assignmentFor(run, seat.id, command.to, assignment.except), order }
  run.did({ type: 'assignment-added', assignment: added }, words)
  if (command.place === 'after') return
  run.emit({ type: 'assignment-put-off', assignment: assignment.id })
  openAssignment(run, node, seat, token, added)
}

/** Asks somebody for an opinion: a seat without a vote, under the one that asks. The deadline of who asks stands still meanwhile. */
export function askOpinion(run: Run, command: CommandOf<'ask-opinion'>): undefined {
  const assignment = openAssignmentOf(run, command.assignment)
  if (!assignment) return
  if (!permitted(run, 'ask-opinion', run.by, assignment)) return refuseCommand(run, command.type, assignment)
  const seat = run.process.seats[assignment.seat]!
  const token = run.process.tokens[seat.token]
  const node = run.program.nodes.get(seat.node)
  // Who may not decide may still be asked what they think.
  if (!token || (node?.kind !== 'approval' && node?.kind !== 'task') || !mayReceive(run, { except: [] }, command.to)) return
  const order = Math.max(...seatsOf(run.process, token.id).map((each) => each.order)) + 1
  const made: Seat = { ...seatFor(run, seat), line: seat.line, order, kind: 'opinion', under: assignment.id, state: 'open' }
  const { now } = run.facts
  const asked: Assignment = { ...assignmentFor(run, made.id, command.to, []), state: 'open', opened: now }
  run.did({ type: 'seat-made', seat: made, assignments: [asked] }, wordsOf(command.comment))
  tellAsked(run, asked, node.id)
}

function seatFor(run: Run, { token, node, row }: Seat): Omit<Seat, 'line' | 'order' | 'kind'> {
  return { id: run.facts.newId(), token, node, ...(row !== undefined && { row }), state: 'waiting', vote: null }
}

function assignmentFor(run: Run, seat: Id, person: Id, except: readonly Id[]): Assignment {
  const hand = { person, how: 'added' as const, at: run.facts.now, by: run.by }
  return { ...blank(run.facts.newId(), seat), person, except, hands: [hand] }
}
