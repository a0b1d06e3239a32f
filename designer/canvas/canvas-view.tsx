import { IconClock, IconHandStop } from '@tabler/icons-react'
import { ReactFlowProvider } from '@xyflow/react'
import { useEffect, useRef, useState } from 'react'
import { Note } from '../../runtime/app/ui/note.tsx'
import { useWidth } from '../../runtime/app/ui/use-width.ts'
import { useWords } from '../language/words.tsx'
import { Inspector } from '../panels/inspector.tsx'
import tools from './canvas-tools.module.css'
import { EditTools, ViewTools } from './canvas-tools.tsx'
import classes from './canvas-view.module.css'
import { FindingsList } from './findings-list.tsx'
import { NewStepProvider } from './new-step.tsx'
import { Palette } from './palette.tsx'
import { SchemaCanvas } from './schema-canvas.tsx'
import { useSchema } from './schema-editing.tsx'
import { anywhere, nothing } from './selection.ts'
import { StepList } from './step-list.tsx'
import { useCanvasKeys } from './use-canvas-keys.ts'
import { useClipboard } from './use-clipboard.ts'
import { useShownStep } from './use-shown-step.ts'

/** The canvas: what can be put on it at the left, the drawing, what was found below, and at the right whatever is chosen. */
export function CanvasView({ findingsAsked }: { findingsAsked: number }) {
  const width = useWidth()
  return (
    <ReactFlowProvider>
      <NewStepProvider>
        <div className={classes.work} data-width={width}>
          {width === 'desk' && <Palette />}
          <div className={classes.middle}>
            <Drawing editable={width !== 'phone'} />
            <FindingsList asked={findingsAsked} />
          </div>
          {width !== 'phone' && <Inspector />}
        </div>
      </NewStepProvider>
    </ReactFlowProvider>
  )
}

function Drawing({ editable }: { editable: boolean }) {
  const { t, of } = useWords()
  const { schema, announced, refused, forgetRefusal } = useSchema()
  const pane = useRef<HTMLDivElement>(null)
  const help = 'canvas-help'
  const keys = useCanvasKeys(editable)
  useClipboard(pane, editable)
  useShownStep()
  return (
    <div
      ref={pane}
      className={classes.canvas}
      role="application"
      aria-label={t('canvas.of', { name: of(schema.label) })}
      aria-describedby={help}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the drawing takes the keys that lead through it
      tabIndex={0}
      onKeyDown={keys}
    >
      <p id={help} className="sr-only">
        {t('canvas.help')}
      </p>
      <StepList />
      <SchemaCanvas editable={editable} />
      {editable && <EditTools />}
      <ViewTools editable={editable} />
      <Corner />
      <div className="sr-only" aria-live="polite">
        {announced}
      </div>
      {refused && <Refused words={refused} onGone={forgetRefusal} />}
    </div>
  )
}

/** What holds for all of the way stands in the corner: what may be done anywhere, and by when it has to be done. */
function Corner() {
  const { t } = useWords()
  const { reading, selection, select } = useSchema()
  const buttons = reading.anywhere.map(({ label }) => label).join(', ')
  return (
    <div className={tools.corner}>
      <button
        type="button"
        className={tools.chip}
        aria-pressed={selection.anywhere}
        onClick={() => select(selection.anywhere ? nothing : anywhere)}
      >
        <IconHandStop size={14} stroke={1.75} aria-hidden />
        <span className="cut">{buttons === '' ? t('canvas.anywhere.none') : t('canvas.anywhere', { buttons })}</span>
      </button>
      {reading.deadline && (
        <button type="button" className={tools.chip} onClick={() => select(nothing)}>
          <IconClock size={14} stroke={1.75} aria-hidden />
          <span className="cut">{t('canvas.deadline', { deadline: reading.deadline })}</span>
        </button>
      )}
    </div>
  )
}

/** Why an edit was not done: said at once, and gone after a while. */
function Refused({ words, onGone }: { words: string; onGone: () => void }) {
  const [gone] = useState(() => onGone)
  useEffect(() => {
    const timer = setTimeout(gone, 8_000)
    return () => clearTimeout(timer)
  }, [gone])
  return (
    <div className={tools.said}>
      <Note tone="amber" alert>
        {words}
      </Note>
    </div>
  )
}
