import { useMemo } from 'react'
import type { ApprovalSchema } from '../../schemas/generated/approval-schema.ts'
import { useWords } from '../language/words.tsx'
import { readSchema } from '../model/reading.ts'
import { useWorkspace } from '../workspace/workspace-provider.tsx'
import classes from './templates.module.css'

/** An approval schema small, as the canvas would draw it: a picture, not to be edited. */
export function SchemaPicture({ schema }: { schema: ApprovalSchema | null }) {
  const { language } = useWords()
  const { workspace } = useWorkspace()
  const reading = useMemo(() => schema && readSchema(schema, { language, workspace }), [schema, language, workspace])
  if (!reading || reading.nodes.length === 0) return <div className={classes.picture} aria-hidden />
  const boxes = [...reading.nodes, ...reading.blocks]
  const [left, top] = [Math.min(...boxes.map(({ x }) => x)) - 24, Math.min(...boxes.map(({ y }) => y)) - 24]
  const width = Math.max(...boxes.map((box) => box.x + box.width)) - left + 24
  const height = Math.max(...boxes.map((box) => box.y + box.height)) - top + 24
  const nodeOf = new Map(reading.nodes.map((node) => [node.id, node]))
  return (
    <svg className={classes.picture} viewBox={`${left} ${top} ${width} ${height}`} preserveAspectRatio="xMidYMid meet" aria-hidden="true">
      {reading.blocks.map(({ fork, x, y, width: wide, height: high }) => (
        <rect key={fork} className={classes.block} x={x} y={y} width={wide} height={high} rx={16} />
      ))}
      {reading.routes.map(({ key, from, to, back, leaves }) => {
        const [a, b] = [nodeOf.get(from), nodeOf.get(to)]
        if (!a || !b || back || leaves.length > 0) return null
        const [x1, y1, x2, y2] = [a.x + a.width, a.y + a.height / 2, b.x, b.y + b.height / 2]
        const middle = (x1 + x2) / 2
        return <path key={key} className={classes.route} d={`M${x1} ${y1} H${middle} V${y2} H${x2}`} />
      })}
      {reading.nodes.map(({ id, kind, x, y, width: wide, height: high }) =>
        kind === 'decision' ? (
          <path
            key={id}
            className={classes.node}
            d={`M${x + wide / 2} ${y} L${x + wide} ${y + high / 2} L${x + wide / 2} ${y + high} L${x} ${y + high / 2} Z`}
          />
        ) : (
          <rect
            key={id}
            className={kind === 'fork' || kind === 'join' ? classes.bar : classes.node}
            x={x}
            y={y}
            width={wide}
            height={high}
            rx={kind === 'end' || kind === 'wait' ? high / 2 : 12}
          />
        ),
      )}
    </svg>
  )
}
