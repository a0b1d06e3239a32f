import type { Automation } from '../../../../schemas/generated/automation.ts'
import { defineCommand } from '../../define-command.ts'
import { inserted } from '../../lists.ts'
import { editAutomations } from './edit-automations.ts'

/** Adds something that the program does by itself, at an automation or when a document comes to a step. */
export const addAutomation = defineCommand(
  'add-automation',
  'approval-schema',
  (schema, { node, does, at }: { readonly node: string; readonly does: Automation; readonly at?: number }) =>
    editAutomations(schema, node, (list) => inserted(list, does, at)),
)
