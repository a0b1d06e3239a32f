import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { WebhooksAnswer } from '../../api/answers.ts'
import { command, get, type Reply } from './client.ts'

const webhooksKey = ['webhooks'] as const

/** Where other programs are told, for the administrator. */
export const useWebhooks = () =>
  useQuery({ queryKey: webhooksKey, queryFn: ({ signal }) => get<WebhooksAnswer>('/api/office/webhooks', signal) })

/** Gives a webhook its address, or takes it away. */
export function useWebhookCommands() {
  const client = useQueryClient()
  const send = async (method: 'PUT' | 'DELETE', id: string, body: unknown): Promise<Reply<WebhooksAnswer>> => {
    const reply = await command<WebhooksAnswer>(`/api/office/webhooks/${encodeURIComponent(id)}`, body, { method })
    if (reply.ok) client.setQueryData(webhooksKey, reply.value)
    return reply
  }
  return {
    save: (id: string, url: string) => send('PUT', id, { url }),
    drop: (id: string) => send('DELETE', id, {}),
  }
}
