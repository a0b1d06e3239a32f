import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Page, PersonRef } from '../../api/answers.ts'
import type { LocalText } from '../../engine/site.ts'
import { get } from './client.ts'
import { keys } from './queries.ts'

/** The people whose name holds the words typed; each found one is remembered, so that its name shows at once when it is chosen. */
export function usePeopleSearch(search: string, enabled: boolean) {
  const client = useQueryClient()
  return useQuery({
    queryKey: keys.people(search),
    queryFn: async ({ signal }) => {
      const page = await get<Page<PersonRef>>(`/api/people?${new URLSearchParams({ search, limit: '20' })}`, signal)
      for (const person of page.items) client.setQueryData(keys.person(person.id), person)
      return page.items
    },
    enabled,
    placeholderData: keepPreviousData,
  })
}

/** One person by id: as given with the page's answer, else asked for. */
export function usePerson(id: string | undefined, given?: PersonRef): PersonRef | undefined {
  const query = useQuery({
    queryKey: keys.person(id ?? ''),
    queryFn: ({ signal }) => get<PersonRef>(`/api/people/${encodeURIComponent(id ?? '')}`, signal),
    enabled: id !== undefined && given === undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return given ?? query.data
}

export interface DepartmentRef {
  readonly id: string
  readonly label: LocalText
}

export const useDepartments = (enabled = true) =>
  useQuery({
    queryKey: keys.departments,
    queryFn: async ({ signal }) => (await get<Page<DepartmentRef>>('/api/departments', signal)).items,
    enabled,
    staleTime: 5 * 60_000,
  })
