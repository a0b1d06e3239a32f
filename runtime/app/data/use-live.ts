import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { LiveMessage } from '../../api/answers.ts'
import { keys } from './queries.ts'

export type Connection = 'connecting' | 'open' | 'lost'

/**
 * Listens to the server for as long as the program is open, and asks anew for what changed. The browser connects again
 * by itself; after a gap everything on the screen is asked for, because messages may have been missed.
 */
export function useLive(enabled: boolean): Connection {
  const client = useQueryClient()
  const [connection, setConnection] = useState<Connection>('connecting')
  useEffect(() => {
    if (!enabled) return
    const source = new EventSource('/api/live')
    let lost = false
    source.onopen = () => {
      if (lost) client.invalidateQueries()
      lost = false
      setConnection('open')
    }
    source.onerror = () => {
      lost = true
      setConnection('lost')
    }
    source.onmessage = ({ data }) => refresh(client, JSON.parse(data) as LiveMessage)
    return () => source.close()
  }, [enabled, client])
  return connection
}

function refresh(client: QueryClient, message: LiveMessage): void {
  switch (message.kind) {
    case 'document':
      client.invalidateQueries({ queryKey: keys.document(message.type, message.id) })
      client.invalidateQueries({ queryKey: keys.linked(message.type, message.id) })
      client.invalidateQueries({ queryKey: keys.registry(message.type) })
      return
    case 'inbox':
      client.invalidateQueries({ queryKey: keys.inbox })
      return
    case 'notices':
      client.invalidateQueries({ queryKey: keys.notices })
      return
    case 'release':
      client.invalidateQueries({ queryKey: ['type'] })
      client.invalidateQueries({ queryKey: keys.session })
  }
}
