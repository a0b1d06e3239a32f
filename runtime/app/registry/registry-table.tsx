import { Link, useLocation } from 'wouter'
import type { RegistryRow } from '../../api/answers.ts'
import { useTexts } from '../language/texts.tsx'
import { Cell, DataTable, type Density, HeadCell, Row } from '../ui/data-table.tsx'
import { type Column, currencyOfColumn, isFigure, isSortable, sortsDownFirst } from './columns.ts'
import { ListCell, type ListContext, RowSurroundings } from './list-cell.tsx'
import { nextSort } from './registry-state.ts'
import classes from './registry-table.module.css'

interface RegistryTableProps {
  readonly label: string
  readonly columns: readonly Column[]
  readonly rows: readonly RegistryRow[]
  readonly context: ListContext
  readonly sort: string | undefined
  readonly density: Density
  readonly onSort: (sort: string | undefined) => void
}

/** Rows of a type's documents; a row opens its document, its first cell is the link that a keyboard reaches. */
export function RegistryTable({ label, columns, rows, context, sort, density, onSort }: RegistryTableProps) {
  const { of } = useTexts()
  const [, go] = useLocation()
  const labelOf = useColumnLabel()
  const currencies = columns.map((column) => currencyOfColumn(column, rows))
  return (
    <DataTable
      label={label}
      density={density}
      head={columns.map((column, index) => (
        <HeadCell
          key={column.id}
          right={isFigure(column)}
          sorted={sort === column.id ? 'up' : sort === `-${column.id}` ? 'down' : undefined}
          onSort={isSortable(column) ? () => onSort(nextSort(sort, column.id, sortsDownFirst(column))) : undefined}
        >
          {labelOf(column)}
          {currencies[index] && `, ${currencies[index]}`}
        </HeadCell>
      ))}
    >
      {rows.map((row) => {
        const href = `/documents/${row.type}/${row.id}`
        return (
          <RowSurroundings key={row.id} row={row} context={context}>
            <Row onOpen={() => go(href)}>
              {columns.map((column, index) => (
                <Cell key={column.id} right={isFigure(column)} name={index === 0}>
                  {index === 0 ? (
                    <Link href={href} className={classes.open ?? ''} aria-label={column.id === 'title' ? undefined : of(row.title)}>
                      <ListCell column={column} row={row} context={context} inColumn={currencies[index] !== undefined} />
                    </Link>
                  ) : (
                    <ListCell column={column} row={row} context={context} inColumn={currencies[index] !== undefined} />
                  )}
                </Cell>
              ))}
            </Row>
          </RowSurroundings>
        )
      })}
    </DataTable>
  )
}

/** What stands in the head of a column. */
export function useColumnLabel(): (column: Column) => string {
  const { t, of } = useTexts()
  return (column) => (column.kind === 'field' ? of(column.field.label) : t(`registry.${column.id}`))
}
