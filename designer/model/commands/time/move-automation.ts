import { defineCommand } from '../../define-command.ts'
import { moved } from '../../lists.ts'
import { editAutomations } from './edit-automations.ts'

/** Changes the order in which the program does things. */
export const moveAutomation = defineCommand(
  'move-automation',
  'approval-schema',
  (schema, { node, from, to }: { readonly node: string; readonly from: number; readonly to: number }) =>
    editAutomations(schema, node, (list) => moved(list, from, to)),
)
