import type { StripItem, StripState, StripStep } from '../../engine/approval/strip.ts'

/** The most steps that stand on one line without folding. */
export const mostSteps = 7

/** What of a strip is drawn: the done ones before `folded` are one button, "4 done". */
export interface FoldedStrip {
  readonly folded: readonly StripItem[]
  readonly shown: readonly StripItem[]
}

/** Folds the done steps at the beginning of a long strip, except the last of them: where it came from is of interest. */
export function foldStrip(items: readonly StripItem[]): FoldedStrip {
  const whole = { folded: [], shown: items }
  if (items.length <= mostSteps) return whole
  const standing = items.findIndex(({ state }) => state !== 'done' && state !== 'passed-by')
  const done = (standing < 0 ? items.length : standing) - 1
  return done > 1 ? { folded: items.slice(0, done), shown: items.slice(done) } : whole
}

/** Where a document stands on its way: "Step 2 of 5". Null where it stands nowhere any more. */
export function standing(items: readonly StripItem[]): { at: number; of: number; item: StripItem } | null {
  const counted = items.filter(({ kind, state }) => kind !== 'decision' && state !== 'passed-by' && state !== 'withdrawn')
  const at = counted.findIndex(isHere)
  const item = counted[at]
  return item ? { at: at + 1, of: counted.length, item } : null
}

export const isHere = ({ state }: { state: StripState }): boolean => state === 'now' || state === 'late'

/** The steps of an item where something goes on now: the item itself, or the current ones of a block's lanes. */
export function currentSteps(item: StripItem): readonly StripStep[] {
  if (item.kind !== 'block') return isHere(item) ? [item] : []
  return item.lanes.flat().flatMap(currentSteps)
}

/** The step that a lane or a strip ended with, for a document that is done. */
export function lastDone(items: readonly StripItem[]): StripStep | null {
  const item = items.findLast(({ state }) => state === 'done')
  return !item ? null : item.kind === 'block' ? lastDone(item.lanes.flat()) : item
}
