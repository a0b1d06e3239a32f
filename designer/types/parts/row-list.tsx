import { ActionIcon } from '@mantine/core'
import { IconGripVertical } from '@tabler/icons-react'
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react'
import type { Pointer } from '../../../schemas/pointer.ts'
import { useWords } from '../../language/words.tsx'
import { indexIn } from '../../model/place-address.ts'
import { useShown, useShownPlace } from '../../shell/shown-place.ts'
import classes from './row-list.module.css'
import { rowUnder } from './row-under.ts'

interface RowListProps<T> {
  readonly label: string
  /** Where the rows stand in the definition, `/statuses`: the one that an address asks for is shown. */
  readonly at?: Pointer
  readonly rows: readonly T[]
  readonly keyOf: (row: T, index: number) => string
  readonly nameOf: (row: T) => string
  readonly onMove?: (from: number, to: number) => void
  readonly draw: (row: T, index: number) => ReactNode
}

/** Rows that can be put in another order: by their handle, with the pointer or with Alt and an arrow. Where each came to is announced. */
export function RowList<T>({ label, at, rows, keyOf, nameOf, onMove, draw }: RowListProps<T>) {
  const { t } = useWords()
  const list = useRef<HTMLOListElement>(null)
  const place = useShownPlace()
  const asked = at === undefined ? undefined : indexIn(at, place)
  const shown = useShown<HTMLLIElement>(asked !== undefined && asked < rows.length)
  const [drag, setDrag] = useState<{ readonly from: number; readonly to: number } | null>(null)
  const [said, say] = useState('')
  const move = (from: number, to: number) => {
    if (!onMove || to < 0 || to >= rows.length || to === from) return
    onMove(from, to)
    say(t('row.moved', { name: nameOf(rows[from]!), number: to + 1 }))
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>(':scope > li > [data-handle]')[to]?.focus())
  }
  const keys = (event: KeyboardEvent, index: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(index, index + (event.key === 'ArrowUp' ? -1 : 1))
  }
  const over = (event: PointerEvent): number => {
    const rects = [...(list.current?.children ?? [])].map((item) => item.getBoundingClientRect())
    return rowUnder(rects, event.clientY)
  }
  return (
    <>
      <ol className={classes.list} ref={list} aria-label={label}>
        {rows.map((row, index) => (
          <li
            key={keyOf(row, index)}
            ref={index === asked ? shown : undefined}
            data-shown={index === asked || undefined}
            className={classes.row}
            data-dragged={drag?.from === index || undefined}
            data-drop={drag && drag.to === index && drag.from !== index ? (drag.to < drag.from ? 'before' : 'after') : undefined}
          >
            {onMove && (
              <ActionIcon
                data-handle
                className={classes.handle ?? ''}
                size={28}
                aria-label={t('row.move', { name: nameOf(row) })}
                title={t('row.move.how')}
                onKeyDown={(event) => keys(event, index)}
                onPointerDown={(event) => {
                  event.currentTarget.setPointerCapture(event.pointerId)
                  setDrag({ from: index, to: index })
                }}
                onPointerMove={(event) => drag && setDrag({ from: drag.from, to: over(event) })}
                onPointerUp={(event) => {
                  if (drag) move(drag.from, over(event))
                  setDrag(null)
                }}
                onPointerCancel={() => setDrag(null)}
              >
                <IconGripVertical size={16} />
              </ActionIcon>
            )}
            <div className={classes.body}>{draw(row, index)}</div>
          </li>
        ))}
      </ol>
      <span className="sr-only" role="status">
        {said}
      </span>
    </>
  )
}
