import { Link } from 'wouter'
import type { RegistryRow } from '../../api/answers.ts'
import { useTexts } from '../language/texts.tsx'
import { type Column, isFigure } from './columns.ts'
import { ListCell, type ListContext, RowStatus, RowSurroundings } from './list-cell.tsx'
import classes from './registry-rows.module.css'
import { WaitsFor } from './waits-for.tsx'

/** A phone's list: two lines for each document, the name, then its state and the figure that matters. */
export function RegistryRows({
  rows,
  columns,
  context,
}: {
  rows: readonly RegistryRow[]
  columns: readonly Column[]
  context: ListContext
}) {
  const { of } = useTexts()
  const figure = columns.find(isFigure)
  const hasStatus = (context.type.statuses ?? []).length > 0
  const aside = new Set<string>(['title', 'status', 'waitsFor', 'number', figure?.id ?? ''])
  // The title often is a field's value: it is not said twice.
  const second = (row: RegistryRow) =>
    columns.filter(({ id }) => !aside.has(id) && row.card[id] !== undefined && row.card[id] !== of(row.title)).slice(0, 2)
  return (
    <ul>
      {rows.map((row) => (
        <RowSurroundings key={row.id} row={row} context={context}>
          <li className={classes.row}>
            <Link href={`/documents/${row.type}/${row.id}`} className={classes.open ?? ''}>
              <span className={classes.line}>
                <span className={`${classes.title} cut`}>{of(row.title)}</span>
                <WaitsFor waits={row.waitsFor} people={context.people} short />
              </span>
              <span className={classes.line}>
                {hasStatus ? (
                  <RowStatus row={row} type={context.type} />
                ) : (
                  <span className={`${classes.more} cut`}>
                    {second(row).map((column) => (
                      <span key={column.id}>
                        <ListCell column={column} row={row} context={context} />
                      </span>
                    ))}
                  </span>
                )}
                {figure && (
                  <span className={classes.figure}>
                    <ListCell column={figure} row={row} context={context} />
                  </span>
                )}
              </span>
            </Link>
          </li>
        </RowSurroundings>
      ))}
    </ul>
  )
}
