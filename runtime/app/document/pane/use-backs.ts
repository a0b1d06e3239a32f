import { useQueries } from '@tanstack/react-query'
import type { Text } from '../../../../schemas/generated/common.ts'
import type { TypeAnswer } from '../../../api/answers.ts'
import { get } from '../../data/client.ts'
import { keys } from '../../data/queries.ts'
import { useSession } from '../../data/session.ts'

/** Documents of other types that point here by a link: its `back`, and who may be made new with it. */
export interface BackList {
  readonly id: string
  readonly label: Text
  readonly sources: readonly { readonly type: string; readonly label: Text; readonly field: string; readonly mayCreate: boolean }[]
}

/** The lists of documents that point at one of this type, among the types that the reader may see. */
export function useBacks(type: string): readonly BackList[] {
  const menu = useSession().data?.menu ?? []
  const types = useQueries({
    queries: menu.map((entry) => ({
      queryKey: keys.type(entry.type),
      queryFn: ({ signal }: { signal: AbortSignal }) => get<TypeAnswer>(`/api/types/${encodeURIComponent(entry.type)}`, signal),
      staleTime: 5 * 60_000,
    })),
    combine: (results) => results.flatMap(({ data }) => data ?? []),
  })
  return backsOf(type, types)
}

/** Links with a `back` to this type, joined where several types share its name. */
export function backsOf(type: string, types: readonly TypeAnswer[]): readonly BackList[] {
  const lists = new Map<string, BackList>()
  for (const { type: other, mayCreate } of types)
    for (const field of other.fields) {
      if (field.type !== 'link' || field.retired || !field.back || !field.to.includes(type)) continue
      const { id, label } = field.back
      const source = { type: other.id, label: other.label, field: field.id, mayCreate }
      lists.set(id, { id, label, sources: [...(lists.get(id)?.sources ?? []), source] })
    }
  return [...lists.values()]
}
