import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { MovesPlanAnswer, PlannedMove } from '../../runtime/api/answers.ts'
import { keys } from '../../runtime/app/data/queries.ts'
import type { Refusal } from '../../runtime/app/data/refusal.ts'
import { keyOf, type Target, type TargetKey, targetOf } from '../model/workspace.ts'
import { draftsApi } from '../workspace/drafts-api.ts'
import { useWorkspace } from '../workspace/workspace-provider.tsx'
import { MOVED_AT_ONCE, moveDocuments, publish } from './releases-api.ts'

/** What came of a publication: the number, and of the documents that were to move along. */
export interface Publication {
  readonly release: number
  readonly moved: number
  readonly refused: readonly PlannedMove[]
  /** Why the moving ended before its time; null where it did not. */
  readonly unmoved: Refusal | null
}

/** Which documents are to move along, by their type. */
export type Moves = ReadonlyMap<string, 'all' | readonly string[]>

/** Puts chosen drafts in use, then moves what can move where that was asked; everything that hangs on a release is asked anew. */
export function usePublication() {
  const { saveNow, reload } = useWorkspace()
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [refusal, refuse] = useState<Refusal | null>(null)
  const [done, finish] = useState<Publication | null>(null)
  const [moving, count] = useState<number | null>(null)
  const stopped = useRef(false)

  const send = async (chosen: readonly TargetKey[], message: string, moves: Moves): Promise<void> => {
    setBusy(true)
    refuse(null)
    await saveNow()
    // Their revisions as the server has them now: what was typed a moment ago has just been sent.
    const kept = new Map((await draftsApi.drafts().catch(() => [])).map((draft) => [keyOf(draft), draft.revision]))
    const drafts = chosen.flatMap((key): (Target & { revision: number })[] => {
      const revision = kept.get(key)
      return revision === undefined ? [] : [{ ...targetOf(key), revision }]
    })
    const reply = await publish(drafts, message)
    if (!reply.ok) {
      setBusy(false)
      refuse(reply.refusal)
      return
    }
    let moved = 0
    let unmoved: Refusal | null = null
    stopped.current = false
    const refused: PlannedMove[] = []
    for (const page of pagesOf(moves)) {
      let after: string | null = null
      do {
        const answer: Awaited<ReturnType<typeof moveDocuments>> = await moveDocuments({ ...page, nodes: {}, after })
        if (!answer.ok) {
          unmoved = answer.refusal
          break
        }
        moved += answer.value.moved.length
        refused.push(...answer.value.refused)
        after = answer.value.after
        count(moved)
      } while (after && !stopped.current)
      if (unmoved || stopped.current) break
    }
    count(null)
    await reload()
    await Promise.all([client.invalidateQueries({ queryKey: keys.session }), client.invalidateQueries({ queryKey: ['designer-releases'] })])
    setBusy(false)
    finish({ release: reply.value.release, moved, refused, unmoved })
  }
  /** Ends the moving with the page that is under way; the version stays in use, what is left finishes as it began. */
  const stop = () => {
    stopped.current = true
  }
  return { busy, refusal, done, moved: moving, send, stop, again: () => finish(null) }
}

/** A word that changes when one of these drafts is saved anew. */
export const revisionMark = (chosen: readonly TargetKey[], server: ReturnType<typeof useWorkspace>['server']): string =>
  chosen.map((key) => `${key} ${server.get(key)?.revision ?? 0}`).join(' ')

export const chosenTargets = (chosen: readonly TargetKey[]): readonly Target[] => chosen.map(targetOf)

/** Those that can move, and no others: whoever follows by itself needs nobody. Where not all were listed, all of the type are asked to. */
export function movesOf({ items, counts }: MovesPlanAnswer): Moves {
  const can = items.filter(({ fate }) => fate === 'can-move')
  const types = [...new Set(can.map(({ type }) => type))]
  const whole = can.length === counts.canMove
  return new Map(types.map((type) => [type, whole ? can.filter((item) => item.type === type).map(({ id }) => id) : ('all' as const)]))
}

/** Chosen documents a page at a time; all of a type page by page as the server has them. */
function* pagesOf(moves: Moves): Generator<{ readonly type: string; readonly documents: 'all' | readonly string[] }> {
  for (const [type, documents] of moves) {
    if (documents === 'all') yield { type, documents }
    else for (let at = 0; at < documents.length; at += MOVED_AT_ONCE) yield { type, documents: documents.slice(at, at + MOVED_AT_ONCE) }
  }
}
