import { useQuery } from '@tanstack/react-query'
import type { DocumentAnswer, HistoryPage, TypeAnswer } from '../../api/answers.ts'
import { get } from './client.ts'
import { keys } from './queries.ts'

/** What the form and the list of a type need, as newly released. */
export const useType = (type: string, enabled = true) =>
  useQuery({
    queryKey: keys.type(type),
    queryFn: ({ signal }) => get<TypeAnswer>(`/api/types/${encodeURIComponent(type)}`, signal),
    staleTime: 5 * 60_000,
    enabled,
  })

/** One document as I may see it; live messages ask for it anew. */
export const useDocument = (type: string, id: string, enabled = true) =>
  useQuery({
    queryKey: keys.document(type, id),
    queryFn: ({ signal }) => get<DocumentAnswer>(documentPath(type, id), signal),
    enabled,
  })

/** What last happened with it, newest first. */
export const useLastEvents = (type: string, id: string, limit: number) =>
  useQuery({
    queryKey: [...keys.document(type, id), 'history', limit],
    queryFn: ({ signal }) => get<HistoryPage>(`${documentPath(type, id)}/history?limit=${limit}`, signal),
  })

export const documentPath = (type: string, id: string): string => `/api/documents/${encodeURIComponent(type)}/${encodeURIComponent(id)}`
