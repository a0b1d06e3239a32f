import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { Row } from '../../engine/card/card.ts'
import { newId } from '../data/new-id.ts'
import { useTexts } from '../language/texts.tsx'
import { useWidth } from '../ui/use-width.ts'
import { defineField, type InputProps, type ViewProps } from './define-field.ts'
import { ProblemText } from './field-frame.tsx'
import { TableCards } from './table-cards.tsx'
import classes from './table-field.module.css'
import { TableGrid } from './table-grid.tsx'
import { withCell, withMoved } from './table-rows.ts'

type Rows = readonly Row[]

/**
 * Rows with columns of their own: added, taken away and moved by buttons or, inside a row, by Alt and an arrow; on a phone
 * each row is a card. What happens is announced, and the focus goes along.
 */
function Input({ field, value = [], onChange, onInvalid, frame, path, problems, Nested }: InputProps<'table', Rows>) {
  const { t } = useTexts()
  const width = useWidth()
  const [said, say] = useState('')
  const root = useRef<HTMLElement>(null)
  const change = (rows: Rows) => onChange(rows.length > 0 ? rows : undefined)
  const focusRow = (id: string) =>
    requestAnimationFrame(() =>
      root.current?.querySelector<HTMLElement>(`[data-row="${id}"] :is(input, textarea, select, button)`)?.focus(),
    )
  const addRow = () => {
    const row: Row = { _id: newId() }
    change([...value, row])
    say(t('field.table.added', { number: value.length + 1 }))
    focusRow(row._id)
  }
  const removeRow = (index: number) => {
    const rest = value.toSpliced(index, 1)
    change(rest)
    say(t('field.table.removed', { number: index + 1 }))
    const next = rest[Math.min(index, rest.length - 1)]
    if (next) focusRow(next._id)
    else root.current?.querySelector<HTMLElement>('[data-add]')?.focus()
  }
  const moveRow = (index: number, by: -1 | 1) => {
    const moved = withMoved(value, index, by)
    if (moved === value) return
    change(moved)
    say(t('field.table.moved', { number: index + by + 1 }))
  }
  const Rows = width === 'phone' ? TableCards : TableGrid
  const full = field.max !== undefined && value.length >= field.max
  return (
    <section className={classes.table} aria-label={frame.label} ref={root}>
      <Heading label={frame.label} count={value.length} required={frame.required ?? false} />
      <Rows
        field={field}
        rows={value}
        path={path}
        problems={problems}
        Nested={Nested}
        edit={{
          onCell: (id, column, next) => change(withCell(value, id, column, next)),
          onInvalid: (_cell, problem) => onInvalid(problem),
          onRemove: removeRow,
          onMove: moveRow,
        }}
      />
      <div className={classes.foot}>
        <Button data-add variant="subtle" size="sm" leftSection={<IconPlus size={16} />} onClick={addRow} disabled={full}>
          {t('field.table.add')}
        </Button>
        {frame.problem && (
          <span className={classes.problem}>
            <ProblemText>{frame.problem}</ProblemText>
          </span>
        )}
        {!frame.problem && frame.help && <span className={classes.help}>{frame.help}</span>}
      </div>
      <span className="sr-only" role="status">
        {said}
      </span>
    </section>
  )
}

function View({ field, value, Nested }: ViewProps<'table', Rows>) {
  const width = useWidth()
  const Rows = width === 'phone' ? TableCards : TableGrid
  return <Rows field={field} rows={value} path={field.id} Nested={Nested} />
}

function Cell({ value }: ViewProps<'table', Rows>) {
  const { t } = useTexts()
  return <>{t('field.table.rows', { count: value.length })}</>
}

function Heading({ label, count, required }: { label: string; count: number; required: boolean }) {
  const { t } = useTexts()
  return (
    <div className={classes.heading}>
      {label}
      {required && (
        <span className={classes.required} title={t('word.required')}>
          *
        </span>
      )}
      <span className={classes.count}>{t('field.table.rows', { count })}</span>
    </div>
  )
}

export const tableField = defineField<'table', Rows>({
  type: 'table',
  wide: true,
  parse: (raw) =>
    Array.isArray(raw) && raw.every((row) => typeof row === 'object' && row !== null && typeof row._id === 'string')
      ? (raw as Rows)
      : undefined,
  Input,
  View,
  Cell,
})
