import type { Text } from '../../../../schemas/generated/common.ts'
import { defineCommand, edited, refused } from '../../define-command.ts'
import { idFrom } from '../../ids.ts'
import { idsOf, inserted } from '../../lists.ts'
import { anyWords } from '../../text-in-languages.ts'
import { layoutOf } from './layout-cells.ts'

export interface AddSection {
  readonly tab: string
  readonly title?: Text
  readonly columns?: number
  readonly at?: number
}

/** Adds a section to a tab, with one empty column or as many as wanted. */
export const addSection = defineCommand(
  'add-section',
  'document-type',
  (type, { tab, title, columns = 1, at }: AddSection, { workspace }) => {
    const layout = layoutOf(type, workspace.languages)
    const found = layout.find(({ id }) => id === tab)
    if (!found) return refused('no-such-thing')
    const id = idFrom(title === undefined ? 'section' : anyWords(title), 'kebab', idsOf(found.sections), 'section')
    const section = {
      id,
      ...(title !== undefined && { title }),
      columns: Array.from({ length: Math.max(1, Math.min(4, columns)) }, () => []),
    }
    return edited(
      { ...type, layout: layout.map((each) => (each === found ? { ...each, sections: inserted(each.sections, section, at) } : each)) },
      { name: title, made: id },
    )
  },
)
