import { progress } from '../approval/advance.ts'
import { type Outcome, opinionOutcomes, outcomesOf } from '../approval/outcomes.ts'
import { holdsAt, type Place } from '../approval/place.ts'
import { mayClaim } from '../approval/seats.ts'
import { rowIn } from '../card/scope.ts'
import { requiredMissing } from '../card/visibility.ts'
import type { Site } from '../site.ts'
import { changeCard } from './change-card.ts'
import type { CommandOf } from './command.ts'
import type { Leaf } from './event.ts'
import type { Run } from './run.ts'
import { deadlineAt } from './settle.ts'
import type { Assignment, Document, Id, Instant, Seat } from './state.ts'
import { commentLeaves } from './take-action.ts'

/** Gives the decision of one assignment. Whoever holds it may, and for one that waits in a pool whoever belongs to it. */
export function decideAssignment(run: Run, command: CommandOf<'decide-assignment'>): undefined {
  const assignment = openAssignmentOf(run, command.assignment)
  if (!assignment || !mayHandle(run, assignment)) return
  const seat = run.process.seats[assignment.seat]!
  const place: Place = { in: run.process.tokens[seat.token]?.in ?? null, row: seat.row ?? null, assignee: run.by, me: run.by }
  if (isSuspended(run, assignment)) return run.refuse({ code: 'document-suspended' })
  const outcome = outcomeOf(run, seat, command.outcome)
  if (!outcome) return
  const node = run.program.nodes.get(seat.node)
  const revision = run.document.cardRevision
  // A task's card is filled by those who do it, at the same time; an approval is of what was seen.
  if (node?.kind === 'approval' && command.sawRevision !== undefined && command.sawRevision < revision) {
    return run.refuse({ code: 'card-changed', fields: [], revision })
  }
  // Deciding is claiming too, before anything that only the holder may change.
  if (assignment.person === null && run.by) {
    run.did({
      type: 'assignment-claimed',
      assignment: assignment.id,
      hand: { person: run.by, how: 'claimed', at: run.facts.now, by: run.by },
    })
  }
  changeCard(run, command.changes ?? [], command.overrides)
  if (run.stopped) return
  const { action } = outcome
  if (action && !holdsAt(run, action.when, place, `node "${seat.node}", action "${action.id}"`)) {
    return run.refuse({
      code: 'action-not-now',
      action: action.id,
      node: seat.node,
      ...(action.whenNot !== undefined && { whenNot: action.whenNot }),
    })
  }
  const comment = commentLeaves(run, outcome, command.comment)
  const reason = comment && reasonLeaves(run, assignment, command.reason)
  if (!comment || !reason) return
  if (node?.kind === 'approval' && node.sign === 'password' && seat.kind === 'vote' && command.signed !== true) {
    return run.refuse({ code: 'signature-missing', assignment: assignment.id })
  }
  const row = seat.row ? rowIn(run.program, run.document.card, seat.row) : null
  const around = { me: run.by, ...(row && { row }) }
  const required = seat.kind === 'vote' && outcome.counts === 'for'
  const fields = requiredMissing(run.program, run.document, run.reader, { needs: action?.needs ?? [], required, around })
  if (fields.length > 0) return run.refuse({ code: 'card-incomplete', fields })
  const sawRevision = command.sawRevision ?? null
  const leaves = [...comment, ...reason]
  run.did({ type: 'assignment-decided', assignment: assignment.id, outcome: outcome.id, sawRevision }, leaves, onBehalfOf(assignment))
  if (seat.kind === 'opinion') tellAsker(run, seat)
  progress(run, seat.token)
}

/** Gives the decision that a deadline chooses: nobody's, recorded as the clock's. */
export function decideByClock(run: Run, assignment: Assignment, wanted: string): undefined {
  const seat = run.process.seats[assignment.seat]!
  const outcome = outcomeOf(run, seat, wanted)
  if (!outcome) return
  run.emit({ type: 'assignment-decided', assignment: assignment.id, outcome: outcome.id, sawRevision: null })
  progress(run, seat.token)
}

