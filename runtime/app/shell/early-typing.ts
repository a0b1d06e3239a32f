/**
 * What somebody types after they asked for a box and before it has the focus, so that no letter is lost and none becomes a
 * shortcut of the page. `begin` listens; `end` gives what was typed and stops; after five seconds it stops by itself.
 */
export function makeEarlyTyping(on: Pick<Window, 'addEventListener' | 'removeEventListener'> = window) {
  let typed = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (event.key === 'Backspace') typed = typed.slice(0, -1)
    else if ([...event.key].length === 1) typed += event.key
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const end = (): string => {
    clearTimeout(timer)
    on.removeEventListener('keydown', press, { capture: true })
    const all = typed
    typed = ''
    return all
  }
  return {
    begin() {
      end()
      on.addEventListener('keydown', press, { capture: true })
      timer = setTimeout(end, 5_000)
    },
    end,
  }
}

export type EarlyTyping = ReturnType<typeof makeEarlyTyping>
