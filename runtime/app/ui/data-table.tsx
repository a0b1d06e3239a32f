import { UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { ComponentProps, ReactNode } from 'react'
import { useTexts } from '../language/texts.tsx'
import classes from './data-table.module.css'

export type Density = 'compact' | 'normal' | 'roomy'

interface DataTableProps {
  readonly label: string
  readonly density?: Density
  readonly head: ReactNode
  readonly foot?: ReactNode
  readonly children: ReactNode
}

/** Rows of 32, 38 or 44 px by the person's choice; the head and the first column stay while the rest scrolls. */
export function DataTable({ label, density = 'normal', head, foot, children }: DataTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={classes.scroll} aria-label={label} tabIndex={0}>
      <table className={classes.table} data-density={density}>
        <thead>
          <tr>{head}</tr>
        </thead>
        <tbody>{children}</tbody>
        {foot && <tfoot>{foot}</tfoot>}
      </table>
    </section>
  )
}

interface HeadCellProps {
  readonly children: ReactNode
  readonly right?: boolean
  /** Whether the list is sorted by it now, and which way. */
  readonly sorted?: 'up' | 'down' | undefined
  /** Left out where it cannot be sorted by. */
  readonly onSort?: (() => void) | undefined
}

export function HeadCell({ children, right, sorted, onSort }: HeadCellProps) {
  const { t } = useTexts()
  const Arrow = sorted === 'down' ? IconArrowDown : IconArrowUp
  return (
    <th
      scope="col"
      data-right={right || undefined}
      aria-sort={sorted === 'up' ? 'ascending' : sorted === 'down' ? 'descending' : undefined}
    >
      {onSort ? (
        <UnstyledButton className={classes.sort} onClick={onSort}>
          {children}
          {sorted && <Arrow size={14} aria-label={t(sorted === 'up' ? 'list.sortedUp' : 'list.sortedDown')} />}
        </UnstyledButton>
      ) : (
        children
      )}
    </th>
  )
}

/** A row; `selected` tints it, `onOpen` opens it by a click anywhere that is not itself a control. */
export function Row({ selected, onOpen, ...rest }: { selected?: boolean; onOpen?: () => void } & ComponentProps<'tr'>) {
  return (
    <tr
      {...rest}
      data-selected={selected || undefined}
      data-opens={onOpen ? true : undefined}
      onClick={(event) => {
        const onControl = (event.target as HTMLElement).closest('a, button, input, label')
        if (onOpen && !onControl && !getSelection()?.toString()) onOpen()
      }}
    />
  )
}

/** A cell; long text is cut, with the whole of it in the tooltip of the browser. */
export function Cell({ right, name, title, children }: { right?: boolean; name?: boolean; title?: string; children?: ReactNode }) {
  return (
    <td data-right={right || undefined} data-name={name || undefined} title={title}>
      {children}
    </td>
  )
}
