import { defineCommand, edited, refused } from '../../define-command.ts'
import type { SectionOf } from './edit-section.ts'
import { layoutOf } from './layout-cells.ts'

/** Takes a section from the form; its fields stay in the card and wait in the palette. */
export const removeSection = defineCommand('remove-section', 'document-type', (type, { tab, section }: SectionOf, { workspace }) => {
  const layout = layoutOf(type, workspace.languages)
  const found = layout.find(({ id }) => id === tab)?.sections.find(({ id }) => id === section)
  if (!found) return refused('no-such-thing')
  return edited(
    {
      ...type,
      layout: layout.map((each) => (each.id === tab ? { ...each, sections: each.sections.filter((one) => one !== found) } : each)),
    },
    { name: found.title },
  )
})
