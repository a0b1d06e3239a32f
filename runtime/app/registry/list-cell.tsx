import { useMemo } from 'react'
import type { Directory } from '../../../schemas/generated/directory.ts'
import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import type { RegistryPage, RegistryRow } from '../../api/answers.ts'
import { localDateAt } from '../../engine/calendar/zone.ts'
import type { LinkValue } from '../../engine/card/card.ts'
import { FieldValue } from '../fields/field.tsx'
import { FieldSurroundingsProvider } from '../fields/surroundings.tsx'
import { useTexts } from '../language/texts.tsx'
import { useFormats } from '../language/use-formats.ts'
import { PersonName } from '../ui/person.tsx'
import { DocumentStatus } from '../ui/status.tsx'
import type { Column } from './columns.ts'
import { WaitsFor } from './waits-for.tsx'

/** What the cells of a list need beside the row itself. */
export interface ListContext {
  readonly type: DocumentType
  readonly directories: Readonly<Record<string, Directory>>
  readonly people: RegistryPage['people']
  readonly linked: RegistryPage['linked']
}

/** A row's values find their currency, names and titles here. */
export function RowSurroundings({ row, context, children }: { row: RegistryRow; context: ListContext; children: React.ReactNode }) {
  const value = useMemo(
    () => ({ card: row.card, directories: context.directories, people: context.people, linked: context.linked }),
    [row.card, context],
  )
  return <FieldSurroundingsProvider value={value}>{children}</FieldSurroundingsProvider>
}

/** One value of a row. `inColumn`: the head of the column says the currency. */
export function ListCell({
  column,
  row,
  context,
  inColumn,
}: {
  column: Column
  row: RegistryRow
  context: ListContext
  inColumn?: boolean
}) {
  const { of } = useTexts()
  const { date, fullInstant, zone } = useFormats()
  if (column.kind === 'own') {
    switch (column.id) {
      case 'number':
        return <>{row.number ?? <span style={{ color: 'var(--text-3)' }}>—</span>}</>
      case 'title':
        return <>{of(row.title)}</>
      case 'status':
        return <RowStatus row={row} type={context.type} />
      case 'waitsFor':
        return <WaitsFor waits={row.waitsFor} people={context.people} />
      case 'author':
        return <PersonName person={context.people[row.author]} />
      default: {
        const at = row[column.id]
        return (
          <time dateTime={at} title={fullInstant(at)} className="figures">
            {date(localDateAt(zone, at))}
          </time>
        )
      }
    }
  }
  const { field } = column
  const value = row.card[field.id]
  // Names of what is linked are plain text in a row: the row itself leads to its own document.
  if (field.type === 'link' && value !== undefined)
    return (
      <>
        {[value]
          .flat()
          .map((link) => titleOf(link as LinkValue, context, of))
          .filter(Boolean)
          .join(', ') || '—'}
      </>
    )
  return <FieldValue field={field} value={value} inColumn={inColumn} cell />
}

const titleOf = (link: LinkValue, { linked }: ListContext, of: ReturnType<typeof useTexts>['of']): string =>
  of(linked[`${link.type}/${link.id}`]?.title)

/** The status in the office's words. */
export function RowStatus({ row, type }: { row: RegistryRow; type: DocumentType }) {
  const statuses = type.statuses ?? []
  const status = statuses.find(({ id }) => id === row.status)
  return status ? <DocumentStatus status={status} first={status === statuses[0]} /> : null
}
