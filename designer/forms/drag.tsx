import {
  createContext,
  type ReactNode,
  type PointerEvent as ReactPointerEvent,
  type RefObject,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react'
import { createPortal } from 'react-dom'
import type { LayoutCell } from '../../schemas/generated/document-type.ts'
import type { CellPlace } from '../model/commands/type/layout-cells.ts'
import classes from './drag.module.css'
import { type Box, type Drop, dropAt, type MeasuredSection } from './drop-place.ts'
import type { PaletteItem } from './field-types.ts'

/** What is being dragged: something new of the palette, or a cell that is there. */
export type Dragged = { readonly kind: 'new'; readonly item: PaletteItem } | { readonly kind: 'cell'; readonly cell: LayoutCell }

interface Dragging {
  readonly what: Dragged
  readonly label: string
  readonly x: number
  readonly y: number
  readonly drop: Drop | undefined
}

interface DragContextValue {
  /** On pointer down: begins a drag once the pointer has moved a little, so that a press stays a press. */
  readonly begin: (event: ReactPointerEvent, what: Dragged, label: string) => void
  readonly dragging: Dragged | null
}

const DragContext = createContext<DragContextValue>({ begin: () => {}, dragging: null })
export const useDrag = (): DragContextValue => useContext(DragContext)

/** So many pixels until a press becomes a drag. */
const slack = 5

interface DragAreaProps {
  /** The form, with `data-section`, `data-column` and `data-row` on its parts. */
  readonly sheet: RefObject<HTMLElement | null>
  readonly onDrop: (what: Dragged, place: CellPlace) => void
  readonly children: ReactNode
}

/** Carries things from the palette to the form and about it, with a line in ink where they would land; Escape gives up. */
export function DragArea({ sheet, onDrop, children }: DragAreaProps) {
  const [drag, setDrag] = useState<Dragging | null>(null)
  const pressed = useRef<{ what: Dragged; label: string; x: number; y: number } | null>(null)
  const latest = useRef(drag)
  latest.current = drag
  const drop = useRef(onDrop)
  drop.current = onDrop
  useEffect(() => {
    const move = (event: PointerEvent) => {
      const press = pressed.current
      if (!press) return
      if (!latest.current && Math.hypot(event.clientX - press.x, event.clientY - press.y) < slack) return
      event.preventDefault()
      const sections = sheet.current ? measured(sheet.current) : []
      setDrag({ ...press, x: event.clientX, y: event.clientY, drop: dropAt(sections, event.clientX, event.clientY) })
    }
    const up = () => {
      const ended = latest.current
      pressed.current = null
      setDrag(null)
      if (ended?.drop) drop.current(ended.what, ended.drop.place)
    }
    const give = () => {
      pressed.current = null
      setDrag(null)
    }
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && latest.current) {
        event.stopPropagation()
        give()
      }
    }
    addEventListener('pointermove', move, { passive: false })
    addEventListener('pointerup', up)
    addEventListener('pointercancel', give)
    addEventListener('keydown', key, true)
    return () => {
      removeEventListener('pointermove', move)
      removeEventListener('pointerup', up)
      removeEventListener('pointercancel', give)
      removeEventListener('keydown', key, true)
    }
  }, [sheet])
  const begin = (event: ReactPointerEvent, what: Dragged, label: string) => {
    if (event.button !== 0) return
    pressed.current = { what, label, x: event.clientX, y: event.clientY }
  }
  return (
    <DragContext value={{ begin, dragging: drag?.what ?? null }}>
      {children}
      {drag &&
        createPortal(
          <>
            {drag.drop && <div className={classes.line} style={drag.drop.line} />}
            <div className={classes.ghost} style={{ left: drag.x + 12, top: drag.y + 8 }}>
              {drag.label}
            </div>
          </>,
          document.body,
        )}
    </DragContext>
  )
}

/** The sections of the form as they lie on the screen now. */
function measured(sheet: HTMLElement): MeasuredSection[] {
  return [...sheet.querySelectorAll<HTMLElement>('[data-section]')].map((section) => ({
    tab: section.dataset.tab ?? '',
    section: section.dataset.section ?? '',
    ...boxOf(section),
    columns: [...section.querySelectorAll<HTMLElement>('[data-column-box]')].map(boxOf),
    cells: [...section.querySelectorAll<HTMLElement>('[data-row]')].map((cell) => ({
      ...boxOf(cell),
      column: Number(cell.dataset.column),
      row: Number(cell.dataset.row),
      wide: cell.dataset.wide !== undefined,
    })),
  }))
}

function boxOf(element: HTMLElement): Box {
  const { left, top, right, bottom } = element.getBoundingClientRect()
  return { left, top, right, bottom }
}
