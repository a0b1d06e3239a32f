import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { DecisionRequest, DocumentAnswer, InboxPage } from '../../api/answers.ts'
import { type CommandOptions, command, get, type Reply } from './client.ts'
import { keys } from './queries.ts'

const listKey = [...keys.inbox, 'list'] as const

/** What waits for me, page by page. */
export const useInbox = () =>
  useInfiniteQuery({
    queryKey: listKey,
    queryFn: ({ pageParam, signal }) =>
      get<InboxPage>(`/api/assignments?${new URLSearchParams({ limit: '100', ...(pageParam ? { after: pageParam } : {}) })}`, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.after ?? undefined,
  })

/** What a person may do with an assignment besides deciding it. */
export type AssignmentCommand = 'claim' | 'begin' | 'give-back' | 'delegate' | 'forward' | 'reassign' | 'ask-opinion'

/**
 * Sends a decision or another command on an assignment. The answer is the document as it then is: it is kept, and
 * whatever lists it is asked for anew. A decided assignment leaves the inbox at once.
 */
export function useAssignmentCommands() {
  const client = useQueryClient()
  const keep = useCallback(
    (document: DocumentAnswer) => {
      client.setQueryData(keys.document(document.type, document.id), document)
      client.invalidateQueries({ queryKey: [...keys.document(document.type, document.id), 'history'] })
      client.invalidateQueries({ queryKey: keys.inbox })
      client.invalidateQueries({ queryKey: keys.registry(document.type) })
    },
    [client],
  )
  const decide = useCallback(
    async (assignment: string, request: DecisionRequest, options?: CommandOptions): Promise<Reply<DocumentAnswer>> => {
      const reply = await command<DocumentAnswer>(`/api/assignments/${assignment}/decision`, request, options)
      if (reply.ok) {
        client.setQueryData<InfiniteData<InboxPage>>(listKey, (kept) => kept && without(kept, assignment))
        keep(reply.value)
      }
      return reply
    },
    [client, keep],
  )
  const hand = useCallback(
    async (assignment: string, what: AssignmentCommand, body: { to?: string; comment?: string } = {}): Promise<Reply<DocumentAnswer>> => {
      const reply = await command<DocumentAnswer>(`/api/assignments/${assignment}/${what}`, body)
      if (reply.ok) keep(reply.value)
      return reply
    },
    [keep],
  )
  return { decide, hand }
}

const without = (kept: InfiniteData<InboxPage>, assignment: string): InfiniteData<InboxPage> => ({
  ...kept,
  pages: kept.pages.map((page) => ({ ...page, items: page.items.filter((row) => row.assignment !== assignment) })),
})
