import type { ApprovalLine } from '../../../../schemas/generated/approval-schema.ts'
import type { Audience } from '../../../../schemas/generated/audience.ts'
import { defineCommand } from '../../define-command.ts'
import { idFrom } from '../../ids.ts'
import { idsOf, inserted } from '../../lists.ts'
import { editLines, type LinesOf } from './edit-lines.ts'

export interface AddLine extends LinesOf {
  readonly who: Audience
  readonly take?: ApprovalLine['take']
  readonly at?: number
}

/** Adds a line to the approval sheet of a step. */
export const addLine = defineCommand('add-line', 'approval-schema', (schema, { who, take, at, ...of }: AddLine) =>
  editLines(schema, of, (lines) => {
    const first = who[0]
    const id = idFrom(first?.role ?? first?.group ?? first?.department ?? 'line', 'kebab', idsOf(lines), 'line')
    return { lines: inserted(lines, { id, who, ...(take && take !== 'each' && { take }) }, at), made: id }
  }),
)
