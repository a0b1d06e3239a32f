import { useState } from 'react'
import type { DocumentAnswer } from '../../api/answers.ts'
import type { Card, CardValue } from '../../engine/card/card.ts'

export interface Meanwhile {
  /** The revision whose card the reader has seen, to be sent with the decision. */
  readonly sawRevision: number
  /** Fields that are not as they were when the reader opened the document, with what they were. */
  readonly changed: ReadonlyMap<string, CardValue | undefined>
}

/**
 * Remembers the card as the reader first saw it. Whoever decides is told what changed since; their decision then speaks of
 * the present revision, because the marks stand before them.
 */
export function useChangedMeanwhile(document: DocumentAnswer): Meanwhile {
  const [first] = useState({ card: document.card, revision: document.revision })
  return {
    sawRevision: document.revision,
    changed: first.revision === document.revision ? nothing : changedFields(first.card, document.card),
  }
}

const nothing: ReadonlyMap<string, CardValue | undefined> = new Map()

/** The fields whose values differ, with the earlier value. */
export function changedFields(before: Card, after: Card): Map<string, CardValue | undefined> {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)])
  return new Map(
    [...fields].filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field])).map((field) => [field, before[field]]),
  )
}
