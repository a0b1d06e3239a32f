import type { DocumentType, LayoutTab } from '../../schemas/generated/document-type.ts'
import type { Pointer } from '../../schemas/pointer.ts'
import { indexIn } from '../model/place-address.ts'
import { placeOf } from './layout-places.ts'

/** What the panel beside the form shows. */
export type Selected =
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'cell'; readonly key: string }
  | { readonly kind: 'section'; readonly tab: string; readonly section: string }
  | { readonly kind: 'tab'; readonly tab: string }

/** What a place of a type's definition is in its form, and on which tab it lies: a field, a column, a section or a tab. */
export function selectedAt(
  { fields }: DocumentType,
  layout: readonly LayoutTab[],
  place: Pointer,
): { readonly selected: Selected; readonly tab: string | undefined } | undefined {
  const field = fields[indexIn('/fields', place) ?? -1]
  if (field) {
    const column = field.type === 'table' ? field.fields[indexIn(`/fields/${fields.indexOf(field)}/fields`, place) ?? -1] : undefined
    const selected = { kind: 'field', field: column ? `${field.id}.${column.id}` : field.id } as const
    return { selected, tab: placeOf(layout, field.id)?.tab }
  }
  const tab = layout[indexIn('/layout', place) ?? -1]
  if (!tab) return undefined
  const section = tab.sections[indexIn(`/layout/${layout.indexOf(tab)}/sections`, place) ?? -1]
  return { selected: section ? { kind: 'section', tab: tab.id, section: section.id } : { kind: 'tab', tab: tab.id }, tab: tab.id }
}

export function isSelected(selected: Selected | null, thing: Selected): boolean {
  return selected !== null && JSON.stringify(selected) === JSON.stringify(thing)
}
