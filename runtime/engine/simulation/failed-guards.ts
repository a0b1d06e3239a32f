import type { Program } from '../approval/program.ts'
import type { CardValue } from '../card/card.ts'
import { failedChecks } from '../card/checks.ts'
import { fieldsOf, isBackRollup } from '../card/field.ts'
import { linksOf } from '../card/links.ts'
import { evaluateRollup, rollupSource } from '../card/rollup.ts'
import { sameValue } from '../card/same-value.ts'
import { readerOf } from '../document/fact-reader.ts'
import type { Facts } from '../document/facts.ts'
import { mayOverride } from '../document/rights.ts'
import type { Document, Id } from '../document/state.ts'
import type { FailedCheck } from '../problem.ts'
import { type Guard, guardsOver } from './looking-at.ts'
import { type Numbers, withMissing } from './office-facts.ts'
import type { KeptDocument, OfficeShelf } from './office-shelf.ts'

type Totals = { readonly [field: string]: CardValue | null }

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
    const then = totals(parent, guarded, guarded.before, facts, shelf)
    const now = totals(parent, guarded, guarded.after, facts, shelf)
    if (Object.keys(now).every((field) => sameValue(then[field], now[field]))) return []
    return standing(parent, guard, guarded, { ...facts, rollups: now }, shelf, numbers)
  })
}

/** The parent's totals with the child as it is given. */
function totals(parent: KeptDocument, { program, after }: Guarded, child: Document | null, { site }: Facts, shelf: OfficeShelf): Totals {
  const { type } = parent.program
  const found: { [field: string]: CardValue | null } = {}
  for (const field of fieldsOf(type).values()) {
    const source = isBackRollup(type, field) ? rollupSource(site, type, field.id) : null
    if (!source) continue
    const others = shelf.children(source.from, parent.document).filter(({ id }) => id !== after.id)
    const counts =
      child !== null &&
      linksOf(program.type, child.card).some(
        (link) => link.to.id === parent.document.id && source.from.some((from) => from.type === child.type && from.field === link.field),
      )
    found[field.id] = evaluateRollup(site, type, field.id, counts ? [...others, child] : others, parent.document)
  }
  return found
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
