import { IconAlertTriangle, IconBellRinging, IconBulb, IconClock, IconExclamationMark, IconUser, IconUsers } from '@tabler/icons-react'
import { Handle, type NodeProps, Position } from '@xyflow/react'
import { memo } from 'react'
import { useWords } from '../language/words.tsx'
import type { NodeReading } from '../model/reading.ts'
import type { BarNode, BlockNode, Mark, StepNode } from './flow-parts.ts'
import classes from './nodes.module.css'
import { kindIcons } from './palette-items.ts'
import { useWithdrawn } from './withdrawn.tsx'

/** A step as the canvas draws it: what it is called, who acts, by when. Each kind has a shape of its own. */
export const StepNodeView = memo(function StepNodeView({ data: { step, mark }, selected }: NodeProps<StepNode>) {
  const withdrawn = useWithdrawn(step.id)
  const state = {
    'data-kind': step.kind,
    'data-selected': selected || undefined,
    'data-mark': mark,
    'data-color': step.color,
    ...(withdrawn && { className: classes.withdrawn }),
  }
  return (
    <>
      {step.kind === 'decision' ? (
        <Decision step={step} mark={mark} state={state} />
      ) : step.kind === 'wait' || step.kind === 'end' ? (
        <Pill step={step} mark={mark} state={state} />
      ) : (
        <Sheet step={step} mark={mark} state={state} />
      )}
      <Ends last={step.kind === 'end'} />
    </>
  )
})

interface Drawn {
  readonly step: NodeReading
  readonly mark: Mark | undefined
  readonly state: Readonly<Record<string, unknown>> & { readonly className?: string | undefined }
}

function Sheet({ step, mark, state: { className, ...state } }: Drawn) {
  const Icon = kindIcons[step.kind]
  const several = step.who.length > 1
  const Who = several || step.rule ? IconUsers : IconUser
  return (
    <div {...state} className={`${classes.node} ${className ?? ''}`}>
      {step.start && <span className={classes.start} aria-hidden />}
      <div className={classes.title}>
        <span className={classes.icon} aria-hidden>
          <Icon size={14} stroke={1.75} />
        </span>
        <span className="cut">{step.title}</span>
      </div>
      {step.who.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a sheet have nothing else here, and keep their order
        <div key={index} className={classes.line} title={line}>
          {step.kind !== 'automation' && <Who size={13} stroke={1.75} aria-hidden />}
          <span className="cut">{line}</span>
        </div>
      ))}
      {(step.deadline ?? step.rule ?? step.late) && (
        <div className={classes.foot}>
          {step.deadline && (
            <span>
              <IconClock size={13} stroke={1.75} aria-hidden />
              <span className="cut">{step.deadline}</span>
            </span>
          )}
          {step.late && (
            <span title={step.late}>
              <IconBellRinging size={13} stroke={1.75} aria-hidden />
              <span className="cut">{step.late}</span>
            </span>
          )}
          {!step.deadline && step.rule && <span className="cut">{step.rule}</span>}
        </div>
      )}
      <StatusChip step={step} />
      <Nowhere step={step} />
      <Badge mark={mark} />
    </div>
  )
}

/** Decisions and buttons after which nothing follows: dotted, and said. */
function Nowhere({ step }: { step: NodeReading }) {
  const { t } = useWords()
  const loose = step.outcomes.filter(({ routed }) => !routed)
  if (loose.length === 0 || !['stage', 'approval', 'task', 'automation'].includes(step.kind)) return null
  return (
    <span className={classes.nowhere}>
      {loose.map(({ id, label }) => (
        <span key={id ?? ''}>{t('canvas.nowhere', { outcome: label || t('canvas.onward') })}</span>
      ))}
    </span>
  )
}

function Pill({ step, mark, state: { className, ...state } }: Drawn) {
  const Icon = kindIcons[step.kind]
  return (
    <div {...state} className={`${classes.node} ${classes.pill} ${step.kind === 'end' ? classes.end : ''} ${className ?? ''}`}>
      <Icon size={15} stroke={1.75} aria-hidden />
      <span style={{ minWidth: 0 }}>
        <b className="cut">{step.title}</b>
        {step.kind === 'wait' && <span className={`${classes.small} cut`}>{step.who.join(', ')}</span>}
      </span>
      <StatusChip step={step} />
      <Badge mark={mark} />
    </div>
  )
}

function Decision({ step, mark, state: { className, ...state } }: Drawn) {
  const Icon = kindIcons.decision
  return (
    <div {...state} className={`${classes.decision} ${className ?? ''}`}>
      <div className={classes.diamond} aria-hidden>
        <Icon size={16} stroke={1.75} />
      </div>
      <div className={`${classes.caption} cut`}>{step.title}</div>
      <Badge mark={mark} />
    </div>
  )
}

function StatusChip({ step }: { step: NodeReading }) {
  const chip = step.chips.find(({ kind }) => kind === 'status')
  if (!chip) return null
  return (
    <span className={`${classes.status} cut`} data-color={chip.color}>
      {chip.text}
    </span>
  )
}

function Badge({ mark }: { mark: Mark | undefined }) {
  if (!mark) return null
  return (
    <span className={classes.badge} data-mark={mark} aria-hidden>
      {mark === 'problem' ? <IconExclamationMark size={13} stroke={2.5} /> : <IconBulb size={13} stroke={2.5} />}
    </span>
  )
}

/** Where arrows arrive and where one is pulled out. */
function Ends({ last }: { last?: boolean }) {
  return (
    <>
      <Handle type="target" position={Position.Left} className={classes.handle ?? ''} isConnectableStart={false} />
      {!last && <Handle type="source" position={Position.Right} className={classes.handle ?? ''} data-out />}
    </>
  )
}

/** A thick bar: where ways part, and where they are waited for. */
export const BarNodeView = memo(function BarNodeView({ data: { step, mark }, selected }: NodeProps<BarNode>) {
  return (
    <>
      <div
        className={classes.bar}
        data-selected={selected || undefined}
        title={step.kind === 'join' ? (step.rule ?? step.title) : step.title}
      />
      {step.kind === 'join' && <Badge mark={mark} />}
      <Ends />
    </>
  )
})

/** A block: what runs at the same time lies in one frame, which moves as one. */
export const BlockNodeView = memo(function BlockNodeView({ data: { block, mark }, selected }: NodeProps<BlockNode>) {
  return (
    <div
      className={classes.block}
      data-selected={selected || undefined}
      data-mark={mark}
      data-color={block.color}
      data-each={block.each === undefined ? undefined : true}
    >
      {block.deadline && (
        <span className={classes.clock}>
          <IconClock size={12} stroke={1.75} aria-hidden />
          {block.deadline}
        </span>
      )}
      <span className={`${classes.rule} cut`}>{block.rule}</span>
      {mark && (
        <span className={classes.badge} data-mark={mark} aria-hidden>
          {mark === 'problem' ? <IconAlertTriangle size={12} stroke={2.5} /> : <IconBulb size={13} stroke={2.5} />}
        </span>
      )}
    </div>
  )
})
