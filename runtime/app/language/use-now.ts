import { useSyncExternalStore } from 'react'
import type { Instant } from '../../engine/calendar/instant.ts'

// One clock for the whole page: what is spoken ("5 minutes ago") need not be exact to the second, and a timer for each would be a crowd.
const tick = 30_000
const listeners = new Set<() => void>()
let now: Instant = new Date().toISOString()
let timer: ReturnType<typeof setInterval> | undefined

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => {
    now = new Date().toISOString()
    for (const one of listeners) one()
  }, tick)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) {
      clearInterval(timer)
      timer = undefined
    }
  }
}

/** The present moment, renewed every half minute. */
export const useNow = (): Instant => useSyncExternalStore(subscribe, () => now)
