import type { DocumentType } from '../../../../schemas/generated/document-type.ts'
import type { Card, CardValue } from '../../../engine/card/card.ts'
import { sameValue } from '../../../engine/card/same-value.ts'
import type { Change } from '../../../engine/document/command.ts'
import { type Conflict, changesBetween, replayChanges, withField, withPathOf } from './changes.ts'

/** A card in somebody's hands: as the server last told it, and as it is on the screen. */
export interface CardState {
  readonly type: DocumentType
  /** As the server last told it; of a new document what its defaults make. */
  readonly base: Card
  /** The revision of `base`; 0 of a new document. */
  readonly revision: number
  /** With what the person has changed. */
  readonly working: Card
  /** Changes of theirs on the person's own, by path, until one of both is chosen. */
  readonly conflicts: ReadonlyMap<string, Conflict>
  /** Fields that somebody else changed while the card was open, with what they were. */
  readonly meanwhile: ReadonlyMap<string, CardValue | undefined>
}

export type CardEvent =
  | { readonly kind: 'typed'; readonly field: string; readonly value: CardValue | undefined }
  /** The server told the card anew. */
  | { readonly kind: 'refreshed'; readonly card: Card; readonly revision: number }
  /** A command of this person was done; `sent` is the card that it was made of. */
  | { readonly kind: 'saved'; readonly card: Card; readonly revision: number; readonly sent: Card }
  | { readonly kind: 'settled'; readonly path: string; readonly keep: 'mine' | 'theirs' }
  /** Changes kept from before, made again. */
  | { readonly kind: 'restored'; readonly changes: readonly Change[] }
  | { readonly kind: 'discarded' }
  /** The marks of what changed meanwhile have been seen. */
  | { readonly kind: 'seen' }
  /** The document moved to another program while it was open. */
  | { readonly kind: 'retyped'; readonly type: DocumentType }

const none: ReadonlyMap<string, never> = new Map<string, never>()

export const openedCard = (type: DocumentType, base: Card, revision: number): CardState => ({
  type,
  base,
  revision,
  working: base,
  conflicts: none,
  meanwhile: none,
})

/** What the person has changed, as an edit says it. */
export const changesOf = (state: CardState): Change[] =>
  state.working === state.base ? [] : changesBetween(state.type, state.base, state.working)

export function reduceCard(state: CardState, event: CardEvent): CardState {
  switch (event.kind) {
    case 'typed':
      return sameValue(state.working[event.field], event.value)
        ? state
        : { ...state, working: withField(state.working, event.field, event.value) }
    case 'refreshed':
      return refreshed(state, event.card, event.revision)
    case 'saved': {
      // What was typed while the answer was on its way stays.
      const later = changesBetween(state.type, event.sent, state.working)
      const { card, conflicts } = replayChanges(state.type, event.card, later)
      return {
        ...state,
        base: event.card,
        revision: event.revision,
        working: later.length > 0 ? card : event.card,
        conflicts,
        meanwhile: none,
      }
    }
    case 'settled': {
      const conflicts = new Map(state.conflicts)
      conflicts.delete(event.path)
      const working = event.keep === 'mine' ? state.working : withPathOf(state.working, event.path, state.base)
      return { ...state, conflicts, working }
    }
    case 'restored': {
      const { card, conflicts } = replayChanges(state.type, state.base, event.changes)
      return { ...state, working: card, conflicts }
    }
    case 'discarded':
      return { ...state, working: state.base, conflicts: none }
    case 'seen':
      return state.meanwhile.size === 0 ? state : { ...state, meanwhile: none }
    case 'retyped':
      return { ...state, type: event.type }
  }
}

/** Theirs come in where the person changed nothing; where both did, the person's stays on the screen until one is chosen. */
function refreshed(state: CardState, card: Card, revision: number): CardState {
  if (revision < state.revision || (revision === state.revision && sameValue(card, state.base))) return state
  const mine = changesOf(state)
  const replayed = replayChanges(state.type, card, mine)
  const meanwhile = new Map(state.meanwhile)
  for (const id of new Set([...Object.keys(card), ...Object.keys(state.base)])) {
    if (sameValue(card[id], state.base[id]) || sameValue(card[id], state.working[id])) continue
    if (!meanwhile.has(id)) meanwhile.set(id, state.base[id])
  }
  const open = [...state.conflicts].filter(([path]) => !replayed.conflicts.has(path) && mine.some((change) => change.path === path))
  return {
    ...state,
    base: card,
    revision,
    working: mine.length > 0 ? replayed.card : card,
    conflicts: new Map([...open, ...replayed.conflicts]),
    meanwhile,
  }
}
