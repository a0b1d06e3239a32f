import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { SessionAnswer, SetupAnswer, SetupRequest } from '../../api/answers.ts'
import { type CommandOptions, command, get, type Reply } from './client.ts'
import { keys } from './queries.ts'

/** What an empty site can begin with; another one is not asked. */
export const useSetup = (enabled: boolean) =>
  useQuery({ queryKey: ['setup'], queryFn: ({ signal }) => get<SetupAnswer>('/api/setup', signal), staleTime: 5 * 60_000, enabled })

/** Setting up an office, or filling one with a demo's documents, takes a small machine a while. */
const filling = 180_000

/**
 * The ways into the office. After each, everything kept on this device is forgotten, because it may have been somebody
 * else's, and the session is asked for anew.
 */
export function useEntrance() {
  const client = useQueryClient()
  const enter = useCallback(
    async <T>(path: string, body: unknown, options: CommandOptions = {}): Promise<Reply<T>> => {
      const reply = await command<T>(path, body, options)
      if (!reply.ok) return reply
      const session = await get<SessionAnswer>('/api/session')
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.session[0] })
      client.setQueryData(keys.session, session)
      return reply
    },
    [client],
  )
  return {
    /** A wrong pair answers with status 401, too many tries with 429. */
    signIn: (email: string, password: string) => enter('/api/auth/sign-in/email', { email, password }),
    /** Sets up the office and signs its administrator in. */
    setUp: async (request: SetupRequest): Promise<Reply<unknown>> => {
      const reply = await command('/api/setup', request, { patience: filling })
      return reply.ok ? enter('/api/auth/sign-in/email', { email: request.email, password: request.password }) : reply
    },
    /** Fills the demo office; nobody is signed in yet. Its answer tells whose shoes there are. */
    openDemo: (language: string) => enter<SessionAnswer>('/api/demo', { language }, { patience: filling }),
    /** Removes everything of the demo, so that real work can begin. */
    removeDemo: () => enter('/api/demo', {}, { method: 'DELETE', patience: filling }),
    stepInto: (person: string) => enter('/api/auth/demo/step-into', { person }),
  }
}
