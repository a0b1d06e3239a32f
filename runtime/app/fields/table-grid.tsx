import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import type { Column } from '../../../schemas/generated/card-field.ts'
import { useTexts } from '../language/texts.tsx'
import { useFormats } from '../language/use-formats.ts'
import { ProblemText } from './field-frame.tsx'
import { currencyIn, useSurroundings } from './surroundings.tsx'
import classes from './table-grid.module.css'
import { isFigure, isTyped, shownColumns, type TablePartProps } from './table-part.ts'
import { totalledColumns, totalOf } from './table-totals.ts'

/** Rows as a grid, with the currency in the head of its column and the sums below. */
export function TableGrid({ field, rows, path, problems, Nested, edit }: TablePartProps) {
  const { t } = useTexts()
  const columns = shownColumns(field, rows)
  const move = (index: number) => (event: KeyboardEvent) => {
    if (!edit || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') || event.defaultPrevented) return
    event.preventDefault()
    edit.onMove(index, event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <div className={classes.box} tabIndex={edit ? undefined : 0} role={edit ? undefined : 'group'}>
      <table className={classes.grid} data-edit={edit ? true : undefined}>
        <thead>
          <tr>
            <th className={`${classes.head} ${classes.place}`}>#</th>
            {columns.map((column) => (
              <Head key={column.id} column={column} required={edit !== undefined && (column.required ?? false)} />
            ))}
            {edit && (
              <th className={classes.head}>
                <span className="sr-only">{t('field.table.actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.length === 0 && (
            <tr>
              <td className={classes.empty} colSpan={columns.length + 2}>
                {t('field.table.empty')}
              </td>
            </tr>
          )}
          {rows.map((row, index) => {
            const wrong = problems?.get(`${path}/${row._id}`)
            return (
              <tr key={row._id} data-row={row._id} className={classes.row} onKeyDown={move(index)}>
                <td className={`${classes.cell} ${classes.place}`}>{index + 1}</td>
                {columns.map((column, place) => (
                  <td
                    key={column.id}
                    className={`${classes.cell} ${isTyped(column) ? '' : classes.read}`}
                    data-type={column.type}
                    data-right={isFigure(column) || undefined}
                  >
                    <Nested
                      field={column}
                      value={row[column.id]}
                      mode={edit ? 'edit' : 'read'}
                      path={`${path}/${row._id}/${column.id}`}
                      problems={problems}
                      bare
                      {...(edit && { onChange: (next) => edit.onCell(row._id, column.id, next), onInvalid: edit.onInvalid })}
                    />
                    {place === 0 && wrong && (
                      <span className={classes.problem}>
                        <ProblemText>{wrong}</ProblemText>
                      </span>
                    )}
                  </td>
                ))}
                {edit && (
                  <td className={`${classes.cell} ${classes.actions}`}>
                    <ActionIcon
                      size={28}
                      aria-label={t('field.table.up', { number: index + 1 })}
                      disabled={index === 0}
                      onClick={() => edit.onMove(index, -1)}
                    >
                      <IconArrowUp size={16} />
                    </ActionIcon>
                    <ActionIcon
                      size={28}
                      aria-label={t('field.table.down', { number: index + 1 })}
                      disabled={index === rows.length - 1}
                      onClick={() => edit.onMove(index, 1)}
                    >
                      <IconArrowDown size={16} />
                    </ActionIcon>
                    <ActionIcon size={28} aria-label={t('field.table.remove', { number: index + 1 })} onClick={() => edit.onRemove(index)}>
                      <IconX size={16} />
                    </ActionIcon>
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
        <Totals columns={columns} rows={rows} edit={edit !== undefined} />
      </table>
    </div>
  )
}

function Head({ column, required }: { column: Column; required: boolean }) {
  const { of } = useTexts()
  const { card } = useSurroundings()
  const unit = column.type === 'money' ? currencyIn(card, column.currency) : column.type === 'number' ? column.unit : undefined
  return (
    <th scope="col" className={classes.head} data-right={isFigure(column) || undefined} title={column.help && of(column.help)}>
      {of(column.label)}
      {unit && `, ${unit}`}
      {required && <span className={classes.required}>*</span>}
    </th>
  )
}

function Totals({ columns, rows, edit }: { columns: readonly Column[]; rows: TablePartProps['rows']; edit: boolean }) {
  const { t } = useTexts()
  const { number } = useFormats()
  const totalled = totalledColumns(columns)
  const sums = new Map(totalled.map((id) => [id, totalOf(rows, id)]))
  if (rows.length < 2 || ![...sums.values()].some((sum) => sum !== undefined)) return null
  return (
    <tfoot>
      <tr>
        <td className={`${classes.cell} ${classes.place}`} />
        {columns.map((column, place) => {
          const sum = sums.get(column.id)
          return (
            <td key={column.id} className={`${classes.cell} ${classes.total}`} data-right={isFigure(column) || undefined}>
              {sum !== undefined && column.type === 'money' ? number(sum, column.decimals ?? 2) : place === 0 ? t('word.total') : ''}
            </td>
          )
        })}
        {edit && <td className={classes.cell} />}
      </tr>
    </tfoot>
  )
}
