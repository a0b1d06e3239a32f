import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useKeys } from '../../ui/use-keys.ts'
import { keepChanges, keptChanges } from './kept-changes.ts'
import { placedLayout, tabOf } from './layout.ts'
import type { CardInHand } from './use-card.ts'

interface UseFormPage {
  readonly card: CardInHand
  readonly me: string
  /** `new` for a document that does not exist yet. */
  readonly id: string
  readonly onSave: () => void
}

/**
 * What a page does around its form: the tabs as they stand now, the way to a field that needs attention, Ctrl+S, and
 * changes that outlive leaving the page.
 */
export function useFormPage({ card, me, id, onSave }: UseFormPage) {
  const { state, evaluated, changes } = card
  const { type } = state
  const tabs = useMemo(
    () => placedLayout(type, { shows: (field) => evaluated.states.get(field)?.visible ?? false, holds: evaluated.holds }),
    [type, evaluated],
  )
  const [tab, setTab] = useState('')
  const root = useRef<HTMLDivElement>(null)
  const [wanted, want] = useState<string | null>(null)
  const shown = tabs.some((one) => one.id === tab) ? tab : (tabs[0]?.id ?? '')

  /** Brings the first of these paths into sight and into the focus. */
  const goTo = useCallback(
    (paths: readonly string[]) => {
      const order = type.fields.map((field) => field.id)
      const [first] = [...paths].sort((a, b) => order.indexOf(head(a)) - order.indexOf(head(b)))
      if (first === undefined) return
      const place = tabOf(tabs, first)
      if (place !== undefined) setTab(place)
      want(first)
    },
    [tabs, type],
  )
  useEffect(() => {
    if (wanted === null) return
    // The field may have to be drawn first, in another tab.
    const frame = requestAnimationFrame(() => {
      const found = [wanted, head(wanted)]
        .map((path) => root.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`))
        .find(Boolean)
      const control = found?.querySelector<HTMLElement>('input:not([type="hidden"]), textarea, select, button') ?? found
      if (control) bringIntoSight(control)
      control?.focus({ preventScroll: true })
      want(null)
    })
    return () => cancelAnimationFrame(frame)
  }, [wanted])

  const [restored, setRestored] = useState(false)
  const ready = useRef(false)
  // Once, when the page opens: what was left here before.
  useEffect(() => {
    if (!ready.current) {
      const kept = keptChanges(me, type.id, id)
      if (kept.length > 0) {
        card.dispatch({ kind: 'restored', changes: kept })
        setRestored(true)
      }
      ready.current = true
      return
    }
    keepChanges(me, type.id, id, changes)
    if (changes.length === 0) setRestored(false)
  }, [changes, me, type.id, id, card.dispatch])
  const dirty = changes.length > 0
  useEffect(() => {
    if (!dirty) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [dirty])

  useKeys({ 'ctrl+s': onSave })
  return { tabs, tab: shown, setTab, root, goTo, restored, dirty }
}

/** Scrolls only what holds the form: the window around it stays where it is. */
function bringIntoSight(control: HTMLElement): void {
  for (let box = control.parentElement; box; box = box.parentElement) {
    if (box.scrollHeight <= box.clientHeight || !/auto|scroll/.test(getComputedStyle(box).overflowY)) continue
    const { top, bottom } = control.getBoundingClientRect()
    const frame = box.getBoundingClientRect()
    // Room above for the label and the heads that stick.
    if (top < frame.top + 80 || bottom > frame.bottom - 60) box.scrollBy({ top: top - frame.top - frame.height / 3 })
    return
  }
}

const head = (path: string): string => path.split('/', 1)[0] ?? ''
