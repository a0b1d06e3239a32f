import type { Deadline } from '../../../schemas/generated/approval-schema.ts'
import { settleWaits } from '../approval/advance.ts'
import { deadlineOf } from '../approval/asking.ts'
import { resumeClock } from '../approval/deadline.ts'
import { inOrder, isAt, tokensInside } from '../approval/tree.ts'
import type { ClockHolder } from './event.ts'
import type { Run } from './run.ts'
import type { Assignment, Clock, Id } from './state.ts'

/** What every command ends with: waits whose time has come go on, and clocks stop and run on as the state now asks. */
export function settle(run: Run): undefined {
  if (run.stopped || !run.document.process || run.process.ended) return
  settleWaits(run)
  if (run.stopped || run.process.ended) return
  settleClocks(run)
}

/** Stops the clocks that ought to stand still, and gives those that run on again what was left of them. */
function settleClocks(run: Run): undefined {
  const { process, program } = run
  const suspended = process.suspended !== null
  for (const token of inOrder(process.tokens)) {
    const node = program.nodes.get(token.node)
    const deadline = node && 'deadline' in node ? node.deadline : undefined
    pause(run, { kind: 'token', id: token.id }, token.clock, deadline, suspended, null)
  }
  for (const assignment of inOrder(process.assignments)) {
    if (assignment.state !== 'open' && assignment.state !== 'waiting') continue
    const paused = suspended || assignment.suspended !== null || assignment.state === 'waiting' || hasOpinionOut(run, assignment)
    pause(run, { kind: 'assignment', id: assignment.id }, assignment.clock, deadlineAt(run, assignment), paused, assignment.person)
  }
  for (const block of inOrder(process.blocks)) {
    const fork = program.nodes.get(block.fork)
    const deadline = fork?.kind === 'fork' ? fork.deadline : undefined
    const stops = tokensInside(process, block.id).some((token) => deadline?.pauseAt?.includes(token.node))
    pause(run, { kind: 'block', id: block.id }, block.clock, deadline, suspended || stops, null)
  }
  const deadline = program.schema?.deadline
  const stops = (deadline?.pauseAt ?? []).some((node) => isAt(process, node))
  pause(run, { kind: 'schema' }, process.clock, deadline, suspended || stops, null)
}

/** The deadline of the node that an assignment is asked at. */
export function deadlineAt(run: Pick<Run, 'program' | 'process'>, assignment: Assignment): Deadline | undefined {
  const seat = run.process.seats[assignment.seat]
  const node = seat && run.program.nodes.get(seat.node)
  return seat && (node?.kind === 'approval' || node?.kind === 'task') ? deadlineOf(node, seat) : undefined
}

function hasOpinionOut(run: Run, assignment: Assignment): boolean {
  return Object.values(run.process.seats).some((seat) => seat.under === assignment.id && seat.state === 'open')
}

function pause(
  run: Run,
  on: ClockHolder,
  clock: Clock | null,
  deadline: Deadline | undefined,
  stop: boolean,
  person: Id | null,
): undefined {
  if (!clock || stop === (clock.paused !== null)) return
  const next = stop ? { ...clock, paused: run.facts.now } : resumeClock(run, deadline, clock, person)
  run.emit({ type: 'deadline-changed', on, clock: next })
}
