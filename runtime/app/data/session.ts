import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SessionAnswer } from '../../api/answers.ts'
import { command, get } from './client.ts'
import { keys } from './queries.ts'

/** Who I am and what this site offers me. */
export const useSession = () =>
  useQuery({ queryKey: keys.session, queryFn: ({ signal }) => get<SessionAnswer>('/api/session', signal), staleTime: 5 * 60_000 })

/** Ends the session on the server, forgets every answer on this device, and begins at the sign-in page. */
export function useSignOut() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => command<void>('/api/auth/sign-out', {}),
    onSettled: () => {
      client.clear()
      location.assign('/sign-in')
    },
  })
}
