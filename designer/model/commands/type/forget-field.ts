import type { DocumentType } from '../../../../schemas/generated/document-type.ts'
import { patched } from '../../lists.ts'
import { withoutCell } from './layout-cells.ts'

/** The type without what merely lists a field: cells of the form, columns and order of views. Expressions that read it stay, for a person to mend. */
export function forgetField(type: DocumentType, id: string): DocumentType {
  const names = (path: string) => path.replace(/^-/, '').split('.')[0] === id
  const others = (paths: readonly string[] | undefined) => paths?.filter((path) => !names(path))
  return patched(
    type,
    {
      layout: type.layout && withoutCell(type.layout, id),
      views: type.views?.map((view) => patched(view, { columns: others(view.columns), sort: others(view.sort) })),
      checks: type.checks?.map((check) => patched(check, { fields: others(check.fields) })),
    },
    ['fields'],
  )
}
