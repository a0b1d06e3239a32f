import { type RefObject, useEffect, useRef } from 'react'
import { useWords } from '../language/words.tsx'
import { copyNodes, readClip } from '../model/clip.ts'
import { useSchema } from './schema-editing.tsx'
import { nothing, ofSteps } from './selection.ts'

/** Copies steps and pastes them, into this schema or another, in this window or another: as text on the clipboard. */
export function useClipboard(pane: RefObject<HTMLElement | null>, editable: boolean): void {
  const { t } = useWords()
  const editing = useSchema()
  const current = useRef({ editing, t, editable })
  current.current = { editing, t, editable }
  useEffect(() => {
    const here = (event: ClipboardEvent) => {
      const at = document.activeElement
      const typing = at instanceof HTMLElement && at.matches('input, textarea, select, [contenteditable="true"]')
      return !event.defaultPrevented && !typing && (at === document.body || (at !== null && pane.current?.contains(at) === true))
    }
    const copy = (event: ClipboardEvent) => {
      const { editing: now, t: say, editable: may } = current.current
      if (!here(event) || now.selection.steps.length === 0 || !event.clipboardData) return
      if (event.type === 'cut' && !may) return
      event.preventDefault()
      const clip = copyNodes(now.schema, now.selection.steps)
      event.clipboardData.setData('text/plain', JSON.stringify(clip))
      now.announce(say('canvas.copied', { count: clip.nodes.length }))
      if (event.type !== 'cut') return
      now.execute({ type: 'remove-nodes', nodes: now.selection.steps })
      now.select(nothing)
    }
    const paste = (event: ClipboardEvent) => {
      const { editing: now, editable: may } = current.current
      const clip = here(event) && may ? readClip(event.clipboardData?.getData('text/plain') ?? '') : null
      if (!clip) return
      event.preventDefault()
      const executed = now.execute({ type: 'paste-nodes', clip })
      if (executed.ok && executed.made) now.select(ofSteps(executed.made))
    }
    document.addEventListener('copy', copy)
    document.addEventListener('cut', copy)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('copy', copy)
      document.removeEventListener('cut', copy)
      document.removeEventListener('paste', paste)
    }
  }, [pane])
}
