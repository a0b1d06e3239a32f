import type { LayoutCell } from '../../../../schemas/generated/document-type.ts'
import { defineCommand, edited } from '../../define-command.ts'
import { cellKey, layoutOf, withoutCell } from './layout-cells.ts'

/** Takes something from the form; a field stays in the card and waits in the palette. */
export const unplaceCell = defineCommand('unplace-cell', 'document-type', (type, { cell }: { readonly cell: LayoutCell }, { workspace }) =>
  edited(
    { ...type, layout: withoutCell(layoutOf(type, workspace.languages), cellKey(cell)) },
    { name: typeof cell === 'string' ? type.fields.find(({ id }) => id === cell)?.label : undefined },
  ),
)
