import type { DocumentType } from '../../schemas/generated/document-type.ts'
import type { Around } from '../../schemas/generated/reminder-rule.ts'
import type { Words } from '../language/words.tsx'

const isDate = ({ type }: { readonly type: string }): boolean => type === 'date' || type === 'date-time'

/** All that a reminder about a type can stand around: its dates, those of its rows, what is asked on its way, its statuses. */
export function momentChoices(type: DocumentType): readonly Around[] {
  const fields = type.fields.filter(({ retired }) => !retired)
  return [
    ...fields.filter(isDate).map(({ id }): Around => ({ field: id })),
    ...fields.flatMap((field) =>
      field.type === 'table'
        ? field.fields.filter((column) => !column.retired && isDate(column)).map(({ id }): Around => ({ rows: field.id, field: id }))
        : [],
    ),
    ...(type.approval?.length ? ([{ assignment: 'due' }, { assignment: 'opened' }] as Around[]) : []),
    ...(type.statuses ?? []).filter(({ retired }) => !retired).map(({ id }): Around => ({ status: id })),
  ]
}

/** What a reminder stands around, in words that follow "before" and "after". */
export function momentWords(around: Around, type: DocumentType | undefined, { t, of }: Words): string {
  if (around.assignment !== undefined) return t(`reminder.around.${around.assignment}`)
  if (around.status !== undefined)
    return t('reminder.around.status', { status: of(type?.statuses?.find(({ id }) => id === around.status)?.label) || around.status })
  if (around.paper !== undefined)
    return t('reminder.around.paper', { copy: of(type?.paper?.copies.find(({ id }) => id === around.paper)?.label) || around.paper })
  const table = type?.fields.find(({ id }) => id === around.rows)
  const fields = table?.type === 'table' ? table.fields : (type?.fields ?? [])
  const field = of(fields.find(({ id }) => id === around.field)?.label) || (around.field ?? '')
  const date = table ? t('reminder.around.rows', { field, table: of(table.label) }) : field
  return around.yearly ? t('reminder.around.yearly', { date }) : date
}
