import type { ApprovalLine } from '../../../../schemas/generated/approval-schema.ts'
import { defineCommand } from '../../define-command.ts'
import { patched } from '../../lists.ts'
import { editLines, type LinesOf } from './edit-lines.ts'

type Property = {
  [P in Exclude<keyof ApprovalLine, 'id'>]-?: { readonly property: P; readonly value: ApprovalLine[P] | undefined }
}[Exclude<keyof ApprovalLine, 'id'>]

/** Sets one property of a line: whom it asks, one or each of them, when, what they see. */
export const setLineProperty = defineCommand(
  'set-line-property',
  'approval-schema',
  (schema, args: LinesOf & { readonly line: string } & Property) => {
    const { line, property, value, ...of } = args
    const written = property === 'take' && value === 'each' ? undefined : property === 'who' ? (value ?? []) : value
    return editLines(schema, of, (lines) =>
      lines.some(({ id }) => id === line)
        ? { lines: lines.map((each) => (each.id === line ? patched(each, { [property]: written }, ['who']) : each)) }
        : undefined,
    )
  },
)
