import { useCallback, useEffect, useRef, useState } from 'react'
import type { PlannedMove } from '../../runtime/api/answers.ts'
import type { Refusal } from '../../runtime/app/data/refusal.ts'
import type { LocalText } from '../../runtime/engine/site.ts'
import { lookAtMoves, MOVED_AT_ONCE, type MovedSteps, moveDocuments } from './releases-api.ts'

/** A step that some documents stand at and the newest version has no more where it was, and what may take its place. */
export interface GoneStep {
  readonly node: string
  readonly label: LocalText
  readonly to: readonly { readonly node: string; readonly label: LocalText }[]
  /** How many documents stand there. */
  readonly count: number
}

/** What came of moving; `meanwhile`: closed, or moved by somebody else, before their turn came. */
export interface MoveResult {
  readonly moved: number
  readonly refused: readonly PlannedMove[]
  readonly meanwhile: number
  /** How many were left because somebody stopped. */
  readonly left: number
}

export interface MovesState {
  readonly items: readonly PlannedMove[]
  readonly doing: 'looking' | 'moving' | null
  readonly done: number
  readonly all: number
  /** Whether somebody stopped the look before all were looked at. */
  readonly stopped: boolean
  readonly result: MoveResult | null
  readonly refusal: Refusal | null
}

/** Looking at the documents of a type that began on an earlier version, and moving them: page by page, to be stopped at any page. */
export function useMoves(type: string, behind: number) {
  const [state, set] = useState<MovesState>({
    items: [],
    doing: 'looking',
    done: 0,
    all: behind,
    stopped: false,
    result: null,
    refusal: null,
  })
  // The run that counts: an older one stops at its next page.
  const run = useRef(0)
  const shown = useRef(true)
  useEffect(() => {
    shown.current = true
    return () => {
      shown.current = false
      run.current++
    }
  }, [])

  const look = useCallback(
    async (nodes: MovedSteps, result: MoveResult | null = null): Promise<void> => {
      const mine = ++run.current
      const items: PlannedMove[] = []
      set((before) => ({ ...before, doing: 'looking', done: 0, all: behind, stopped: false, refusal: null, result }))
      for (let after: string | null = null; ; ) {
        const reply: Awaited<ReturnType<typeof lookAtMoves>> = await lookAtMoves({ type, documents: 'all', nodes, after })
        if (mine !== run.current) return
        if (!reply.ok) return set((before) => ({ ...before, doing: null, refusal: reply.refusal }))
        items.push(...reply.value.items)
        after = reply.value.after
        const seen = [...items]
        set((before) => ({
          ...before,
          items: seen,
          done: seen.length,
          all: after ? Math.max(behind, seen.length) : seen.length,
          doing: after ? 'looking' : null,
        }))
        if (!after) return
      }
    },
    [type, behind],
  )

  const move = async (documents: readonly string[], nodes: MovedSteps): Promise<void> => {
    const mine = ++run.current
    let moved = 0
    let asked = 0
    let refusal: Refusal | null = null
    const refused: PlannedMove[] = []
    set((before) => ({ ...before, doing: 'moving', done: 0, all: documents.length, refusal: null, result: null }))
    while (asked < documents.length && mine === run.current) {
      const page = documents.slice(asked, asked + MOVED_AT_ONCE)
      const reply = await moveDocuments({ type, documents: page, nodes })
      // What the server has moved counts, even where nobody waits for it any more.
      if (!reply.ok) {
        refusal = reply.refusal
        break
      }
      asked += page.length
      moved += reply.value.moved.length
      refused.push(...reply.value.refused)
      set((before) => ({ ...before, done: moved }))
    }
    const result = { moved, refused, meanwhile: asked - moved - refused.length, left: documents.length - asked }
    // Closed meanwhile, the page that was under way is the last, and nobody looks at what is left.
    if (!shown.current) return
    await look(nodes, result)
    if (refusal) set((before) => ({ ...before, refusal }))
  }

  /** Ends with the page that is under way: what is moved stays moved, what is left stays as it was. */
  const stop = useCallback(() => {
    run.current++
    set((before) => (before.doing === 'looking' ? { ...before, doing: null, stopped: true } : before))
  }, [])

  return { ...state, look, move, stop }
}

/** The steps because of which documents cannot move, over all that were looked at; `known` keeps those that a choice has settled. */
export function goneSteps(
  items: readonly PlannedMove[],
  known: ReadonlyMap<string, GoneStep>,
  chosen: MovedSteps,
): ReadonlyMap<string, GoneStep> {
  const found = new Map<string, GoneStep>([...known].filter(([node]) => node in chosen))
  for (const { node, label, to } of items.flatMap(({ obstacles }) => obstacles)) {
    const before = found.get(node)
    const more = to.filter((each) => !before?.to.some((one) => one.node === each.node))
    const count = node in chosen ? (before?.count ?? 0) : (before?.count ?? 0) + 1
    found.set(node, { node, label, to: [...(before?.to ?? []), ...more], count })
  }
  return found
}
