import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { SearchAnswer } from '../../api/answers.ts'
import { get } from './client.ts'

/** Documents of all types and people, by the words typed; while a new question is asked the old answer stays. */
export const useSearchEverything = (typed: string) =>
  useQuery({
    queryKey: ['search', typed],
    queryFn: ({ signal }) => get<SearchAnswer>(`/api/search?${new URLSearchParams({ q: typed, limit: '8' })}`, signal),
    enabled: typed !== '',
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  })
