import { type RefObject, useEffect, useRef } from 'react'
import { useSearch } from 'wouter'
import type { Pointer } from '../../schemas/pointer.ts'

/** The place that the address asks to be shown: a pointer into the definition that is open; null where it asks for none. */
export function useShownPlace(): Pointer | null {
  return new URLSearchParams(useSearch()).get('show')
}

/** Brings a part into sight and puts the focus into its first entry, once for each time that it is asked for. */
export function useShown<T extends HTMLElement>(shown: boolean): RefObject<T | null> {
  const part = useRef<T>(null)
  useEffect(() => {
    if (!shown) return
    const frame = requestAnimationFrame(() => {
      part.current?.scrollIntoView({ block: 'center' })
      part.current?.querySelector<HTMLElement>('input, textarea, select, button:not([data-handle])')?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [shown])
  return part
}
