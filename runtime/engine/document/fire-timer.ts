import type { Deadline } from '../../../schemas/generated/approval-schema.ts'
import type { TimeStep } from '../../../schemas/generated/time-step.ts'
import { tellAsked } from '../approval/asking.ts'
import { automate } from '../approval/automate.ts'
import { nextRound } from '../approval/deadline.ts'
import { audienceAt, type Place } from '../approval/place.ts'
import { mayHold } from '../approval/seats.ts'
import { tokensInside } from '../approval/tree.ts'
import { membersOf } from '../audience/keys.ts'
import { poolKeys, resolveAudience } from '../audience/resolve.ts'
import type { CommandOf } from './command.ts'
import { decideByClock } from './decide-assignment.ts'
import type { ClockHolder } from './event.ts'
import { giveTo } from './hand-over.ts'
import type { Run } from './run.ts'
import { deadlineAt } from './settle.ts'
import type { Assignment, Clock, Id } from './state.ts'
import { takeActionAt } from './take-action.ts'
import { parseTimerKey } from './timer-key.ts'

/** Fires a timer. One that the state does not know (any more), or that is not due yet, is done without a trace; waits are tried by every command. */
export function fireTimer(run: Run, { key }: CommandOf<'fire-timer'>): undefined {
  const timer = parseTimerKey(key)
  if (timer?.kind !== 'step') return
  const found = holderOf(run, timer.on)
  const due = found?.clock?.steps.find((each) => each.step === timer.step && each.round === timer.round)
  const step = found?.deadline?.steps?.[timer.step]
  if (!found?.clock || found.clock.paused !== null || !due || !step || due.at > run.facts.now) return
  const next = nextRound(run, found.deadline!, timer.step, due.at, due.round, found.assignment?.person ?? null)
  run.emit({ type: 'deadline-step-taken', on: timer.on, step: timer.step, round: timer.round, next })
  takeStep(run, found, step)
}

interface Holder {
  readonly on: ClockHolder
  readonly clock: Clock | null
  readonly deadline: Deadline | undefined
  /** The node that it stands on; null for the schema's. */
  readonly node: string | null
  readonly in: Id | null
  readonly assignment: Assignment | null
}

function holderOf(run: Run, on: ClockHolder): Holder | null {
  const { process, program } = run
  if (on.kind === 'schema') return { on, clock: process.clock, deadline: program.schema?.deadline, node: null, in: null, assignment: null }
  if (on.kind === 'assignment') {
    const assignment = process.assignments[on.id]
    if (assignment?.state !== 'open') return null
    const seat = process.seats[assignment.seat]!
    const branch = process.tokens[seat.token]?.in ?? null
    return { on, clock: assignment.clock, deadline: deadlineAt(run, assignment), node: seat.node, in: branch, assignment }
  }
  const thing = on.kind === 'token' ? process.tokens[on.id] : process.blocks[on.id]
  if (!thing) return null
  const id = 'node' in thing ? thing.node : thing.fork
  const node = program.nodes.get(id)
  return {
    on,
    clock: thing.clock,
    deadline: node && 'deadline' in node ? node.deadline : undefined,
    node: id,
    in: thing.in,
    assignment: null,
  }
}

function takeStep(run: Run, holder: Holder, step: TimeStep): undefined {
  if (step.tell) tell(run, holder, step)
  if (step.pass) for (const assignment of openOf(run, holder)) pass(run, holder, step.pass, assignment)
  if (step.does) automate(run, step.does, holder.node ?? '', holder.in, placeOf(run, holder, holder.assignment?.person ?? null))
  if (step.choose !== undefined && !run.stopped) choose(run, holder, step.choose)
}

function tell(run: Run, holder: Holder, { tell: who, at, by }: TimeStep): undefined {
  const people = assigneesOf(run, holder).flatMap((person) => resolveAudience(who, audienceAt(run, placeOf(run, holder, person))))
  run.tell(people, {
    about: at.startsWith('-') ? 'due-soon' : 'overdue',
    facts: { node: holder.node, due: holder.clock?.due ?? null, who: holder.assignment?.person ?? null },
    assignment: holder.assignment?.id ?? null,
    ...(by && { by }),
  })
}

/** Whom `the: assignee` means: the holder; of a pool everybody in it; of a stage, a block or the schema everybody who is asked there. */
function assigneesOf(run: Run, holder: Holder): readonly (Id | null)[] {
  const people = openOf(run, holder).flatMap((each) =>
    each.person ? [each.person] : membersOf(each.pool ?? [], run.facts.site).filter((id) => mayHold(run, each, id)),
  )
  return people.length > 0 ? people : [null]
}

function openOf(run: Run, { on, assignment }: Holder): readonly Assignment[] {
  if (assignment) return [assignment]
  const tokens = on.kind === 'block' ? new Set(tokensInside(run.process, on.id).map((token) => token.id)) : null
  return Object.values(run.process.assignments)
    .filter((each) => {
      const token = run.process.seats[each.seat]?.token ?? ''
      return each.state === 'open' && !run.process.tokens[token]?.aside && (tokens?.has(token) ?? (on.kind === 'schema' || token === on.id))
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

function placeOf(run: Run, holder: Holder, assignee: Id | null): Place {
  const seat = holder.assignment && run.process.seats[holder.assignment.seat]
  return { in: holder.in, row: seat?.row ?? null, assignee }
}

/** Passes what is still open on: to the one person who is named, or to all of them as a pool. */
function pass(run: Run, holder: Holder, who: NonNullable<TimeStep['pass']>, assignment: Assignment): undefined {
  const context = audienceAt(run, { ...placeOf(run, holder, assignment.person), assignee: assignment.person })
  const people = resolveAudience(who, context).filter((id) => mayHold(run, assignment, id) && id !== assignment.person)
  const [only, another] = people
  if (only === undefined) return
  if (another === undefined) return giveTo(run, assignment, { person: only, how: 'passed', at: run.facts.now, by: null })
  run.emit({ type: 'assignment-offered', assignment: assignment.id, pool: poolKeys(who, context) })
  const node = run.process.seats[assignment.seat]!.node
  tellAsked(run, run.process.assignments[assignment.id]!, node, 'passed-on')
  if (assignment.person) run.tell([assignment.person], { about: 'taken-away', facts: { node }, assignment: assignment.id })
}

/** A step that chooses is recorded as done by the clock, never as a person's. */
function choose(run: Run, holder: Holder, action: string): undefined {
  const assignment = holder.assignment && run.process.assignments[holder.assignment.id]
  if (assignment) return assignment.state === 'open' ? decideByClock(run, assignment, action) : undefined
  const token = holder.on.kind === 'token' ? holder.on.id : undefined
  takeActionAt(run, { node: holder.node ?? 'anywhere', action, ...(token !== undefined && { token }) }, true)
}
