import type { Text } from '../../../../schemas/generated/common.ts'
import { defineCommand, edited } from '../../define-command.ts'
import { idFrom } from '../../ids.ts'
import { idsOf, inserted } from '../../lists.ts'
import { anyWords } from '../../text-in-languages.ts'
import { layoutOf } from './layout-cells.ts'

/** Adds a tab to the form, with one empty section. */
export const addTab = defineCommand(
  'add-tab',
  'document-type',
  (type, { tab, at }: { readonly tab: Text; readonly at?: number }, { workspace }) => {
    const layout = layoutOf(type, workspace.languages)
    const id = idFrom(anyWords(tab), 'kebab', idsOf(layout), 'tab')
    return edited({ ...type, layout: inserted(layout, { id, tab, sections: [{ id: 'all', columns: [[]] }] }, at) }, { name: tab, made: id })
  },
)