/** The open assignment of this id; null where there is none, which is noted as the refusal. */
export function openAssignmentOf(run: Run, id: Id): Assignment | null {
  const assignment = run.document.process?.assignments[id]
  if (!assignment) run.refuse({ code: 'assignment-unknown', assignment: id })
  else if (assignment.state === 'waiting') run.refuse({ code: 'not-your-turn', assignment: id, holder: assignment.person })
  else if (assignment.state !== 'open') {
    run.refuse({ code: 'assignment-closed', assignment: id, by: assignment.decidedBy, outcome: assignment.outcome, at: assignment.closed })
  } else return assignment
  return null
}

/** Whether a person may claim, begin, give back and decide an assignment: holds it, or belongs to the pool in which it waits. */
export function mayDecide(assignment: Assignment, person: Id, site: Site): boolean {
  if (assignment.state !== 'open') return false
  return assignment.person === null ? mayClaim(assignment, person, site) : assignment.person === person
}

/** Whether who commands may handle the assignment; if not, the refusal says who does. */
export function mayHandle(run: Run, assignment: Assignment): boolean {
  const { by, facts } = run
  if (by && mayDecide(assignment, by, facts.site)) return true
  const inPool = by !== null && mayClaim(assignment, by, facts.site)
  if (inPool && assignment.person) run.refuse({ code: 'already-claimed', assignment: assignment.id, by: assignment.person })
  else run.refuse({ code: 'not-your-turn', assignment: assignment.id, holder: assignment.person })
  return false
}

/** What may be answered at a seat. */
export function outcomesAt(program: Run['program'], seat: Seat): readonly Outcome[] {
  if (seat.kind === 'opinion') return opinionOutcomes
  const node = program.nodes.get(seat.node)
  return node?.kind === 'approval' || node?.kind === 'task' ? outcomesOf(node).filter((outcome) => !outcome.action?.retired) : []
}

/** Whether an assignment is late, and the directory from which its answer must then give a reason. */
export function overdueOf(
  document: Document,
  program: Run['program'],
  assignment: Assignment,
  now: Instant,
): { due: Instant; directory: string } | null {
  const { clock } = assignment
  if (!clock || !document.process || (clock.paused ?? now) <= clock.due) return null
  const directory = deadlineAt({ program, process: document.process }, assignment)?.reason
  return directory === undefined ? null : { due: clock.due, directory }
}

function outcomeOf(run: Run, seat: Seat, wanted: string): Outcome | null {
  const outcomes = outcomesAt(run.program, seat)
  const outcome = outcomes.find((each) => each.id === wanted)
  if (!outcome) run.refuse({ code: 'outcome-unknown', outcome: wanted, expected: outcomes.map((each) => each.id) })
  return outcome ?? null
}

function isSuspended(run: Run, assignment: Assignment): boolean {
  return run.process.suspended !== null || assignment.suspended !== null
}

function reasonLeaves(run: Run, assignment: Assignment, reason: string | undefined): readonly Leaf[] | null {
  const directory = deadlineAt(run, assignment)?.reason
  const late = overdueOf(run.document, run.program, assignment, run.facts.now)
  if (!reason) {
    if (late) run.refuse({ code: 'overdue-reason-missing', assignment: assignment.id, due: late.due, directory: late.directory })
    return late ? null : []
  }
  const known =
    directory === undefined
      ? undefined
      : run.facts.site.directories.get(directory)?.items.find((item) => item.id === reason && !item.retired)
  if (directory !== undefined && known) return [{ path: 'reason', value: reason }]
  run.refuse({ code: 'reason-unknown', reason, directory: directory ?? '' })
  return null
}

/** On whose behalf a stand-in or a delegate decides: whoever held it before, back to the one who is answerable. */
function onBehalfOf({ hands }: Assignment): Id | null {
  const last = hands.at(-1)
  if (last?.how !== 'substitute' && last?.how !== 'delegated') return null
  const answerable = hands.findLast((hand) => hand.how !== 'substitute' && hand.how !== 'delegated')
  return answerable?.person ?? null
}

function tellAsker(run: Run, opinion: Seat): undefined {
  const asker = opinion.under ? run.process.assignments[opinion.under]?.person : null
  if (asker)
    run.tell([asker], { about: 'told', facts: { node: opinion.node, what: 'opinion', from: run.by }, assignment: opinion.under ?? null })
}
