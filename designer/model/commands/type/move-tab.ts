import { defineCommand, edited, refused } from '../../define-command.ts'
import { indexById, moved } from '../../lists.ts'
import { layoutOf } from './layout-cells.ts'

/** Changes the order of the tabs. */
export const moveTab = defineCommand(
  'move-tab',
  'document-type',
  (type, { tab, to }: { readonly tab: string; readonly to: number }, { workspace }) => {
    const layout = layoutOf(type, workspace.languages)
    const index = indexById(layout, tab)
    return index < 0 ? refused('no-such-thing') : edited({ ...type, layout: [...moved(layout, index, to)] }, { name: layout[index]!.tab })
  },
)
