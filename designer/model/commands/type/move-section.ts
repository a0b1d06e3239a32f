import { defineCommand, edited, refused } from '../../define-command.ts'
import { idFrom } from '../../ids.ts'
import { idsOf, inserted } from '../../lists.ts'
import type { SectionOf } from './edit-section.ts'
import { layoutOf } from './layout-cells.ts'

export interface MoveSection extends SectionOf {
  readonly toTab: string
  readonly to: number
}

/** Moves a section within its tab or to another. */
export const moveSection = defineCommand(
  'move-section',
  'document-type',
  (type, { tab, section, toTab, to }: MoveSection, { workspace }) => {
    const layout = layoutOf(type, workspace.languages)
    const found = layout.find(({ id }) => id === tab)?.sections.find(({ id }) => id === section)
    if (!found || !layout.some(({ id }) => id === toTab)) return refused('no-such-thing')
    const taken = layout.map((each) => (each.id === tab ? { ...each, sections: each.sections.filter((one) => one !== found) } : each))
    const put = taken.map((each) => {
      if (each.id !== toTab) return each
      const id = idFrom(found.id, 'kebab', idsOf(each.sections), 'section')
      return { ...each, sections: inserted(each.sections, { ...found, id }, to) }
    })
    return edited({ ...type, layout: put }, { name: found.title })
  },
)
