import { IconArrowBackUp, IconPlus, IconX } from '@tabler/icons-react'
import { BaseEdge, EdgeLabelRenderer, type EdgeProps, useInternalNode } from '@xyflow/react'
import { createContext, memo, useContext } from 'react'
import { useWords } from '../language/words.tsx'
import type { RouteEdge } from './flow-parts.ts'
import { type Box, crossing, labelPlace, roundedPath, routePoints } from './route-geometry.ts'
import classes from './routes.module.css'

/** What can be done at an arrow without choosing it first. */
export interface RouteGestures {
  /** The arrow under the pointer, or over which a step is being dragged. */
  readonly hovered: string | null
  readonly hover: (route: string | null) => void
  readonly insert: (route: string, at: { readonly x: number; readonly y: number }) => void
  readonly choose: (route: string) => void
}
export const RouteGesturesContext = createContext<RouteGestures | null>(null)

/** An arrow: right angles with round corners, its outcome or condition in a pill on the line. */
export const RouteEdgeView = memo(function RouteEdgeView({ id, source, target, data, selected }: EdgeProps<RouteEdge>) {
  const { t } = useWords()
  const gestures = useContext(RouteGesturesContext)
  const from = useBox(source)
  const to = useBox(target)
  if (!from || !to || !data) return null
  const { route, lane, frame, mark } = data
  const points = routePoints(from, to, lane)
  const { at, width } = labelPlace(points)
  const cut = frame && crossing(points, frame)
  const leaves = route.leaves.length > 0
  const hovered = gestures?.hovered === id
  const words = leaves ? route.brief : route.label
  const tone = leaves ? 'red' : selected || hovered ? 'ink' : 'plain'
  return (
    <>
      <BaseEdge
        path={roundedPath(points)}
        className={classes.route ?? ''}
        data-tone={tone}
        data-leaves={leaves || undefined}
        markerEnd={`url(#route-end-${tone})`}
        interactionWidth={18}
      />
      <EdgeLabelRenderer>
        {words !== '' && (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard reaches an arrow through its step, and the panel of the step lists it
          // biome-ignore lint/a11y/noStaticElementInteractions: as above
          <div
            className={`${classes.label} nopan nodrag`}
            data-tone={tone}
            data-mark={mark}
            data-selected={selected || undefined}
            style={{ transform: `translate(-50%, -50%) translate(${at[0]}px, ${at[1]}px)`, maxWidth: width }}
            title={leaves ? route.words : words}
            onMouseEnter={() => gestures?.hover(id)}
            onMouseLeave={() => gestures?.hover(null)}
            onClick={() => gestures?.choose(id)}
          >
            {leaves && <IconArrowBackUp size={12} aria-hidden />}
            <span className="cut">{words}</span>
          </div>
        )}
        {cut && (
          <span className={classes.cut} style={{ transform: `translate(-50%, -50%) translate(${cut[0]}px, ${cut[1]}px)` }} aria-hidden>
            <IconX size={10} stroke={3} />
          </span>
        )}
        {(hovered || selected) && (
          <button
            type="button"
            className={`${classes.plus} nopan nodrag`}
            style={{ transform: `translate(-50%, -50%) translate(${plusPoint(points)[0]}px, ${plusPoint(points)[1]}px)` }}
            aria-label={t('canvas.insert')}
            tabIndex={-1}
            onMouseEnter={() => gestures?.hover(id)}
            onMouseLeave={() => gestures?.hover(null)}
            onClick={(event) => gestures?.insert(id, { x: event.clientX, y: event.clientY })}
          >
            <IconPlus size={13} stroke={2.5} aria-hidden />
          </button>
        )}
      </EdgeLabelRenderer>
    </>
  )
})

/** Near the beginning of the line, so that it hides neither the words nor the arrow's head. */
function plusPoint(points: ReturnType<typeof routePoints>): readonly [number, number] {
  const [a, b] = [points[0]!, points[1]!]
  const length = Math.hypot(b[0] - a[0], b[1] - a[1])
  const along = length === 0 ? 0 : Math.min(16, length / 2) / length
  return [a[0] + (b[0] - a[0]) * along, a[1] + (b[1] - a[1]) * along]
}

/** Where a step stands at this moment, while it is dragged too. A diamond is smaller than its words below. */
function useBox(id: string): Box | undefined {
  const node = useInternalNode(id)
  if (!node) return undefined
  const { x, y } = node.internals.positionAbsolute
  const width = node.measured.width ?? node.width ?? 200
  const height = node.measured.height ?? node.height ?? 96
  const isDecision = (node.data as { step?: { kind: string } }).step?.kind === 'decision'
  return isDecision ? { x: x + width / 2 - 28, y, width: 56, height: 56 } : { x, y, width, height }
}

/** The heads of the arrows, open as a pen draws them. */
export function RouteHeads() {
  return (
    <svg width={0} height={0} aria-hidden style={{ position: 'absolute' }}>
      <defs>
        {(['plain', 'ink', 'red'] as const).map((tone) => (
          <marker
            key={tone}
            id={`route-end-${tone}`}
            viewBox="0 0 10 10"
            refX={8.5}
            refY={5}
            markerWidth={8}
            markerHeight={8}
            orient="auto-start-reverse"
          >
            <path className={classes.head} data-tone={tone} d="M1 1.5 9 5 1 8.5" />
          </marker>
        ))}
      </defs>
    </svg>
  )
}
