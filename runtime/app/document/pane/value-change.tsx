import { IconArrowRight } from '@tabler/icons-react'
import type { CardField, TableField } from '../../../../schemas/generated/card-field.ts'
import type { HistoryEntry } from '../../../api/answers.ts'
import type { CardValue, Row } from '../../../engine/card/card.ts'
import { sameValue } from '../../../engine/card/same-value.ts'
import { FieldValue } from '../../fields/field.tsx'
import { useTexts } from '../../language/texts.tsx'
import { rowsOf } from '../form/changes.ts'
import { RowWords } from '../form/conflict-dialog.tsx'
import classes from './chronicle.module.css'

/** A value before and after; of a table what became of each row. */
export function ValueChange({ fields, change }: { fields: readonly CardField[]; change: HistoryEntry['changes'][number] }) {
  const field = fields.find(({ id }) => id === change.path.split('/', 1)[0])
  if (!field) return null
  if (field.type === 'table')
    return <Rows field={field} before={rowsOf(change.before ?? undefined)} after={rowsOf(change.after ?? undefined)} />
  return <Both field={field} before={change.before ?? undefined} after={change.after ?? undefined} />
}

function Both({ field, before, after }: { field: CardField; before: CardValue | undefined; after: CardValue | undefined }) {
  const { t } = useTexts()
  return (
    <span className={classes.both}>
      <span className={classes.before}>
        <span className="sr-only">{t('chronicle.before')} </span>
        <FieldValue field={field} value={before} cell />
      </span>
      <IconArrowRight size={12} aria-hidden />
      <span>
        <span className="sr-only">{t('chronicle.after')} </span>
        <FieldValue field={field} value={after} cell />
      </span>
    </span>
  )
}

/** Rows that came, went, or have other cells, in the order of the table. */
function Rows({ field, before, after }: { field: TableField; before: readonly Row[]; after: readonly Row[] }) {
  const { rich, of } = useTexts()
  const old = new Map(before.map((row) => [row._id, row]))
  const kept = new Set(after.map(({ _id }) => _id))
  return (
    <ul className={classes.rows}>
      {before
        .filter(({ _id }) => !kept.has(_id))
        .map((row) => (
          <li key={row._id}>{rich('chronicle.row.removed', { row: <RowWords field={field} row={row} /> })}</li>
        ))}
      {after.map((row) => {
        const was = old.get(row._id)
        if (!was) return <li key={row._id}>{rich('chronicle.row.added', { row: <RowWords field={field} row={row} /> })}</li>
        return field.fields
          .filter((column) => !sameValue(was[column.id], row[column.id]))
          .map((column) => (
            <li key={`${row._id}/${column.id}`}>
              {of(column.label)}: <Both field={column} before={was[column.id]} after={row[column.id]} />
            </li>
          ))
      })}
    </ul>
  )
}
