import type { Text } from '../../schemas/generated/common.ts'
import type { DocumentType } from '../../schemas/generated/document-type.ts'
import { addField } from '../model/commands/type/add-field.ts'
import type { CellPlace } from '../model/commands/type/layout-cells.ts'
import type { Command } from '../model/commands.ts'
import type { Workspace } from '../model/workspace.ts'
import type { PaletteItem } from './field-types.ts'
import { totalsOffered } from './totals.ts'

/**
 * The edit that puts something of the palette on the form. What is worked out begins with something that is sound: a calculated
 * field with 0, a total with the first list that there is to count; a total where there is nothing to count becomes a number.
 */
export function newFieldCommand(workspace: Workspace, type: DocumentType, item: PaletteItem, label: Text, place?: CellPlace): Command {
  const where = place && { place }
  if (item === 'calculated') return addField({ fieldType: 'number', label, with: { formula: '0' }, ...where })
  if (item === 'total') {
    const of = totalsOffered(workspace, type)[0]?.of
    return addField({ fieldType: 'number', label, ...(of !== undefined && { with: { rollup: { of, count: true } } }), ...where })
  }
  return addField({ fieldType: item, label, ...where })
}
