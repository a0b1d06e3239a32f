import { textIn } from '../../runtime/engine/card/local-text.ts'
import type { LocalText } from '../../runtime/engine/site.ts'
import type { ScreenLanguage } from '../../schemas/finding.ts'
import { at, type Pointer } from '../../schemas/pointer.ts'
import { parentOf, setAt } from './at-pointer.ts'
import { type Conflict, merge } from './merge.ts'
import type { ReadDefinition } from './open-workspace.ts'
import { propertyName } from './words/property-words.ts'
import type { Definition, EditedKind } from './workspace.ts'

/** Two people's edits of one draft. Null: taken out, or there is none. */
export interface Sides {
  readonly kind: EditedKind
  /** What both began from: the draft as it was last seen, or what is in use. */
  readonly base: Definition | null
  readonly mine: Definition | null
  readonly theirs: Definition | null
}

export type Reconciled =
  /** Both edits together, and nothing to choose. */
  | { readonly state: 'merged'; readonly body: Definition | null }
  /** Something has to be chosen; `body` has mine in each place. */
  | { readonly state: 'conflict'; readonly body: Definition | null; readonly conflicts: readonly Conflict[] }

/**
 * Puts two people's edits of one draft together by ids, so that neither is overwritten. A merge that its schema does not admit
 * (one took the last line away, the other the first) is a conflict of the whole: one of the two is chosen.
 */
export function reconcile({ kind, base, mine, theirs }: Sides, read: ReadDefinition): Reconciled {
  const whole: Conflict = { at: '', base, mine, theirs }
  if (mine === null || theirs === null) {
    const { value, conflicts } = merge(base ?? undefined, mine ?? undefined, theirs ?? undefined)
    return conflicts.length === 0
      ? { state: 'merged', body: (value ?? null) as Definition | null }
      : { state: 'conflict', body: mine, conflicts: [whole] }
  }
  const { value, conflicts } = merge(base ?? undefined, mine, theirs)
  const parsed = read(kind, value)
  if (!parsed.ok) return { state: 'conflict', body: mine, conflicts: [whole] }
  return conflicts.length === 0 ? { state: 'merged', body: parsed.definition } : { state: 'conflict', body: parsed.definition, conflicts }
}

/** The definition with the choices made: for each conflict, in order, mine or theirs. */
export function choose(
  body: Definition | null,
  conflicts: readonly Conflict[],
  choices: readonly ('mine' | 'theirs')[],
): Definition | null {
  if (conflicts.some((conflict) => conflict.at === ''))
    return (choices[0] === 'theirs' ? conflicts[0]!.theirs : conflicts[0]!.mine) as Definition | null
  // From the last to the first: taking one out of a list moves those behind it.
  return conflicts.reduceRight<Definition | null>((now, conflict, index) => {
    const chosen = choices[index] === 'theirs' ? conflict.theirs : conflict.mine
    return now === null ? now : setAt(now, conflict.at, chosen)
  }, body)
}

/** Where a conflict is, in words: the named things on the way, and which property of the last. */
export function conflictPlace(body: Definition | null, pointer: Pointer, language: ScreenLanguage): string {
  if (!body) return ''
  const names: string[] = []
  for (let place = pointer; place !== ''; place = parentOf(place)) {
    const thing = at(body, place) as { label?: LocalText; tab?: LocalText; id?: string } | undefined
    const label = thing && typeof thing === 'object' && !Array.isArray(thing) ? (thing.label ?? thing.tab) : undefined
    if (label !== undefined) names.unshift(textIn(label, language))
  }
  const last = pointer.split('/').findLast((key) => key !== '' && !/^\d+$/.test(key))
  const property = last === undefined ? '' : propertyName(last, language)
  return [textIn(body.label, language), ...names, property].filter((part) => part !== '').join(', ')
}
