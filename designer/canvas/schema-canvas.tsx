import {
  applyNodeChanges,
  Background,
  type Connection,
  MiniMap,
  type NodeChange,
  type NodeMouseHandler,
  type OnConnectEnd,
  ReactFlow,
  useReactFlow,
} from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { type DragEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useWords } from '../language/words.tsx'
import type { Command } from '../model/commands.ts'
import type { SchemaReading } from '../model/reading.ts'
import { type CanvasNode, flowParts, type RouteEdge, stepOf } from './flow-parts.ts'
import { landing } from './landing.ts'
import { marksOf } from './marks.ts'
import { type NewStepPlace, useNewStep } from './new-step.tsx'
import { RouteEdgeView, type RouteGestures, RouteGesturesContext, RouteHeads } from './route-edge.tsx'
import { type Box, distanceTo, routePoints } from './route-geometry.ts'
import classes from './schema-canvas.module.css'
import { useSchema } from './schema-editing.tsx'
import { nothing, ofRoute, ofSteps } from './selection.ts'
import { BarNodeView, BlockNodeView, StepNodeView } from './step-node.tsx'
import { WithdrawnContext } from './withdrawn.tsx'

const nodeTypes = { step: StepNodeView, bar: BarNodeView, block: BlockNodeView }
const edgeTypes = { route: RouteEdgeView }
/** Further than this from an arrow, a dropped step is put down free. */
const NEAR = 28
/** Smaller than this nobody reads it. */
const READABLE = 0.7
/** Among so many steps only those in sight are drawn. */
const MANY = 60

