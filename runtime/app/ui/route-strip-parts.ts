import type { StripItem, StripState, StripStep } from '../../engine/approval/strip.ts'

/** The most steps that stand on one line without folding. */
export const mostSteps = 7

/** What of a strip is drawn: `folded` are done and one button ("4 done"), `ahead` may follow and are another. */
export interface FoldedStrip {
  readonly folded: readonly StripItem[]
  readonly shown: readonly StripItem[]
  readonly ahead: readonly StripItem[]
}

/**
 * Folds a strip of more than `most` steps: first the done ones at its beginning, except the last of them, because where it
 * came from is of interest; then, where that is not enough, what lies furthest ahead.
 */
export function foldStrip(items: readonly StripItem[], most = mostSteps): FoldedStrip {
  if (items.length <= most) return { folded: [], shown: items, ahead: [] }
  const standing = items.findIndex(({ state }) => state !== 'done' && state !== 'passed-by')
  const done = (standing < 0 ? items.length : standing) - 1
  const from = done > 1 ? done : 0
  const to = Math.max(items.findLastIndex(({ state }) => state !== 'next') + 1, from + most)
  // A button in the place of one step saves nothing.
  const end = items.length - to > 1 ? to : items.length
  return { folded: items.slice(0, from), shown: items.slice(from, end), ahead: items.slice(end) }
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
