import type { Announcement } from '../commands/edges.ts'
import type { Reference } from '../engine/document/looking-at.ts'
import type { Id } from '../engine/document/state.ts'
import type { OpenedDocument } from '../store/documents.ts'

/**
 * Documents as this process last saw them, so that a command on one can be decided without reading it first. What is kept here
 * is a guess: the write succeeds only on the very row, by the very rules of the office, that were guessed, and whoever loses
 * reads and begins again. Nothing is ever answered from here.
 */
export interface Recent {
  of(at: Reference): OpenedDocument | undefined
  /** The document that an open assignment belongs to. */
  asked(assignment: Id): OpenedDocument | undefined
  /** A document as it was just read or written. */
  keep(opened: OpenedDocument): void
  /** What changed, here or in another process: an older state of it is a guess no longer. */
  heard(what: Announcement): void
}

const keyOf = ({ type, id }: Reference): string => `${type}/${id}`
const openOf = ({ document }: OpenedDocument): Id[] =>
  Object.values(document.process?.assignments ?? {}).flatMap(({ id, state }) => (state === 'open' ? [id] : []))

/** Keeps `most` documents; the one that was seen longest ago goes first. */
export function keepRecent(most = 256): Recent {
  const kept = new Map<string, OpenedDocument>()
  const waiting = new Map<Id, string>()
  const forget = (key: string) => {
    const known = kept.get(key)
    if (!known) return
    kept.delete(key)
    for (const id of openOf(known)) waiting.delete(id)
  }
  return {
    of: (at) => kept.get(keyOf(at)),
    asked: (assignment) => kept.get(waiting.get(assignment) ?? ''),
    keep(opened) {
      const key = keyOf(opened.document)
      const known = kept.get(key)
      if (known && known.rev > opened.rev) return
      forget(key)
      kept.set(key, opened)
      for (const id of openOf(opened)) waiting.set(id, key)
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break
        forget(oldest)
      }
    },
    heard(what) {
      if (what.kind !== 'document') return
      const known = kept.get(keyOf(what))
      if (known && known.rev < what.revision) forget(keyOf(what))
    },
  }
}
