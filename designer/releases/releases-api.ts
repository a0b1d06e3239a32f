import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { BehindAnswer, MovedAnswer, MoveLookAnswer, MovesPlanAnswer, Page, ReleaseRow } from '../../runtime/api/answers.ts'
import { command, get, type Reply } from '../../runtime/app/data/client.ts'
import { RequestRefused } from '../../runtime/app/data/refusal.ts'
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

/** How many running documents of each type are not on the newest version. */
export const useBehind = (release: number) =>
  useQuery({
    queryKey: ['designer-behind', release],
    queryFn: async ({ signal }) => (await get<BehindAnswer>('/api/moves', signal)).items,
    staleTime: 0,
  })

/** Where steps went that have another id now. */
export type MovedSteps = Readonly<Record<string, string>>

interface PageOfMoves {
  readonly type: string
  readonly documents: 'all' | readonly string[]
  readonly nodes: MovedSteps
  readonly after?: string | null
}

/** What would become of a page of running documents; changes nothing. */
export const lookAtMoves = ({ nodes, ...page }: PageOfMoves): Promise<Reply<MoveLookAnswer>> =>
  command('/api/moves', { ...page, limit: 200, dryRun: true, nodes }, { patience: 60_000 })

/** Moves a page of running documents of a type to the newest version. */
export const moveDocuments = ({ nodes, ...page }: PageOfMoves): Promise<Reply<MovedAnswer>> =>
  command('/api/moves', { ...page, limit: MOVED_AT_ONCE, dryRun: false, nodes }, { patience: 60_000 })

/** So few that whoever stops them does not wait. */
export const MOVED_AT_ONCE = 50
