import { useTexts } from '../language/texts.tsx'
import type { Filterable } from './filter.ts'

/** What a filter speaks of: the field's label, or the list's own word. */
export function useFilterLabel(): (filterable: Filterable) => string {
  const { t, of } = useTexts()
  return ({ id, field }) => (field ? of(field.label) : t(`registry.${id as 'number' | 'status' | 'author' | 'createdOn'}`))
}
