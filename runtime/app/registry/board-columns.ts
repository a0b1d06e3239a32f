import type { Color, Text } from '../../../schemas/generated/common.ts'
import type { Directory } from '../../../schemas/generated/directory.ts'
import type { DocumentType, View } from '../../../schemas/generated/document-type.ts'
import { choicesOf } from '../fields/surroundings.tsx'
import type { Filter } from './filter.ts'

/** A column of a board: what its cards share, as a condition of the list. */
export interface BoardColumn {
  readonly id: string
  /** Null: the column of what is blank. */
  readonly label: Text | null
  readonly color: Color | undefined
  /** Of a status: whether it is where documents begin, or where they are done with. */
  readonly first?: boolean
  readonly closed?: boolean
  readonly filter: Filter
}

/** By what a view's board makes its columns: its own `group` where that is the status or a choice, else the status. Undefined where there is none. */
export function boardGroup(type: DocumentType, view: View | undefined): string | undefined {
  const field = type.fields.find(({ id }) => id === view?.group)
  if (field?.type === 'choice' && !field.many) return field.id
  return (type.statuses ?? []).length > 0 ? 'status' : undefined
}

export function boardColumns(type: DocumentType, group: string, directories: Readonly<Record<string, Directory>>): BoardColumn[] {
  const column = (id: string, label: Text, color: Color | undefined): BoardColumn => ({
    id,
    label,
    color,
    filter: { field: group, comparison: 'one-of', values: [id] },
  })
  if (group === 'status')
    return (type.statuses ?? [])
      .filter(({ retired }) => !retired)
      .map(({ id, label, color, closed }, index) => ({
        ...column(id, label, color),
        first: index === 0,
        closed: closed ?? false,
      }))
  const field = type.fields.find(({ id }) => id === group)
  if (field?.type !== 'choice') return []
  return [
    ...choicesOf(field, directories)
      .filter(({ retired }) => !retired)
      .map(({ id, label, color }) => column(id, label, color)),
    { id: '', label: null, color: undefined, filter: { field: group, comparison: 'blank', values: [] } },
  ]
}
