import type { Budget } from './budget.ts'
import type { Reference, Value } from './value.ts'

/** What an evaluation asks of the world. All of it is given as facts; nothing here may wait. */
export interface Host {
  /** The value of a bare name: a field, or `row`, `that`, `person`, `this`, `me`, `paper`, `missing`. Asked only when needed. */
  name(name: string): Value
  /** What stands behind a dot after a reference; null where there is none. */
  read(reference: Reference, member: string): Value
  /**
   * Whether what a reference points at can have a member of this name, blank or not. Asked only by a filter over
   * references whose type was not known when the expression was compiled (`acts[status = "done"]`): there a bare name
   * may be the item's or the card's. Left out, a member that is blank is taken for none.
   */
  knows?(reference: Reference, member: string): boolean
  /** The time of the evaluation, a date and time in the site's zone; `today()` is its date. */
  now(): Value
  /** Our own functions: `at passed outcome visits` (the id of a node), `working days` (from, to, person or null). */
  call?(name: OwnFunction, args: readonly Value[]): Value
  readonly budget?: Budget
}

export type OwnFunction = 'at' | 'passed' | 'outcome' | 'visits' | 'working days'
