import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import type { DocumentRef, RegistryPage } from '../../api/answers.ts'
import type { LinkValue } from '../../engine/card/card.ts'
import { get } from './client.ts'
import { keys } from './queries.ts'

/** What a link may point at: documents of these types whose title or number holds the words typed; `filter` is FEEL. */
export function useLinkSearch(types: readonly string[], search: string, filter: string | undefined, enabled: boolean) {
  const client = useQueryClient()
  return useQueries({
    queries: types.map((type) => ({
      queryKey: [...keys.registry(type), 'pick', search, filter ?? ''],
      queryFn: async ({ signal }: { signal: AbortSignal }): Promise<DocumentRef[]> => {
        const asked = new URLSearchParams({ search, limit: '20', ...(filter ? { filter } : {}) })
        const page = await get<RegistryPage>(`/api/documents/${type}?${asked}`, signal)
        for (const found of page.items) client.setQueryData(keys.linked(found.type, found.id), found)
        return page.items
      },
      enabled,
      placeholderData: keepPreviousData,
    })),
    combine: (results) => ({
      items: results.flatMap((result) => result.data ?? []),
      isPending: results.some((result) => result.isPending),
      isError: results.some((result) => result.isError),
    }),
  })
}

/** The title of a link's target: as given with the page's answer, else asked for. Undefined while unknown or not visible. */
export function useLinked(link: LinkValue | undefined, given?: DocumentRef): DocumentRef | undefined {
  const query = useQuery({
    queryKey: keys.linked(link?.type ?? '', link?.id ?? ''),
    queryFn: ({ signal }) => get<DocumentRef>(`/api/documents/${link?.type}/${link?.id}`, signal),
    enabled: link !== undefined && given === undefined,
    staleTime: 60_000,
  })
  return given ?? query.data
}
