import { defineCommand } from '../../define-command.ts'
import { without } from '../../lists.ts'
import { editAutomations } from './edit-automations.ts'

/** Takes away something that the program does by itself; an automation keeps at least one. */
export const removeAutomation = defineCommand(
  'remove-automation',
  'approval-schema',
  (schema, { node, index }: { readonly node: string; readonly index: number }) =>
    editAutomations(schema, node, (list) => (index in list ? without(list, index) : undefined)),
)
