import type { CardValue } from '../card/card.ts'
import type { Facts, LinkedDocument, Missing } from './facts.ts'

/**
 * Reads facts and notes those that were not given, so that a decision can go on to the end and then ask for all of
 * them at once. What is missing reads as blank meanwhile.
 */
export interface FactReader {
  readonly facts: Facts
  readonly missing: readonly Missing[]
  /** Expressions that asked for more than their budget: where they stand and what they ran out of. */
  readonly failures: readonly { readonly where: string; readonly why: string }[]
  /** A linked document; null where there is none, or none yet. */
  readonly document: (type: string, id: string) => LinkedDocument | null
  /** The one document of a type of kind `single`. */
  readonly single: (type: string) => LinkedDocument | null
  /** Whether roll-ups are read fresh, and with them the formulas that read one. */
  readonly fresh: boolean
  /** A roll-up of the document itself, fresh; undefined where the kept one is good enough. */
  readonly rollup: (field: string) => CardValue | null | undefined
  readonly note: (missing: Missing) => void
  readonly fail: (where: string, why: string) => void
}

/** The id under which the one document of a type of kind `single` is asked for, for nobody but the store knows its own. */
export const SINGLE = 'single'

/** `rollups`: `fresh` for conditions of actions and checks, `kept` for texts, forms and lists. */
export function readerOf(facts: Facts, { rollups = 'fresh' }: { readonly rollups?: 'fresh' | 'kept' } = {}): FactReader {
  const missing = new Map<string, Missing>()
  const failures: { where: string; why: string }[] = []
  const note = (fact: Missing): void => {
    missing.set(JSON.stringify(fact), fact)
  }
  const document = (type: string, id: string): LinkedDocument | null => {
    const found = facts.documents[`${type}/${id}`]
    if (found === undefined) note({ kind: 'document', type, id })
    return found ?? null
  }
  return {
    facts,
    get missing() {
      return [...missing.values()]
    },
    failures,
    fresh: rollups === 'fresh',
    document,
    single: (type) => document(type, SINGLE),
    rollup(field) {
      if (rollups === 'kept') return undefined
      const value = facts.rollups[field]
      if (value === undefined) note({ kind: 'rollup', field })
      return value ?? null
    },
    note,
    fail: (where, why) => {
      failures.push({ where, why })
    },
  }
}
