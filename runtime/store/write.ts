/**
 * What the store keeps of a document beside its state, and what one command writes: everything in one statement,
 * which succeeds only if nobody was faster.
 */
import type { Rendered } from '../engine/card/card.ts'
import type { Agenda, Notice } from '../engine/decision.ts'
import type { DocumentEvent, Leaf } from '../engine/document/event.ts'
import type { Document, Id, Instant } from '../engine/document/state.ts'

/** A document as its row has it. */
export interface StoredDocument {
  readonly document: Document
  /** Grows by one at every write, with events or without: what a write is conditioned on. */
  readonly rev: number
  /** Hash of its last event: the head of its chain. */
  readonly head: string
  readonly updatedOn: Instant
  readonly readers: readonly string[]
  /** The site's rev as of this read, in the same select: whether the cached site still holds. */
  readonly siteRev: number
}

/** An event with its salts and its place in the chain of hashes (`engine/document/chain.ts`). */
export interface SealedEvent extends DocumentEvent {
  readonly salts: readonly string[]
  readonly hash: string
  readonly previous: string
}

/** A leaf as stored: erased ones keep only their hash. */
export type StoredLeaf = (Leaf & { readonly salt: string }) | { readonly path: string; readonly hash: string }

/** One command's whole outcome. */
export interface DocumentWrite {
  /** Null for a new document. */
  readonly before: StoredDocument | null
  readonly document: Document
  readonly events: readonly SealedEvent[]
  readonly agendaBefore: Agenda | null
  readonly agenda: Agenda
  readonly notices: readonly NewNotice[]
  /** E-mails and webhooks that go out: due rows of kind `delivery`, taken by the clock. */
  readonly deliveries: readonly NewDelivery[]
  /** All links of the card after the write, replacing those before where they differ. */
  readonly links: readonly LinkRow[]
  /** Values that must be unique in their type, after the write. */
  readonly unique: readonly { readonly field: string; readonly value: string }[]
  /** Words that search finds it by (only of fields that every reader may see). */
  readonly words: string
  /** Documents that look at this one and must be nudged. */
  readonly nudge: readonly { readonly type: string; readonly id: Id }[]
  readonly takes: { readonly series: string; readonly count: number } | null
  readonly idempotency: IdempotencyKey | null
  readonly now: Instant
  /**
   * The site's rev that it was decided by without asking for it: another one present refuses the write as `stale`, and what a
   * reading of the document would have brought comes with the outcome. Left out or null where the document was read.
   */
  readonly unreadAt?: number | null
}

export interface NewNotice extends Notice {
  readonly id: Id
}

/** `key` names it within the document's write, so that one notice is mailed once. */
export interface NewDelivery {
  readonly key: string
  readonly payload:
    | { readonly via: 'email'; readonly notice: Id; readonly to: Id }
    | { readonly via: 'webhook'; readonly url: string; readonly event: string; readonly id: Id; readonly body: unknown }
}

export interface LinkRow {
  readonly field: string
  readonly toType: string
  readonly toId: Id
}

/** One key for each person; `request` is a hash of the command, so that another body under the same key is refused. */
export interface IdempotencyKey {
  readonly person: Id
  readonly key: string
  readonly request: string
}

/** What a document is called and where it stands: as much as a link to it shows. */
export interface DocumentTitle {
  readonly id: Id
  readonly type: string
  readonly number: string | null
  readonly title: Rendered
  readonly status: string
}

/** What a screen shows beside a document, as of just before the write: the titles of what it linked to, and whether the clock was refused something. */
export interface Around {
  readonly titles: readonly DocumentTitle[]
  readonly refused: boolean
}

/** `stale`: somebody was faster. `done-already`: the key was used for the same command. `not-unique`: nothing was written. */
export type WriteOutcome =
  | { readonly kind: 'written'; readonly rev: number; readonly around: Around | null }
  | { readonly kind: 'stale' }
  | { readonly kind: 'done-already'; readonly type: string; readonly id: Id }
  | { readonly kind: 'key-reused' }
  | { readonly kind: 'not-unique'; readonly field: string; readonly twin: { readonly type: string; readonly id: Id } | null }
