import { QueryClient } from '@tanstack/react-query'
import { refusalOf } from './refusal.ts'

/** The names under which answers are kept, so that a live message can ask anew for exactly what changed. */
export const keys = {
  session: ['session'] as const,
  type: (type: string) => ['type', type] as const,
  program: (hash: string) => ['program', hash] as const,
  registry: (type: string) => ['registry', type] as const,
  document: (type: string, id: string) => ['document', type, id] as const,
  inbox: ['inbox'] as const,
  notices: ['notices'] as const,
  people: (search: string) => ['people', search] as const,
  person: (id: string) => ['person', id] as const,
  departments: ['departments'] as const,
  linked: (type: string, id: string) => ['linked', type, id] as const,
}

/** Reads are repeated only where no answer came; a refusal does not change by asking again. Live messages make answers stale. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => failures < 2 && refusalOf(error).status === 0,
        retryDelay: (attempt) => 500 * 2 ** attempt,
      },
    },
  })
}
