import type { LayoutCell } from '../../../../schemas/generated/document-type.ts'
import { defineCommand, edited, refused } from '../../define-command.ts'
import { type CellPlace, layoutOf, withCell } from './layout-cells.ts'

/** Puts a field, a list of documents or a block on the form, or moves it there from where it was. */
export const placeCell = defineCommand(
  'place-cell',
  'document-type',
  (type, { cell, place }: { readonly cell: LayoutCell; readonly place: CellPlace }, { workspace }) => {
    const field = typeof cell === 'string' ? type.fields.find(({ id }) => id === cell) : undefined
    if (typeof cell === 'string' && !field) return refused('no-such-thing')
    const layout = withCell(layoutOf(type, workspace.languages), cell, place)
    return layout ? edited({ ...type, layout }, { name: field?.label }) : refused('no-such-thing')
  },
)
