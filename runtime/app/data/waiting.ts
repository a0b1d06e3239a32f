import { useQuery } from '@tanstack/react-query'
import type { InboxPage, NoticesPage } from '../../api/answers.ts'
import { get } from './client.ts'
import { keys } from './queries.ts'

/** How much waits for me and how many notices I have not read, for the navigation. */
export function useWaiting(enabled: boolean): { inbox: number | undefined; late: number; unread: number } {
  const inbox = useQuery({
    queryKey: [...keys.inbox, 'count'],
    queryFn: ({ signal }) => get<InboxPage>('/api/assignments?limit=100', signal),
    enabled,
  })
  const notices = useQuery({
    queryKey: [...keys.notices, 'count'],
    queryFn: ({ signal }) => get<NoticesPage>('/api/notices?limit=1', signal),
    enabled,
  })
  const items = inbox.data?.items
  return {
    inbox: inbox.data?.count?.total ?? items?.length,
    late: items?.filter((row) => row.late).length ?? 0,
    unread: notices.data?.unread ?? 0,
  }
}
