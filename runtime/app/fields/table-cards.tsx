import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import { useTexts } from '../language/texts.tsx'
import { useFormats } from '../language/use-formats.ts'
import { ProblemText } from './field-frame.tsx'
import { currencyIn, useSurroundings } from './surroundings.tsx'
import classes from './table-cards.module.css'
import { shownColumns, type TablePartProps } from './table-part.ts'
import { totalledColumns, totalOf } from './table-totals.ts'

/** Rows as cards, for a phone: to fill, every column with its label; to read, the first column as the name of the card. */
export function TableCards({ field, rows, path, problems, Nested, edit }: TablePartProps) {
  const { t, of } = useTexts()
  const { money } = useFormats()
  const { card } = useSurroundings()
  const columns = shownColumns(field, rows)
  return (
    <div>
      <ul className={classes.cards}>
        {rows.length === 0 && <li className={classes.empty}>{t('field.table.empty')}</li>}
        {rows.map((row, index) => {
          const wrong = problems?.get(`${path}/${row._id}`)
          return (
            <li key={row._id} data-row={row._id} className={classes.card} data-edit={edit ? true : undefined}>
              {edit && (
                <div className={classes.cardHead}>
                  <span className={classes.cardTitle}>{t('field.table.row', { number: index + 1 })}</span>
                  <ActionIcon
                    size={44}
                    aria-label={t('field.table.up', { number: index + 1 })}
                    disabled={index === 0}
                    onClick={() => edit.onMove(index, -1)}
                  >
                    <IconArrowUp size={18} />
                  </ActionIcon>
                  <ActionIcon
                    size={44}
                    aria-label={t('field.table.down', { number: index + 1 })}
                    disabled={index === rows.length - 1}
                    onClick={() => edit.onMove(index, 1)}
                  >
                    <IconArrowDown size={18} />
                  </ActionIcon>
                  <ActionIcon size={44} aria-label={t('field.table.remove', { number: index + 1 })} onClick={() => edit.onRemove(index)}>
                    <IconX size={18} />
                  </ActionIcon>
                </div>
              )}
              {wrong && (
                <span className={classes.problem}>
                  <ProblemText>{wrong}</ProblemText>
                </span>
              )}
              {columns.map((column, place) =>
                edit ? (
                  <Nested
                    key={column.id}
                    field={column}
                    value={row[column.id]}
                    mode="edit"
                    path={`${path}/${row._id}/${column.id}`}
                    problems={problems}
                    onChange={(next) => edit.onCell(row._id, column.id, next)}
                    onInvalid={edit.onInvalid}
                  />
                ) : (
                  row[column.id] !== undefined && (
                    <div key={column.id} className={place === 0 ? classes.cardName : classes.cardLine}>
                      {place > 0 && <span className={classes.help}>{of(column.label)}</span>}
                      <Nested field={column} value={row[column.id]} mode="read" bare />
                    </div>
                  )
                ),
              )}
            </li>
          )
        })}
      </ul>
      {rows.length > 1 &&
        totalledColumns(columns).map((id) => {
          const column = columns.find((one) => one.id === id)
          const sum = totalOf(rows, id)
          if (sum === undefined || column?.type !== 'money') return null
          return (
            <div key={id} className={classes.cardTotal}>
              <span>
                {t('word.total')}: {of(column.label)}
              </span>
              <span className="figures">{money(sum, currencyIn(card, column.currency), column.decimals)}</span>
            </div>
          )
        })}
    </div>
  )
}
