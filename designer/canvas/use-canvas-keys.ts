import { useReactFlow } from '@xyflow/react'
import type { KeyboardEvent } from 'react'
import { singleKeysOn } from '../../runtime/app/ui/use-keys.ts'
import { useWords } from '../language/words.tsx'
import { readingOrder } from '../model/sentences.ts'
import { useNewStep } from './new-step.tsx'
import { useSchema } from './schema-editing.tsx'
import { nothing, ofSteps } from './selection.ts'
import { useShowStep } from './show-step.ts'
import { spokenStep } from './step-list.tsx'
import { type Direction, walk } from './walking.ts'

const directions: Readonly<Record<string, Direction>> = { ArrowRight: 'right', ArrowLeft: 'left', ArrowUp: 'up', ArrowDown: 'down' }

/**
 * The keys of the drawing: arrows follow the routes, Tab goes through the steps in the order of the way and leaves after the
 * last, N puts a new step after this one, Delete takes it away. With Alt an arrow key moves the step itself.
 */
export function useCanvasKeys(editable: boolean): (event: KeyboardEvent) => void {
  const words = useWords()
  const { reading, selection, select, execute, undo, redo, announce, schema } = useSchema()
  const { askHere } = useNewStep()
  const show = useShowStep()
  const flow = useReactFlow()
  const order = () => readingOrder(schema)

  const go = (id: string) => {
    show(id)
    const step = reading.nodes.find((node) => node.id === id)
    if (step) announce(spokenStep(step, reading, words))
  }
  const nudge = (direction: Direction, far: boolean) => {
    const by = far ? 50 : 10
    const [dx, dy] = { right: [by, 0], left: [-by, 0], up: [0, -by], down: [0, by] }[direction] as [number, number]
    const to = Object.fromEntries(
      selection.steps.flatMap((id) => {
        const step = reading.nodes.find((node) => node.id === id)
        return step ? [[id, [step.x + dx, step.y + dy] as const]] : []
      }),
    )
    execute({ type: 'move-nodes', to })
  }
  const remove = () => {
    if (selection.route !== null) execute({ type: 'remove-route', route: selection.route })
    else if (selection.steps.length > 0) execute({ type: 'remove-nodes', nodes: selection.steps })
    else return
    select(nothing)
  }

  return (event) => {
    if (isTyping(event.target)) return
    const held = event.ctrlKey || event.metaKey
    const last = selection.steps.at(-1)
    const done = (does: () => void) => {
      event.preventDefault()
      event.stopPropagation()
      does()
    }
    const direction = directions[event.key]
    if (direction && !held) {
      const from = last ?? schema.start
      if (event.altKey && editable && selection.steps.length > 0) return done(() => nudge(direction, event.shiftKey))
      const to = last === undefined ? schema.start : walk(reading, from, direction)
      return done(() => to !== undefined && go(to))
    }
    if (event.key === 'Tab' && event.target === event.currentTarget) {
      const ids = order()
      const at = last === undefined ? (event.shiftKey ? ids.length : -1) : ids.indexOf(last)
      const next = ids[at + (event.shiftKey ? -1 : 1)]
      // Before the first and after the last it goes on to the rest of the page.
      if (next !== undefined && !(event.shiftKey && last === undefined)) return done(() => go(next))
      return
    }
    if (event.key === 'Escape' && (last !== undefined || selection.route !== null)) return done(() => select(nothing))
    if (event.shiftKey && event.code === 'Digit1') return done(() => void flow.fitView({ padding: 0.12, maxZoom: 1, duration: 160 }))
    if (held && event.key.toLowerCase() === 'a') return done(() => select(ofSteps(...order())))
    if (!editable) return
    if (held && event.key.toLowerCase() === 'z') return done(event.shiftKey ? redo : undo)
    if (held && event.key.toLowerCase() === 'y') return done(redo)
    if (event.key === 'Delete' || event.key === 'Backspace') return done(remove)
    if (event.key.toLowerCase() === 'n' && !held && singleKeysOn()) return done(askHere)
  }
}

const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [role="option"]')
