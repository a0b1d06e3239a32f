import { useReactFlow } from '@xyflow/react'
import { createContext, type ReactNode, type RefObject, useCallback, useContext, useMemo, useRef, useState } from 'react'
import type { ApprovalSchema } from '../../schemas/generated/approval-schema.ts'
import type { Command } from '../model/commands.ts'
import { mainRoute, nodeById, outcomesFrom, type RouteKey, routeKeys } from '../model/schema-graph.ts'
import { freeSpot, room } from './free-spot.ts'
import { NewStepMenu } from './new-step-menu.tsx'
import { newNodeOf, type PaletteItemId } from './palette-items.ts'
import { useSchema } from './schema-editing.tsx'
import { ofSteps } from './selection.ts'

/** Where a new step goes: on an arrow, after a step, or free on the canvas. */
export type NewStepPlace =
  | { readonly route: string }
  | { readonly after: string; readonly xy?: readonly [number, number] }
  | { readonly xy: readonly [number, number] }

interface Asked {
  readonly place: NewStepPlace
  /** Where on the screen the question opens. */
  readonly at: { readonly x: number; readonly y: number }
}

interface NewStep {
  /** Asks which step, and puts it there. */
  readonly ask: (asked: Asked) => void
  /** Puts a step there. */
  readonly put: (item: PaletteItemId, place: NewStepPlace) => void
  /** Puts a step where the selection says: on the chosen arrow, after the chosen step, else in the middle. */
  readonly putHere: (item: PaletteItemId) => void
  /** Asks for one where the selection says. */
  readonly askHere: () => void
  /** What is being dragged from the palette. */
  readonly dragged: RefObject<PaletteItemId | null>
}

const NewStepContext = createContext<NewStep | null>(null)

/** Brings new steps onto the canvas, from wherever they are asked for. */
export function NewStepProvider({ children }: { children: ReactNode }) {
  const { workspace, schema, selection, select, execute, reading } = useSchema()
  const flow = useReactFlow()
  const dragged = useRef<PaletteItemId | null>(null)
  const [asked, ask] = useState<Asked | null>(null)
  const close = useCallback(() => ask(null), [])

  const put = useCallback(
    (item: PaletteItemId, place: NewStepPlace) => {
      const made = newNodeOf(item, workspace)
      const onward = 'after' in place ? onwardRoute(schema, place.after) : undefined
      const command: Command = onward
        ? { type: 'insert-node-on-route', ...made, route: onward }
        : 'route' in place
          ? { type: 'insert-node-on-route', ...made, route: place.route }
          : 'after' in place
            ? { type: 'add-node', ...made, from: { node: place.after }, xy: place.xy ?? besideOf(reading, place.after) }
            : { type: 'add-node', ...made, xy: place.xy }
      const executed = execute(command)
      if (!executed.ok || !executed.made) return
      select(ofSteps(executed.made))
      if (command.type === 'add-node' && command.xy) bringIntoSight(flow, command.xy)
    },
    [workspace, schema, reading, execute, select, flow],
  )
  const here = useCallback((): NewStepPlace => {
    if (selection.route !== null) return { route: selection.route }
    const last = selection.steps.at(-1)
    if (last !== undefined) return { after: last }
    const pane = document.querySelector('.react-flow')?.getBoundingClientRect()
    const middle = flow.screenToFlowPosition({
      x: (pane?.left ?? 0) + (pane?.width ?? 800) / 2,
      y: (pane?.top ?? 0) + (pane?.height ?? 600) / 2,
    })
    return { xy: freeSpot([...reading.nodes, ...reading.blocks], [Math.round(middle.x - 100), Math.round(middle.y - 48)]) }
  }, [selection, flow, reading])

  const value = useMemo(
    (): NewStep => ({
      ask,
      put,
      putHere: (item) => put(item, here()),
      askHere: () => {
        const chosen = document.querySelector('.react-flow__node.selected')?.getBoundingClientRect()
        const pane = document.querySelector('.react-flow')?.getBoundingClientRect()
        const at = chosen ? { x: chosen.right + 12, y: chosen.top } : { x: (pane?.left ?? 0) + 40, y: (pane?.top ?? 0) + 80 }
        ask({ place: here(), at })
      },
      dragged,
    }),
    [put, here],
  )
  return (
    <NewStepContext value={value}>
      {children}
      {asked && (
        <NewStepMenu
          at={asked.at}
          title={asked.place}
          onChoose={(item) => {
            ask(null)
            put(item, asked.place)
          }}
          onClose={close}
        />
      )}
    </NewStepContext>
  )
}

/** Moves the canvas to a new step that would lie outside of what is seen of it. */
function bringIntoSight(flow: ReturnType<typeof useReactFlow>, [x, y]: readonly [number, number]): void {
  const pane = document.querySelector('.react-flow')?.getBoundingClientRect()
  if (!pane) return
  const from = flow.flowToScreenPosition({ x, y })
  const to = flow.flowToScreenPosition({ x: x + room.width, y: y + room.height })
  if (from.x >= pane.left && from.y >= pane.top && to.x <= pane.right && to.y <= pane.bottom) return
  void flow.setCenter(x + room.width / 2, y + room.height / 2, { zoom: flow.getZoom() })
}

/**
 * The arrow on which what comes after a step is inserted: its main one, where all its ways lead somewhere already. From a decision
 * or a block another way is drawn instead.
 */
export function onwardRoute(schema: ApprovalSchema, id: string): RouteKey | undefined {
  const node = nodeById(schema, id)
  if (!node || node.kind === 'decision' || node.kind === 'fork' || node.kind === 'end') return undefined
  const main = mainRoute(schema, id)
  const free = outcomesFrom(schema, id).some(
    (on) => on !== 'unreached' && !schema.routes.some((route) => route.from === id && route.on === on),
  )
  return main && !free ? routeKeys(schema)[schema.routes.indexOf(main)] : undefined
}

/** Right of a step, below what stands there already. */
function besideOf({ nodes }: ReturnType<typeof useSchema>['reading'], id: string): readonly [number, number] {
  const step = nodes.find((node) => node.id === id)
  if (!step) return [0, 0]
  const x = step.x + step.width + 60
  let y = step.y
  for (const node of [...nodes].sort((a, b) => a.y - b.y))
    if (node.x < x + 200 && node.x + node.width > x && node.y < y + 100 && node.y + node.height > y) y = node.y + node.height + 40
  return [x, y]
}

export function useNewStep(): NewStep {
  const newStep = useContext(NewStepContext)
  if (!newStep) throw new Error('useNewStep stands outside NewStepProvider')
  return newStep
}
