import { defineCommand } from '../../define-command.ts'
import { indexById, moved } from '../../lists.ts'
import { editLines, type LinesOf } from './edit-lines.ts'

/** Puts a line elsewhere on the approval sheet: in order, that is who is asked first. */
export const moveLine = defineCommand(
  'move-line',
  'approval-schema',
  (schema, { line, to, ...of }: LinesOf & { readonly line: string; readonly to: number }) =>
    editLines(schema, of, (lines) => ({ lines: moved(lines, indexById(lines, line), to) })),
)
