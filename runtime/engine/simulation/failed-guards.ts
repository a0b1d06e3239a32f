import type { Program } from '../approval/program.ts'
import { failedChecks } from '../card/checks.ts'
import { readerOf } from '../document/fact-reader.ts'
import type { Facts } from '../document/facts.ts'
import { type Guard, guardsOver } from '../document/looking-at.ts'
import { areMoved, totalsWith } from '../document/parent-totals.ts'
import { mayOverride } from '../document/rights.ts'
import type { Document, Id } from '../document/state.ts'
import type { FailedCheck } from '../problem.ts'
import { type Numbers, withMissing } from './office-facts.ts'
import type { KeptDocument, OfficeShelf } from './office-shelf.ts'

/** Whose change is being guarded, and what it may let pass. */
export interface Guarded {
  readonly program: Program
  readonly before: Document | null
  readonly after: Document
  readonly by: Id | null
  /** A reason for each check that is to be let pass. */
  readonly overrides: Readonly<Record<string, string>>
}

/**
 * The checks over totals of other documents that a change breaks. Only a change that moves a total is asked: a contract
 * let pass above its amount does not block what leaves it alone.
 */
export function failedGuards(guarded: Guarded, facts: Facts, shelf: OfficeShelf, numbers: Numbers): readonly FailedCheck[] {
  return guardsOver(facts.site, guarded.program.type, guarded.after).flatMap((guard) => {
    const parent = shelf.get(guard.parent)
    if (!parent) return []
    const { program, document } = parent
    const totals = (child: Document | null) =>
      totalsWith(facts.site, program, document, ({ from }) => shelf.children(from, document), { id: guarded.after.id, as: child })
    const now = totals(guarded.after)
    if (!areMoved(totals(guarded.before), now)) return []
    return standing(parent, guard, guarded, { ...facts, rollups: now }, shelf, numbers)
  })
}

function standing(
  { document, program }: KeptDocument,
  { checks }: Guard,
  { by, overrides }: Guarded,
  facts: Facts,
  shelf: OfficeShelf,
  numbers: Numbers,
): readonly FailedCheck[] {
  let known = facts
  for (let round = 0; ; round++) {
    const reader = readerOf(known)
    const failed = failedChecks(program, document, reader, {
      mayOverride: (audience) => by !== null && mayOverride({ program, document, reader }, by, audience),
      around: { me: by },
    })
    if (reader.missing.length === 0 || round === 3)
      return failed.filter(({ check, mayOverride }) => checks.includes(check) && !(mayOverride && overrides[check]?.trim()))
    known = withMissing(known, reader.missing, program, document, shelf, numbers)
  }
}
