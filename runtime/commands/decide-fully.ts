import type { Program } from '../engine/approval/program.ts'
import type { Subject } from '../engine/card/scope.ts'
import type { Accepted, Decision } from '../engine/decision.ts'
import type { Facts } from '../engine/document/facts.ts'
import type { Problem } from '../engine/problem.ts'
import type { Queryable } from '../store/database.ts'
import { asksNumber, gatherFacts } from './gather-facts.ts'

export type Decided =
  | { readonly kind: 'accepted'; readonly accepted: Accepted; readonly facts: Facts }
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** A number must be taken: only under locks. */
  | { readonly kind: 'needs-lock' }

/** How often a decision may ask for more: what it still misses then cannot be had. */
const rounds = 4

/** Asks for a decision until it has the facts that it needs. `subject` is the document that roll-ups are of. */
export async function decideFully(
  database: Queryable,
  program: Program,
  subject: Subject,
  facts: Facts,
  decide: (facts: Facts) => Decision,
  options: { readonly lock: boolean },
): Promise<Decided> {
  let known = facts
  for (let round = 0; round < rounds; round++) {
    const decision = decide(known)
    if (decision.kind === 'accepted') return { kind: 'accepted', accepted: decision, facts: known }
    if (decision.kind === 'refused') return { kind: 'refused', problem: decision.problem }
    if (!options.lock && asksNumber(decision.missing)) return { kind: 'needs-lock' }
    known = await gatherFacts(database, program, subject, known, decision.missing, options)
  }
  throw new Error(`a decision on ${subject.type}/${subject.id} asked for facts more than ${rounds} times`)
}
