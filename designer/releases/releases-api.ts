import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { MovesPlanAnswer, Page, ReleaseRow } from '../../runtime/api/answers.ts'
import { command, get, type Reply } from '../../runtime/app/data/client.ts'
import { RequestRefused } from '../../runtime/app/data/refusal.ts'
import type { Rendered } from '../../runtime/engine/card/card.ts'
import type { Problem } from '../../runtime/engine/problem.ts'
import type { Target } from '../model/workspace.ts'

/** The releases, newest first, page after page. */
export const useReleases = () =>
  useInfiniteQuery({
    queryKey: ['designer-releases'],
    queryFn: ({ pageParam, signal }) => get<Page<ReleaseRow>>(`/api/releases?limit=30${pageParam ? `&after=${pageParam}` : ''}`, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.after,
    staleTime: 0,
  })

/** What would become of running documents: under chosen drafts as the server keeps them, or under an earlier release. */
export type PlanOf = { readonly drafts: readonly Target[] } | { readonly release: number }

/** `mark` changes when the drafts do, so that the plan is asked anew. */
export const useMovesPlan = (of: PlanOf, mark: string, enabled: boolean) =>
  useQuery({
    queryKey: ['designer-moves-plan', of, mark],
    queryFn: async () => {
      const reply = await command<MovesPlanAnswer>('/api/moves/plan', of, { patience: 30_000 })
      if (!reply.ok) throw new RequestRefused(reply.refusal)
      return reply.value
    },
    enabled,
    staleTime: 60_000,
    gcTime: 0,
  })

export const publish = (
  drafts: readonly (Target & { readonly revision: number })[],
  message: string,
): Promise<Reply<{ readonly release: number }>> => command('/api/releases', { drafts, message }, { patience: 30_000 })

export const goBack = (release: number, message: string): Promise<Reply<{ readonly release: number }>> =>
  command(`/api/releases/${release}/back`, { message }, { patience: 30_000 })

export interface Moved {
  readonly moved: readonly string[]
  readonly refused: readonly { readonly id: string; readonly problem: Problem }[]
}

/** Moves running documents of a type to the newest release; `nodes`: where steps went that have another id now. */
export const moveDocuments = (
  type: string,
  documents: 'all' | readonly string[],
  nodes?: Readonly<Record<string, string>>,
): Promise<Reply<Moved>> => command('/api/moves', { type, documents, dryRun: false, ...(nodes && { nodes }) }, { patience: 60_000 })

export interface DryMove {
  readonly id: string
  readonly title: Rendered
  readonly number: string | null
  readonly status: string
  readonly at: readonly string[]
  readonly fate: 'can-move' | 'cannot-move' | 'follows'
  readonly nodes: readonly { readonly node: string; readonly why: string }[]
}
