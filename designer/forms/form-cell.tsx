import { ActionIcon } from '@mantine/core'
import {
  IconCopy,
  IconEyeOff,
  IconFiles,
  IconGripVertical,
  IconListDetails,
  IconLock,
  IconSquareMinus,
  IconTrash,
} from '@tabler/icons-react'
import { type KeyboardEvent, useMemo } from 'react'
import { Field } from '../../runtime/app/fields/field.tsx'
import type { LayoutCell } from '../../schemas/generated/document-type.ts'
import { useWords } from '../language/words.tsx'
import { cellKey } from '../model/commands/type/layout-cells.ts'
import { conditionWords } from '../model/words/condition-words.ts'
import { useEditing } from '../types/parts/editing.tsx'
import { useDrag } from './drag.tsx'
import classes from './form-sheet.module.css'
import type { Direction } from './layout-places.ts'
import { isSelected, type Selected } from './selected.ts'
import type { SheetProps } from './sheet-props.ts'

const arrows: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' }

interface FormCellProps extends SheetProps {
  readonly cell: LayoutCell
  readonly column: number
  readonly row: number
  readonly wide: boolean
}

/** One thing on the form: the true field, and around it what moves it. Alt and an arrow move it, Delete takes it off the form. */
export function FormCell(props: FormCellProps) {
  const { cell, column, row, wide, selected, onSelect, onMove, onTakeOff, onCopy, onRemove } = props
  const { t } = useWords()
  const { begin, dragging } = useDrag()
  const key = cellKey(cell)
  const thing: Selected = typeof cell === 'string' ? { kind: 'field', field: cell } : { kind: 'cell', key }
  const chosen = isSelected(selected, thing)
  const name = useCellName(props)
  const keys = (event: KeyboardEvent) => {
    const direction = event.altKey ? arrows[event.key] : undefined
    if (direction) {
      event.preventDefault()
      onMove(cell, direction)
    } else if (event.key === 'Delete' && event.target === event.currentTarget) onTakeOff(cell)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the handle inside is the control; the pointer may take the whole cell
    <div
      className={classes.cell}
      data-cell={key}
      data-column={column}
      data-row={row}
      data-wide={wide || undefined}
      data-selected={chosen || undefined}
      data-dragged={(dragging?.kind === 'cell' && cellKey(dragging.cell) === key) || undefined}
      data-hidden={(typeof cell === 'string' && !isShown(props, cell)) || undefined}
      onFocusCapture={() => !chosen && onSelect(thing)}
      onPointerDownCapture={() => !chosen && onSelect(thing)}
      onKeyDown={(event) => event.altKey && keys(event)}
    >
      <button
        type="button"
        className={classes.handle}
        aria-label={t('form.handle', { name })}
        title={t('form.handle.how')}
        onKeyDown={keys}
        onPointerDown={(event) => begin(event, { kind: 'cell', cell }, name)}
      >
        <IconGripVertical size={14} aria-hidden />
      </button>
      {chosen && (
        <div className={classes.tools}>
          {typeof cell === 'string' && (
            <ActionIcon size={26} aria-label={t('form.copy', { name })} title={t('form.copy.short')} onClick={() => onCopy(cell)}>
              <IconCopy size={15} />
            </ActionIcon>
          )}
          <ActionIcon size={26} aria-label={t('form.takeOff', { name })} title={t('form.takeOff.short')} onClick={() => onTakeOff(cell)}>
            <IconSquareMinus size={15} />
          </ActionIcon>
          {typeof cell === 'string' && (
            <ActionIcon size={26} aria-label={t('form.remove', { name })} title={t('form.remove.short')} onClick={() => onRemove(cell)}>
              <IconTrash size={15} />
            </ActionIcon>
          )}
        </div>
      )}
      <div className={classes.field}>
        <CellContent {...props} name={name} />
      </div>
    </div>
  )
}

function isShown({ preview }: SheetProps, field: string): boolean {
  return preview.seen.has(field) && (preview.states.get(field)?.visible ?? false)
}

function useCellName({ cell, type, listNames }: FormCellProps): string {
  const { t, of } = useWords()
  if (typeof cell === 'string') return of(type.fields.find(({ id }) => id === cell)?.label) || cell
  if (cell.list !== undefined) return listNames.get(cell.list) ?? cell.list
  return t(`block.${cell.block}`)
}

function CellContent({ cell, type, preview, onValue, name }: FormCellProps & { name: string }) {
  const { t, language } = useWords()
  const { workspace } = useEditing('document-type')
  const field = typeof cell === 'string' ? type.fields.find(({ id }) => id === cell) : undefined
  const when = field?.requiredWhen
  const words = useMemo(() => when && conditionWords({ language, workspace, type }, when), [when, language, workspace, type])
  if (typeof cell !== 'string')
    return (
      <div className={classes.list}>
        {cell.list !== undefined ? <IconListDetails size={16} aria-hidden /> : <IconFiles size={16} aria-hidden />}
        {cell.list !== undefined ? t('form.list', { name }) : name}
      </div>
    )
  if (!field) return <div className={classes.list}>{t('form.gone', { id: cell })}</div>
  const state = preview.states.get(field.id)
  const shown = preview.seen.has(field.id) && (state?.visible ?? false)
  const edits = shown && preview.editable.has(field.id)
  return (
    <>
      <Field
        field={field}
        mode={edits || !shown ? 'edit' : 'read'}
        value={preview.shown[field.id]}
        required={state?.required ?? false}
        onChange={(value) => onValue(field.id, value)}
      />
      <div className={classes.notes}>
        {!shown && (
          <span>
            <IconEyeOff size={14} aria-hidden />
            {t(preview.seen.has(field.id) ? 'form.hiddenNow' : 'form.hiddenFor')}
          </span>
        )}
        {words && <span>{t('form.requiredWhen', { when: words })}</span>}
        {field.confidential && (
          <span>
            <IconLock size={14} aria-hidden />
            {t('property.confidential')}
          </span>
        )}
      </div>
    </>
  )
}
