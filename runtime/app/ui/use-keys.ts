import { useEffect, useRef } from 'react'

const storageKey = 'dosar-single-keys'

/** Whether single keys work as shortcuts; who dictates or strikes keys by accident can switch them off. */
export const singleKeysOn = (): boolean => localStorage.getItem(storageKey) !== 'off'
export const switchSingleKeys = (on: boolean): void => localStorage.setItem(storageKey, on ? 'on' : 'off')

/** `'j'`, `'ctrl+k'`, `'ctrl+enter'`, `'escape'`, or two keys one after the other: `'g i'`. Ctrl is Cmd on a Mac. */
export type KeyBindings = Readonly<Record<string, (event: KeyboardEvent) => void>>

/** Keys of the page. Single ones rest while a field has the focus or a dialog is open. */
export function useKeys(bindings: KeyBindings, enabled = true): void {
  const current = useRef(bindings)
  current.current = bindings
  useEffect(() => {
    if (!enabled) return
    let before = ''
    let beforeAt = 0
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.isComposing) return
      const held = event.ctrlKey || event.metaKey
      const name = (held ? 'ctrl+' : '') + event.key.toLowerCase()
      if (!held && (!singleKeysOn() || isTyping(event.target) || document.querySelector('[role="dialog"][aria-modal="true"]'))) return
      const pair = event.timeStamp - beforeAt < 1200 ? `${before} ${name}` : ''
      before = name
      beforeAt = event.timeStamp
      const action = current.current[pair] ?? current.current[name]
      if (!action) return
      event.preventDefault()
      action(event)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [enabled])
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select, [role="combobox"], [role="listbox"] *'))
