import { defineCommand } from '../../define-command.ts'
import { editLines, type LinesOf } from './edit-lines.ts'

/** Takes a line from the approval sheet; the last one stays. */
export const removeLine = defineCommand('remove-line', 'approval-schema', (schema, { line, ...of }: LinesOf & { readonly line: string }) =>
  editLines(schema, of, (lines) => (lines.some(({ id }) => id === line) ? { lines: lines.filter(({ id }) => id !== line) } : undefined)),
)
