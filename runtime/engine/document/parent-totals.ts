import type { Program } from '../approval/program.ts'
import type { CardValue } from '../card/card.ts'
import { fieldsOf, isBackRollup } from '../card/field.ts'
import { linksOf } from '../card/links.ts'
import { evaluateRollup, type RollupSource, rollupSource } from '../card/rollup.ts'
import { sameValue } from '../card/same-value.ts'
import type { Site } from '../site.ts'
import type { LinkedDocument } from './facts.ts'
import type { Document, Id } from './state.ts'

export type Totals = { readonly [field: string]: CardValue | null }

/** What a document adds up over others: its roll-up fields with their sources. */
export function totalsOf(site: Site, { type }: Program): readonly { readonly field: string; readonly source: RollupSource }[] {
  return [...fieldsOf(type).values()].flatMap((field) => {
    const source = isBackRollup(type, field) ? rollupSource(site, type, field.id) : null
    return source ? [{ field: field.id, source }] : []
  })
}

/**
 * A parent's totals with one child as it is given (null: without it), whatever the store has of that child. `children` are
 * those that point at the parent from a source, as they are.
 */
export function totalsWith(
  site: Site,
  program: Program,
  parent: Document,
  children: (source: RollupSource) => readonly LinkedDocument[],
  { id, as: child }: { readonly id: Id; readonly as: Document | null },
): Totals {
  const childType = child && site.types.get(child.type)
  return Object.fromEntries(
    totalsOf(site, program).map(({ field, source }) => {
      const others = children(source).filter((other) => other.id !== id)
      const counts =
        childType &&
        linksOf(childType, child.card).some(
          (link) => link.to.id === parent.id && source.from.some((from) => from.type === child.type && from.field === link.field),
        )
      return [field, evaluateRollup(site, program.type, field, counts ? [...others, child] : others, parent)]
    }),
  )
}

/** Whether a change moved a total: only then are the checks over them asked. */
export function areMoved(then: Totals, now: Totals): boolean {
  return Object.keys(now).some((field) => !sameValue(then[field], now[field]))
}
