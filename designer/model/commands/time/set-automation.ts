import type { Automation } from '../../../../schemas/generated/automation.ts'
import { defineCommand } from '../../define-command.ts'
import { replaced } from '../../lists.ts'
import { editAutomations } from './edit-automations.ts'

/** Puts another thing that the program does by itself in the place of one. */
export const setAutomation = defineCommand(
  'set-automation',
  'approval-schema',
  (schema, { node, index, does }: { readonly node: string; readonly index: number; readonly does: Automation }) =>
    editAutomations(schema, node, (list) => (index in list ? replaced(list, index, does) : undefined)),
)
