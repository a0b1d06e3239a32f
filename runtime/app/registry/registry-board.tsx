import { UnstyledButton } from '@mantine/core'
import { Link } from 'wouter'
import type { RegistryRow, TypeAnswer } from '../../api/answers.ts'
import { refusalOf } from '../data/refusal.ts'
import { useRegistry } from '../data/registry.ts'
import { useTexts } from '../language/texts.tsx'
import { useFormats } from '../language/use-formats.ts'
import { Count } from '../ui/figures.tsx'
import { faceOf, ListFaces } from '../ui/list-faces.tsx'
import { DocumentStatus } from '../ui/status.tsx'
import { type BoardColumn, boardColumns } from './board-columns.ts'
import { type Column, currencyOfColumn, fieldsToAsk } from './columns.ts'
import type { Filter } from './filter.ts'
import { filterToFeel } from './filter-feel.ts'
import { ListCell, type ListContext, RowSurroundings } from './list-cell.tsx'
import classes from './registry-board.module.css'
import { WaitsFor } from './waits-for.tsx'

interface RegistryBoardProps {
  readonly type: TypeAnswer
  readonly view: string | undefined
  readonly group: string
  readonly columns: readonly Column[]
  readonly filters: readonly Filter[]
  readonly search: string
  readonly sort: string | undefined
}

/** Cards in columns, by status or a choice. Each column is a list of its own, so that it counts truly and grows by itself. */
export function RegistryBoard(props: RegistryBoardProps) {
  const { t } = useTexts()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={classes.board} aria-label={t('registry.board')} tabIndex={0}>
      {boardColumns(props.type.type, props.group, props.type.directories).map((column) => (
        <Lane key={column.id} {...props} column={column} />
      ))}
    </section>
  )
}

function Lane({ type, view, columns, filters, search, sort, column }: RegistryBoardProps & { column: BoardColumn }) {
  const { t, of } = useTexts()
  const { zone } = useFormats()
  const list = useRegistry(type.type.id, {
    view,
    filter: filterToFeel([...filters, column.filter], type.type, zone),
    search: search || undefined,
    sort,
    columns: fieldsToAsk(columns),
    limit: 20,
  })
  const pages = list.data?.pages ?? []
  const rows = pages.flatMap((page) => page.items)
  const count = pages[0]?.count
  const context: ListContext = {
    type: type.type,
    directories: type.directories,
    people: Object.assign({}, ...pages.map((page) => page.people)),
    linked: Object.assign({}, ...pages.map((page) => page.linked)),
  }
  const left = count ? count.total - rows.length : 0
  // Nothing blank is the usual case, and then its column is only in the way.
  if (column.label === null && list.data && rows.length === 0) return null
  return (
    <section className={classes.lane} aria-label={column.label === null ? t('registry.blank') : of(column.label)}>
      <header className={classes.head}>
        <div className={classes.name}>
          {column.label === null ? (
            t('registry.blank')
          ) : (
            <DocumentStatus
              status={{ label: column.label, closed: column.closed ?? false, ...(column.color ? { color: column.color } : {}) }}
              first={column.first ?? false}
            />
          )}
          <span className={classes.count}>{count && <Count count={count} />}</span>
        </div>
        {!list.hasNextPage && <Sum rows={rows} columns={columns} />}
      </header>
      <ListFaces
        face={faceOf(list, rows.length === 0)}
        refusal={list.error ? refusalOf(list.error) : undefined}
        onRetry={() => list.refetch()}
        rows={3}
        rowHeight={76}
        empty={<p className={classes.empty}>{t('registry.boardEmpty')}</p>}
      >
        <ul className={classes.cards}>
          {rows.map((row) => (
            <RowSurroundings key={row.id} row={row} context={context}>
              <BoardCard row={row} columns={columns} context={context} />
            </RowSurroundings>
          ))}
        </ul>
        {list.hasNextPage && (
          <UnstyledButton className={classes.more} disabled={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
            {left > 0 && !count?.capped ? t('registry.showMore', { count: left }) : t('do.showMore')}
          </UnstyledButton>
        )}
      </ListFaces>
    </section>
  )
}

/** The sum of a column's first money field, where all of it is here and in one currency. */
function Sum({ rows, columns }: { rows: readonly RegistryRow[]; columns: readonly Column[] }) {
  const { money } = useFormats()
  const column = columns.find((one) => one.kind === 'field' && one.field.type === 'money')
  const currency = column && currencyOfColumn(column, rows)
  if (!column || !currency) return null
  const cents = rows.reduce((sum, { card }) => sum + Math.round(Number(card[column.id] ?? 0) * 100), 0)
  return <div className={classes.sum}>{money(cents / 100, currency)}</div>
}

/** The name, a line about it, and at its foot the figure and whom it waits for. */
function BoardCard({ row, columns, context }: { row: RegistryRow; columns: readonly Column[]; context: ListContext }) {
  const { of } = useTexts()
  const shown = columns.filter((column) => column.kind === 'field' && row.card[column.id] !== undefined)
  const figure = shown.find((column) => column.kind === 'field' && column.field.type === 'money')
  const [name, about] = shown.filter((column) => column !== figure && column.kind === 'field' && column.field.type !== 'person')
  return (
    <li>
      <Link href={`/documents/${row.type}/${row.id}`} className={classes.card ?? ''}>
        <span className={`${classes.title} cut`}>{name ? <ListCell column={name} row={row} context={context} /> : of(row.title)}</span>
        {(about || row.number) && (
          <span className={`${classes.about} cut`}>
            {row.number}
            {row.number && about && ' · '}
            {about && <ListCell column={about} row={row} context={context} />}
          </span>
        )}
        <span className={classes.line}>
          <span className={classes.figure}>{figure && <ListCell column={figure} row={row} context={context} />}</span>
          <WaitsFor waits={row.waitsFor} people={context.people} short />
        </span>
      </Link>
    </li>
  )
}
