import type { DocumentEvent } from '../engine/document/event.ts'
import type { Id } from '../engine/document/state.ts'
import type { Problem } from '../engine/problem.ts'
import type { Around, StoredDocument } from '../store/write.ts'

/** What came of a command on a document, with the document as its row now has it. Nothing was written where it is not ok. */
export type Outcome =
  | {
      readonly ok: true
      readonly stored: StoredDocument
      readonly events: readonly DocumentEvent[]
      readonly repeated: boolean
      /** What stands beside it, where the write of an unread one brought it. */
      readonly around?: Around | null
    }
  | { readonly ok: false; readonly problem: Problem }

/** How a command came: its key, so that one sent twice is done once, and what its sender saw. */
export interface Sending {
  /** The person's `Idempotency-Key`, and a hash of what was asked under it. */
  readonly key?: { readonly person: Id; readonly key: string; readonly request: string }
  /** The card revision that the sender saw (`If-Match`); another one present refuses the command. */
  readonly ifRevision?: number
  /** The document as the caller has just read it: decided on at once, and read again only where somebody was faster. */
  readonly seen?: StoredDocument
  /** `seen` is only as it was last seen: nothing that it says is an answer, unless a write on it succeeds by the rules of `seen.siteRev`. */
  readonly unread?: boolean
}

export const refused = (problem: Problem): Outcome => ({ ok: false, problem })
