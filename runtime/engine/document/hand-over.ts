import { tellAsked } from '../approval/asking.ts'
import { mayHold } from '../approval/seats.ts'
import { holdersOf } from '../audience/substitution.ts'
import type { CommandOf } from './command.ts'
import { openAssignmentOf } from './decide-assignment.ts'
import type { Leaf } from './event.ts'
import { permitted } from './rights.ts'
import type { Run } from './run.ts'
import type { Assignment, Hand, Id } from './state.ts'

/**
 * Puts an assignment into other hands. Delegating keeps the one who does it answerable and can be taken back; forwarding is
 * for good; reassigning is done by another than the holder, with a reason. The seat and all names stay.
 */
export function handOver(run: Run, command: CommandOf<'delegate'>): undefined {
  const assignment = openAssignmentOf(run, command.assignment)
  if (!assignment) return
  if (!permitted(run, command.type, run.by, assignment)) return refuseCommand(run, command.type, assignment)
  if (command.type !== 'reassign' && assignment.person === null) return run.refuse({ code: 'not-claimed', assignment: assignment.id })
  const words = wordsOf(command.comment)
  if (command.type === 'reassign' && words.length === 0) return run.refuse({ code: 'comment-missing', action: 'reassign' })
  if (!mayReceive(run, assignment, command.to) || assignment.person === command.to) return
  const how = command.type === 'delegate' ? 'delegated' : command.type === 'forward' ? 'forwarded' : 'reassigned'
  giveTo(run, assignment, { person: command.to, how, at: run.facts.now, by: run.by }, words, true)
}

/** Gives what an absent person holds to whoever stands in. Where nobody who may hold it stands in, it stays where it is. */
export function standIn(run: Run, command: CommandOf<'stand-in'>): undefined {
  const assignment = openAssignmentOf(run, command.assignment)
  if (!assignment?.person) return
  const { person } = assignment
  const [, ...standIns] = holdersOf(person, run.facts.now, run.facts.site, (id) => mayHold(run, assignment, id))
  if (standIns.length === 0) return
  substitute(run, assignment.id, standIns)
  const after = run.process.assignments[assignment.id]!
  const node = run.process.seats[assignment.seat]!.node
  tellAsked(run, after, node, 'passed-on')
  run.tell([person], { about: 'taken-away', facts: { node, to: after.person }, assignment: assignment.id })
}

/** Gives an assignment to a person, or to whoever stands in for them, and tells both sides. */
export function giveTo(run: Run, assignment: Assignment, hand: Hand, words: readonly Leaf[] = [], byPerson = false): undefined {
  const { now, site } = run.facts
  const record = byPerson ? run.did.bind(run) : run.emit.bind(run)
  record({ type: 'assignment-handed-over', assignment: assignment.id, hand, clock: null }, words)
  const [, ...standIns] = holdersOf(hand.person, now, site, (id) => mayHold(run, assignment, id))
  substitute(run, assignment.id, standIns)
  const after = run.process.assignments[assignment.id]!
  const node = run.process.seats[assignment.seat]!.node
  tellAsked(run, after, node, 'passed-on')
  if (assignment.person)
    run.tell([assignment.person], { about: 'taken-away', facts: { node, to: after.person }, assignment: assignment.id })
}

function substitute(run: Run, assignment: Id, standIns: readonly Id[]): void {
  for (const person of standIns) {
    const hand = { person, how: 'substitute' as const, at: run.facts.now, by: null }
    run.emit({ type: 'assignment-handed-over', assignment, hand, clock: null })
  }
}

/** Whether a person may be given an assignment; if not, the refusal says why. */
export function mayReceive(run: Run, assignment: Pick<Assignment, 'except'>, person: Id): boolean {
  const known = run.facts.site.people.get(person)
  if (!known || known.left) run.refuse({ code: 'person-unknown', person })
  else if (!mayHold(run, assignment, person)) run.refuse({ code: 'person-excepted', person })
  else return true
  return false
}

/** Refuses a command that the schema does not permit to who gave it. */
export function refuseCommand(run: Run, what: string, assignment: Assignment | null = null): undefined {
  const node = assignment ? run.process.seats[assignment.seat]?.node : undefined
  run.refuse({ code: 'not-allowed', what, ...(node !== undefined && { node }) })
}

/** What somebody wrote, as a leaf; none where it is blank. */
export function wordsOf(comment: string | undefined): readonly Leaf[] {
  const written = comment?.trim() ?? ''
  return written === '' ? [] : [{ path: 'comment', value: written }]
}
