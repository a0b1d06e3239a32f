import { hasKey } from '../audience/keys.ts'
import type { Assignment, Document, Id, Seat } from '../document/state.ts'
import type { Site } from '../site.ts'

/**
 * The assignment, among those whose seats fit, that is most a person's: open in their hands, open in their pool, waiting
 * for its turn, in their hands before; last somebody else's, open before closed. `ofOthers`: whoever reassigns means
 * somebody else's first. Of equals the newest visit wins, and in it the first of the approval sheet. Null where none fits.
 */
export function nearestAssignment(
  { process }: Document,
  person: Id,
  fits: (seat: Seat) => boolean,
  site: Site,
  ofOthers = false,
): Id | null {
  if (!process) return null
  const found = Object.values(process.assignments)
    .map((assignment) => ({ assignment, seat: process.seats[assignment.seat]! }))
    .filter(({ seat }) => fits(seat))
    .map(({ assignment, seat }) => ({ assignment, seat, distance: distanceOf(assignment, person, site, ofOthers) }))
    .sort(
      (a, b) =>
        a.distance - b.distance ||
        // Later visits have later ids.
        later(a.seat.token, b.seat.token) ||
        a.seat.order - b.seat.order ||
        a.assignment.order - b.assignment.order,
    )
  return found[0]?.assignment.id ?? null
}

function distanceOf(assignment: Assignment, person: Id, site: Site, ofOthers: boolean): number {
  const { state } = assignment
  const inPool = assignment.pool !== null && !assignment.except.includes(person) && hasKey(assignment.pool, person, site)
  const had = assignment.decidedBy === person || assignment.hands.some((hand) => hand.person === person)
  if (ofOthers && state === 'open') return assignment.person === person ? 1 : 0
  if (state === 'open' && assignment.person === person) return 0
  if (state === 'open' && assignment.person === null && inPool) return 1
  if (state === 'waiting' && assignment.person === person) return 2
  if (had) return state === 'open' ? 3 : 4
  if (inPool) return state === 'open' ? 5 : 6
  return state === 'open' ? 7 : state === 'waiting' ? 8 : 9
}

function later(a: Id, b: Id): number {
  return a === b ? 0 : a > b ? -1 : 1
}
