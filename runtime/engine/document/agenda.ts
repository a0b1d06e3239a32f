import type { Program } from '../approval/program.ts'
import type { Agenda, AgendaAssignment, Timer } from '../decision.ts'
import type { ClockHolder } from './event.ts'
import type { Assignment, Clock, Document, Id, Process } from './state.ts'
import { stepKey, wakeKey } from './timer-key.ts'

/** What is now open and due in a document: the rows that the store keeps beside it are made from this, and only from this. */
export function agenda(_program: Program, { process, author }: Document): Agenda {
  if (!process) return { timers: [], assignments: [], readers: [] }
  return { timers: timersOf(process), assignments: assignmentsIn(process, author), readers: readersOf(process) }
}

function timersOf(process: Process): readonly Timer[] {
  if (process.ended || process.suspended) return []
  const steps = (on: ClockHolder, clock: Clock | null): Timer[] =>
    !clock || clock.paused !== null ? [] : clock.steps.map(({ step, at, round }) => ({ key: stepKey(on, step, round), at }))
  const timers = [
    ...steps({ kind: 'schema' }, process.clock),
    ...Object.values(process.blocks).flatMap((block) => steps({ kind: 'block', id: block.id }, block.clock)),
    ...Object.values(process.tokens).flatMap((token) => steps({ kind: 'token', id: token.id }, token.clock)),
    ...Object.values(process.tokens).flatMap((token) =>
      token.aside ? [] : (token.wakes ?? []).map(({ index, at }) => ({ key: wakeKey(token.id, index), at })),
    ),
    ...Object.values(process.assignments).flatMap((each) =>
      each.state === 'open' ? steps({ kind: 'assignment', id: each.id }, each.clock) : [],
    ),
  ]
  return timers.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.key < b.key ? -1 : 1))
}

function assignmentsIn(process: Process, author: Id): readonly AgendaAssignment[] {
  const orderOf = (each: Assignment) => process.seats[each.seat]!.order
  return Object.values(process.assignments)
    .sort((a, b) => orderOf(a) - orderOf(b) || a.order - b.order || (a.id < b.id ? -1 : 1))
    .map((each) => {
      const seat = process.seats[each.seat]!
      return {
        id: each.id,
        node: seat.node,
        seat: seat.id,
        line: seat.line,
        person: each.person,
        from: whoAsked(process, each) ?? author,
        pool: each.pool,
        except: each.except,
        state: each.state,
        outcome: each.outcome,
        due: each.clock?.due ?? null,
        opened: each.opened,
        closed: each.closed,
      }
    })
}

/** Who passed it on, else who last sent the document on its way. */
function whoAsked({ leftStage }: Process, { hands }: Assignment): Id | null {
  const hand = hands.at(-1)
  const handedOn = hand && hand.how !== 'asked' && hand.how !== 'claimed' ? hand.by : null
  return handedOn ?? leftStage?.by ?? null
}

/** Whoever has or had an assignment may read the document, and so may the pools in which one waits or waited. */
function readersOf(process: Process): readonly string[] {
  const keys = new Set<string>()
  for (const each of Object.values(process.assignments)) {
    // Those whose turn has not come yet are not asked yet.
    if (each.opened === null) continue
    for (const { person } of each.hands) keys.add(`p:${person}`)
    for (const key of each.pool ?? []) keys.add(key)
  }
  return [...keys].sort()
}
