import { assignmentsOf } from '../approval/tree.ts'
import { hasKey } from '../audience/keys.ts'
import type { Change, Command } from '../document/command.ts'
import type { Assignment, Id } from '../document/state.ts'
import type { Situation, Step } from './a-situation.ts'

type Words = {
  readonly comment?: string
  readonly reason?: string
  readonly signed?: boolean
  readonly changes?: readonly Change[]
  readonly sawRevision?: number
}

const person = (id: Id) => ({ kind: 'person' as const, id })

/** Presses a button of a stage, a fork, the bar or anywhere. */
export function takes(
  who: Id,
  action: string,
  node = 'draft',
  more: { readonly comment?: string; readonly changes?: readonly Change[] } = {},
): Step {
  return () => ({ type: 'take-action', by: person(who), node, action, ...more })
}

export const submits: Step = takes('elena', 'submit')

/** Decides what is asked of a person, or of a pool of theirs; `at` names the node where there is more than one. */
export function decides(who: Id, outcome: string, { at, ...words }: Words & { readonly at?: string } = {}): Step {
  return (situation) => ({ type: 'decide-assignment', by: person(who), assignment: askedOf(situation, who, at).id, outcome, ...words })
}

export function approves(who: Id, words: Words & { readonly at?: string } = {}): Step {
  return decides(who, 'approved', words)
}

export function rejects(who: Id, words: Words & { readonly at?: string } = {}): Step {
  return decides(who, 'rejected', { comment: 'No.', ...words })
}

/** Any other command about what is asked of `of` (left out: of the one who commands). */
export function commands(who: Id, type: Command['type'], more: Readonly<Record<string, unknown>> = {}, of: Id = who): Step {
  return (situation) => ({ type, by: person(who), assignment: askedOf(situation, of).id, ...more }) as Command
}

/** A command about the whole document. */
export function orders(who: Id, type: Command['type'], more: Readonly<Record<string, unknown>> = {}): Step {
  return () => ({ type, by: person(who), ...more }) as Command
}

export function edits(who: Id, changes: Readonly<Record<string, unknown>>): Step {
  return () => ({ type: 'edit-card', by: person(who), changes: Object.entries(changes).map(([path, to]) => ({ path, to })) })
}

/** The open assignment that a person holds or may claim; else the last one of theirs, so that a closed one can be tried too; else anybody's. */
export function askedOf({ document, facts }: Situation, who: Id, node?: string): Assignment {
  const process = document.process!
  const all = Object.values(process.seats)
    .sort((a, b) => a.order - b.order)
    .flatMap((seat) => (node === undefined || seat.node === node ? assignmentsOf(process, seat.id) : []))
  const open = all.filter((each) => each.state === 'open')
  const found =
    open.find((each) => each.person === who) ??
    open.find((each) => each.person === null && each.pool !== null && hasKey(each.pool, who, facts.site)) ??
    all.findLast((each) => each.person === who) ??
    all.findLast((each) => each.hands.some((hand) => hand.person === who)) ??
    open[0] ??
    all.at(-1)
  if (!found) throw new Error(`nothing was ever asked of ${who}`)
  return found
}
