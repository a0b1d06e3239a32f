import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import type { FailureRow, Page } from '../../api/answers.ts'
import { command, get } from './client.ts'
import { RequestRefused } from './refusal.ts'

const listKey = ['failures'] as const

/** What could not be delivered and what the clock keeps failing at, page by page. For administrators. */
export const useFailures = () =>
  useInfiniteQuery({
    queryKey: listKey,
    queryFn: ({ pageParam, signal }) =>
      get<Page<FailureRow>>(`/api/failures${pageParam ? `?${new URLSearchParams({ after: pageParam })}` : ''}`, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.after ?? undefined,
  })

/** Puts one back into the clock's hands. */
export function useRetryFailure() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (id: string) => {
      const reply = await command(`/api/failures/${encodeURIComponent(id)}/retry`, {})
      if (!reply.ok) throw new RequestRefused(reply.refusal)
    },
    onSettled: () => client.invalidateQueries({ queryKey: listKey }),
  })
}
