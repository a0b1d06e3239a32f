import { useQuery } from '@tanstack/react-query'
import type { TypeAnswer } from '../../api/answers.ts'
import { get } from '../data/client.ts'
import { keys } from '../data/queries.ts'

/** The type and approval schema that a document is pinned to. Labels in it are live, so it is asked anew from time to time. */
export const useProgram = (hash: string | undefined) =>
  useQuery({
    queryKey: keys.program(hash ?? ''),
    queryFn: ({ signal }) => get<TypeAnswer>(`/api/programs/${hash}`, signal),
    enabled: hash !== undefined,
    staleTime: 5 * 60_000,
    // While a document moves to another program its form stays on the screen.
    placeholderData: (before) => before,
  })