/** The drawing: React Flow as a view of the model. What moves while it is dragged is only here; letting go is one edit. */
export function SchemaCanvas({ editable }: { editable: boolean }) {
  const { t } = useWords()
  const { reading, findings, selection, select, execute, group, schema } = useSchema()
  const { ask, dragged } = useNewStep()
  const flow = useReactFlow<CanvasNode, RouteEdge>()
  const parts = useMemo(() => flowParts(reading, marksOf(findings)), [reading, findings])
  const chosen = useMemo(() => new Set(selection.steps), [selection.steps])
  const [nodes, setNodes] = useState<CanvasNode[]>([])
  const [hovered, hover] = useState<string | null>(null)
  const moved = useRef(false)

  // A new reading replaces what is drawn; what React Flow measured of a step that stays is kept.
  useEffect(() => {
    setNodes((before) => {
      const known = new Map(before.map((node) => [node.id, node]))
      return parts.nodes.map((node) => ({ ...node, ...measuredOf(known.get(node.id), node), selected: false }) as CanvasNode)
    })
  }, [parts])
  const shown = useMemo(
    () =>
      nodes.map((node) => {
        const isChosen = (node.type !== 'bar' || node.data.step.kind === 'join') && chosen.has(stepOf(node.id))
        return isChosen ? ({ ...node, selected: true } as CanvasNode) : node
      }),
    [nodes, chosen],
  )
  const edges = useMemo(
    () => parts.edges.map((edge) => (edge.id === selection.route ? { ...edge, selected: true } : edge)),
    [parts.edges, selection.route],
  )

  const onNodesChange = useCallback((changes: NodeChange<CanvasNode>[]) => {
    const views = changes.filter(({ type }) => type === 'position' || type === 'dimensions')
    if (views.length > 0) setNodes((before) => applyNodeChanges(views, before))
  }, [])

  const onNodeClick: NodeMouseHandler<CanvasNode> = (event, node) => {
    const step = stepOf(node.id)
    const several = event.shiftKey || event.ctrlKey || event.metaKey
    if (!several) return select(ofSteps(step))
    select(ofSteps(...(chosen.has(step) ? selection.steps.filter((id) => id !== step) : [...selection.steps, step])))
  }

  const onNodeDragStop = (_: unknown, __: CanvasNode, dropped: CanvasNode[]) => {
    if (!moved.current) return
    moved.current = false
    const commands = landing(
      schema,
      reading,
      dropped.flatMap((node) => {
        const at = flow.getInternalNode(node.id)?.internals.positionAbsolute
        return at && node.type !== 'bar' ? [{ id: stepOf(node.id), isBlock: node.type === 'block', x: at.x, y: at.y }] : []
      }),
    )
    const [only] = commands
    if (commands.length === 1 && only) execute(only)
    else if (commands.length > 1) group('move-nodes', commands)
  }

  const onConnect = ({ source, target }: Connection) => {
    const executed = execute({ type: 'connect-nodes', from: source, to: target } as Command)
    if (executed.ok && executed.made) select(ofRoute(executed.made))
  }
  const onConnectEnd: OnConnectEnd = (event, state) => {
    if (state.isValid || !state.fromNode || state.toNode) return
    const at = 'changedTouches' in event ? event.changedTouches[0]! : event
    ask({ place: { after: stepOf(state.fromNode.id), xy: pointOf(at) }, at: { x: at.clientX, y: at.clientY } })
  }

  const pointOf = ({ clientX, clientY }: { clientX: number; clientY: number }): readonly [number, number] => {
    const { x, y } = flow.screenToFlowPosition({ x: clientX, y: clientY })
    return [Math.round(x), Math.round(y)]
  }
  const routeAt = (point: readonly [number, number]): string | null => {
    let best: string | null = null
    let least = NEAR
    for (const edge of parts.edges) {
      const [from, to] = [boxIn(flow, edge.source), boxIn(flow, edge.target)]
      const far = from && to && edge.data ? distanceTo(point, routePoints(from, to, edge.data.lane)) : NEAR
      if (far < least) [best, least] = [edge.id, far]
    }
    return best
  }
  const onDragOver = (event: DragEvent) => {
    if (!dragged.current) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
    const route = routeAt(pointOf(event))
    if (route !== hovered) hover(route)
  }
  const { put } = useNewStep()
  const onDrop = (event: DragEvent) => {
    const item = dragged.current
    if (!item) return
    event.preventDefault()
    const xy = pointOf(event)
    const route = routeAt(xy)
    hover(null)
    const place: NewStepPlace = route === null ? { xy: [xy[0] - 100, xy[1] - 40] } : { route }
    put(item, place)
  }

  const gestures = useMemo(
    (): RouteGestures => ({
      hovered,
      hover,
      insert: (route, at) => ask({ place: { route }, at }),
      choose: (route) => select(ofRoute(route)),
    }),
    [hovered, ask, select],
  )
  const withdrawn = useMemo(() => {
    const route = reading.routes.find(({ key }) => key === hovered)
    return new Set(route?.leaves.length ? route.ends : [])
  }, [reading, hovered])

  /** All of it, where it can be read so; else its beginning, large enough to read. */
  const beginning = () => {
    const pane = document.querySelector('.react-flow')?.getBoundingClientRect()
    const bounds = boundsOf(reading)
    if (!pane || !bounds) return
    const zoom = Math.min(1, (pane.width - 64) / bounds.width, (pane.height - 128) / bounds.height)
    const start = reading.nodes.find(({ start: first }) => first)
    if (zoom >= READABLE || !start) {
      void flow.setViewport({
        zoom,
        x: (pane.width - bounds.width * zoom) / 2 - bounds.x * zoom,
        y: (pane.height - bounds.height * zoom) / 2 - bounds.y * zoom,
      })
      return
    }
    const near = Math.max(READABLE, Math.min(0.85, (pane.height - 128) / bounds.height))
    void flow.setViewport({ zoom: near, x: 40 - bounds.x * near, y: pane.height / 2 - (start.y + start.height / 2) * near })
  }

  return (
    <RouteGesturesContext value={gestures}>
      <WithdrawnContext value={withdrawn}>
        <RouteHeads />
        <ReactFlow<CanvasNode, RouteEdge>
          className={classes.flow ?? ''}
          nodes={shown}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onNodesChange={onNodesChange}
          onNodeClick={onNodeClick}
          onNodeDrag={() => {
            moved.current = true
          }}
          onNodeDragStop={onNodeDragStop}
          onConnect={onConnect}
          onConnectEnd={onConnectEnd}
          onEdgeClick={(_, edge) => select(ofRoute(edge.id))}
          onEdgeMouseEnter={(_, edge) => hover(edge.id)}
          onEdgeMouseLeave={() => hover(null)}
          onPaneClick={() => select(nothing)}
          onSelectionEnd={() => {
            const inside = flow.getNodes().filter((node) => node.selected && node.type === 'step')
            if (inside.length > 0) select(ofSteps(...inside.map(({ id }) => id)))
          }}
          onDragOver={onDragOver}
          onDrop={onDrop}
          nodesDraggable={editable}
          nodesConnectable={editable}
          elementsSelectable
          elevateNodesOnSelect={false}
          nodesFocusable={false}
          edgesFocusable={false}
          disableKeyboardA11y
          deleteKeyCode={null}
          selectionKeyCode="Shift"
          multiSelectionKeyCode={null}
          nodeDragThreshold={4}
          connectionRadius={32}
          minZoom={0.1}
          maxZoom={1.6}
          snapToGrid
          snapGrid={[10, 10]}
          onInit={() => beginning()}
          onlyRenderVisibleElements={reading.nodes.length > MANY}
          proOptions={{ hideAttribution: true }}
        >
          <Background gap={20} size={1.6} color="var(--grid)" />
          <MiniMap
            className={classes.map ?? ''}
            style={{ width: 158, height: 86 }}
            ariaLabel={t('canvas.map')}
            pannable
            zoomable
            nodeBorderRadius={8}
            maskColor="var(--map-mask)"
            nodeColor={(node) => (node.type === 'block' ? 'var(--chip)' : node.selected ? 'var(--ink)' : 'var(--text-3)')}
          />
        </ReactFlow>
      </WithdrawnContext>
    </RouteGesturesContext>
  )
}

/** The drawing with its frames. */
function boundsOf({ nodes, blocks }: SchemaReading): Box | undefined {
  const boxes = [...nodes, ...blocks]
  if (boxes.length === 0) return undefined
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  }
}

/** A step that is measured already is shown at once; one whose size changed is measured anew. */
function measuredOf(before: CanvasNode | undefined, now: CanvasNode): Partial<CanvasNode> {
  return before?.measured && before.width === now.width && before.height === now.height ? { measured: before.measured } : {}
}

function boxIn(flow: ReturnType<typeof useReactFlow<CanvasNode, RouteEdge>>, id: string): Box | undefined {
  const node = flow.getInternalNode(id)
  if (!node) return undefined
  const { x, y } = node.internals.positionAbsolute
  return { x, y, width: node.measured.width ?? 200, height: node.measured.height ?? 96 }
}
