import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { RegistryPage } from '../../api/answers.ts'
import { get } from './client.ts'
import { keys } from './queries.ts'

/** What is asked of a type's list. `filter` is FEEL, added to the view's own; `sort` is `field` or `-field`. */
export interface RegistryQuestion {
  readonly view?: string | undefined
  readonly filter?: string | undefined
  readonly sort?: string | undefined
  readonly search?: string | undefined
  readonly columns: readonly string[]
  readonly limit?: number
}

/** Where the same list is to be had as a file, in the language that the person reads here; all of it, page by page. */
export function exportAddress(type: string, question: RegistryQuestion, language: string): string {
  const asked = new URLSearchParams({ format: 'csv', language })
  for (const name of ['view', 'filter', 'sort', 'search'] as const) if (question[name]) asked.set(name, question[name])
  if (question.columns.length > 0) asked.set('columns', question.columns.join(','))
  return `/api/documents/${encodeURIComponent(type)}/export?${asked}`
}

/** The list of a type's documents, page by page; while a new question is asked the old answer stays. */
export const useRegistry = (type: string, question: RegistryQuestion, enabled = true) =>
  useInfiniteQuery({
    queryKey: [...keys.registry(type), 'list', question],
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams({ limit: String(question.limit ?? 50) })
      for (const name of ['view', 'filter', 'sort', 'search'] as const) if (question[name]) asked.set(name, question[name])
      if (question.columns.length > 0) asked.set('columns', question.columns.join(','))
      if (pageParam) asked.set('after', pageParam)
      return get<RegistryPage>(`/api/documents/${encodeURIComponent(type)}?${asked}`, signal)
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.after ?? undefined,
    placeholderData: keepPreviousData,
    enabled,
  })
