import type { DocumentType, LayoutSection } from '../../../../schemas/generated/document-type.ts'
import { type Edit, edited, refused } from '../../define-command.ts'
import { layoutOf, mapSections } from './layout-cells.ts'

/** A section of the form, by its tab and its id. */
export interface SectionOf {
  readonly tab: string
  readonly section: string
}

export function editSection(
  type: DocumentType,
  { tab, section }: SectionOf,
  languages: readonly string[],
  edit: (section: LayoutSection) => LayoutSection,
): Edit<DocumentType> {
  const layout = layoutOf(type, languages)
  const found = layout.find(({ id }) => id === tab)?.sections.find(({ id }) => id === section)
  if (!found) return refused('no-such-thing')
  return edited(
    { ...type, layout: mapSections(layout, (each, around) => (around.id === tab && each.id === section ? edit(each) : each)) },
    { name: found.title },
  )
}
