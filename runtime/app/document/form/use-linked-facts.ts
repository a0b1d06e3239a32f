import { useQueries } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { DocumentAnswer, TypeAnswer } from '../../../api/answers.ts'
import type { LinkedDocument, Missing } from '../../../engine/document/facts.ts'
import { get } from '../../data/client.ts'
import { documentPath } from '../../data/document.ts'
import { keys } from '../../data/queries.ts'
import { linkedFrom } from './browser-facts.ts'

interface LinkedFacts {
  readonly documents: Readonly<Record<string, LinkedDocument | null>>
  readonly types: readonly TypeAnswer[]
  /** What an evaluation asked for and did not find: it is fetched, and then everything is evaluated again. */
  readonly want: (missing: readonly Missing[]) => void
}

// Conditions that walk from card to card must end; more than this is the server's.
const mostCards = 40

/** Linked cards that the expressions of a form turn out to need, as the reader may see them. */
export function useLinkedFacts(): LinkedFacts {
  const [wanted, setWanted] = useState<readonly string[]>([])
  const want = useCallback((missing: readonly Missing[]) => {
    const more = missing.flatMap((fact) => (fact.kind === 'document' && fact.id !== 'single' ? [`${fact.type}/${fact.id}`] : []))
    setWanted((before) => {
      const fresh = more.filter((key) => !before.includes(key))
      return fresh.length === 0 ? before : [...before, ...fresh].slice(0, mostCards)
    })
  }, [])
  const documents = useQueries({
    queries: wanted.map((key) => {
      const [type = '', id = ''] = key.split('/')
      return {
        queryKey: keys.document(type, id),
        queryFn: ({ signal }: { signal: AbortSignal }) => get<DocumentAnswer>(documentPath(type, id), signal),
        staleTime: 60_000,
      }
    }),
    combine: (results) => results.map(({ data, isError }) => (data ? data : isError ? null : undefined)),
  })
  const typeIds = useMemo(() => [...new Set(wanted.map((key) => key.split('/', 1)[0] ?? ''))], [wanted])
  const types = useQueries({
    queries: typeIds.map((type) => ({
      queryKey: keys.type(type),
      queryFn: ({ signal }: { signal: AbortSignal }) => get<TypeAnswer>(`/api/types/${encodeURIComponent(type)}`, signal),
      staleTime: 5 * 60_000,
    })),
    combine: (results) => results.map(({ data, isError }) => (data ? data : isError ? null : undefined)),
  })
  return useMemo(() => {
    // A card whose type is still on its way says nothing yet: read without it, its values would be taken for blank.
    const readable = new Set(typeIds.filter((_, index) => types[index] !== undefined))
    return {
      documents: Object.fromEntries(
        wanted.flatMap((key, index) => {
          const found = documents[index]
          return found === undefined || !readable.has(key.split('/', 1)[0] ?? '') ? [] : [[key, found && linkedFrom(found)]]
        }),
      ),
      types: types.flatMap((type) => type ?? []),
      want,
    }
  }, [wanted, documents, typeIds, types, want])
}
