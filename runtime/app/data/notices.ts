import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import type { NoticesPage } from '../../api/answers.ts'
import { command, get } from './client.ts'
import { keys } from './queries.ts'
import { RequestRefused } from './refusal.ts'

/** What I was told, newest first, page by page. */
export const useNotices = () =>
  useInfiniteQuery({
    queryKey: [...keys.notices, 'list'],
    queryFn: ({ pageParam, signal }) =>
      get<NoticesPage>(`/api/notices?${new URLSearchParams({ limit: '50', ...(pageParam ? { after: pageParam } : {}) })}`, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.after ?? undefined,
  })

/** Marks some notices, or all, as read. */
export function useReadNotices() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (ids: readonly string[] | 'all') => {
      const reply = await command('/api/notices/read', { ids })
      if (!reply.ok) throw new RequestRefused(reply.refusal)
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.notices }),
  })
}
