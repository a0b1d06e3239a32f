/** What a decision may know beside the document and its program: everything that is not the pure core comes in here. */

import type { Card, CardValue, Rendered } from '../card/card.ts'
import type { Site } from '../site.ts'
import type { Id, Instant } from './state.ts'

export interface Facts {
  readonly now: Instant
  /** Makes the next UUIDv7. A fact like the time: tests and simulations give a counted one. */
  readonly newId: () => Id
  readonly site: Site
  /** Linked cards by `<type>/<id>`; null where there is none (erased, or never was). Absent: not fetched. */
  readonly documents: { readonly [key: string]: LinkedDocument | null }
  /** Fresh roll-ups of this document's fields. Absent: not fetched. A blank one is null. */
  readonly rollups: { readonly [field: string]: CardValue | null }
  /** Last number given in a series and period, under its lock. Absent: not fetched. */
  readonly numbers: { readonly [series: string]: number }
  /** Open assignments of people, for `least-busy`; for `in-turn` whom a line asked last, by `<schema>/<node>/<line>`. */
  readonly workload: { readonly [person: Id]: number }
  readonly lastInTurn: { readonly [line: string]: Id | null }
}

/** Another document as conditions see it. */
export interface LinkedDocument {
  readonly id: Id
  readonly type: string
  readonly number: string | null
  readonly title: Rendered
  readonly status: string
  readonly author: Id
  readonly createdOn: Instant
  readonly card: Card
  readonly derived: Card
  /** Keys of everybody whom its process has asked, where they were fetched: `readersOf` looks at them. */
  readonly readers?: readonly string[]
}

/** A fact that a decision needs and was not given: fetched in one batch, then it is asked again. */
export type Missing =
  | { readonly kind: 'document'; readonly type: string; readonly id: Id }
  | { readonly kind: 'rollup'; readonly field: string }
  | { readonly kind: 'number'; readonly series: string }
  | { readonly kind: 'workload'; readonly people: readonly Id[] }
  | { readonly kind: 'last-in-turn'; readonly line: string }
